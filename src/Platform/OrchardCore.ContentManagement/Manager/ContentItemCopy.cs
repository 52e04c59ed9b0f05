using System.Buffers;
using System.Text.Json;
using OrchardCore.ContentManagement;

namespace PropertySuite.Platform.Content;

/// <summary>Copies items by their JSON.</summary>
internal static class ContentItemCopy
{
    /// <summary>A copy of the whole item, which is not a stored document.</summary>
    public static ContentItem Of(ContentItem item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) JsonSerializer.Serialize(writer, item, ElementShape.Json);
        return JsonSerializer.Deserialize<ContentItem>(buffer.WrittenSpan, ElementShape.Json)!;
    }

    /// <summary>Gives an item the parts of another, in place of its own.</summary>
    public static void Content(ContentItem from, ContentItem to)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            from.WriteMembers(writer, own: false, ContentItemNames.IsElement);
            writer.WriteEndObject();
        }
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        to.ReadFrom(document.RootElement.Clone());
    }

    private static JsonWriterOptions Options => new() { Encoder = ElementShape.Json.Encoder, SkipValidation = true };
}
