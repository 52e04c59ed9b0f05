using System.Text.Json;
using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;

namespace PropertySuite.Platform.Content;

/// <summary>Reads an item as a view on its JSON, and writes it without building a tree.</summary>
internal sealed class ContentItemConverter : JsonConverter<ContentItem>
{
    public override ContentItem? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A content item is a JSON object.");
        var source = JsonElement.ParseValue(ref reader);
        var item = new ContentItem();
        foreach (var property in source.EnumerateObject())
        {
            // Objects and arrays are parts; they stay in the source until somebody asks.
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) continue;
            ReadOwn(item, property);
        }
        item.ReadFrom(source);
        return item;
    }

    public override void Write(Utf8JsonWriter writer, ContentItem value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(nameof(ContentItem.ContentItemId), value.ContentItemId);
        writer.WriteString(nameof(ContentItem.ContentItemVersionId), value.ContentItemVersionId);
        writer.WriteString(nameof(ContentItem.ContentType), value.ContentType);
        writer.WriteString(nameof(ContentItem.DisplayText), value.DisplayText);
        writer.WriteBoolean(nameof(ContentItem.Latest), value.Latest);
        writer.WriteBoolean(nameof(ContentItem.Published), value.Published);
        WriteTime(writer, nameof(ContentItem.ModifiedUtc), value.ModifiedUtc);
        WriteTime(writer, nameof(ContentItem.PublishedUtc), value.PublishedUtc);
        WriteTime(writer, nameof(ContentItem.CreatedUtc), value.CreatedUtc);
        writer.WriteString(nameof(ContentItem.Owner), value.Owner);
        writer.WriteString(nameof(ContentItem.Author), value.Author);
        value.WriteMembers(writer, own: false, ContentItemNames.IsElement);
        writer.WriteEndObject();
    }

    private static void ReadOwn(ContentItem item, JsonProperty property)
    {
        var value = property.Value;
        try
        {
            if (property.NameEquals(nameof(ContentItem.ContentItemId))) item.ContentItemId = value.GetString()!;
            else if (property.NameEquals(nameof(ContentItem.ContentItemVersionId))) item.ContentItemVersionId = value.GetString()!;
            else if (property.NameEquals(nameof(ContentItem.ContentType))) item.ContentType = value.GetString()!;
            else if (property.NameEquals(nameof(ContentItem.DisplayText))) item.DisplayText = value.GetString();
            else if (property.NameEquals(nameof(ContentItem.Latest))) item.Latest = value.ValueKind != JsonValueKind.Null && value.GetBoolean();
            else if (property.NameEquals(nameof(ContentItem.Published))) item.Published = value.ValueKind != JsonValueKind.Null && value.GetBoolean();
            else if (property.NameEquals(nameof(ContentItem.ModifiedUtc))) item.ModifiedUtc = ReadTime(value);
            else if (property.NameEquals(nameof(ContentItem.PublishedUtc))) item.PublishedUtc = ReadTime(value);
            else if (property.NameEquals(nameof(ContentItem.CreatedUtc))) item.CreatedUtc = ReadTime(value);
            else if (property.NameEquals(nameof(ContentItem.Owner))) item.Owner = value.GetString();
            else if (property.NameEquals(nameof(ContentItem.Author))) item.Author = value.GetString();
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            throw new JsonException($"\"{property.Name}\" of a content item cannot be {value.GetRawText()}.", $"$.{property.Name}", null, null, e);
        }
    }

    private static DateTime? ReadTime(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return null;
        var time = value.GetDateTime();
        return time.Kind switch
        {
            DateTimeKind.Unspecified => DateTime.SpecifyKind(time, DateTimeKind.Utc),
            DateTimeKind.Local => time.ToUniversalTime(),
            _ => time,
        };
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTime? time)
    {
        if (time is { } value) writer.WriteString(name, value.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(value, DateTimeKind.Utc) : value);
        else writer.WriteNull(name);
    }
}
