using System.Text.Json;
using OrchardCore.ContentManagement;
using PropertySuite.Platform.Content;

namespace Platform.Tests.Content;

/// <summary>
/// Whether parts are stored whole: a property that only code can set, or that the serializer cannot write, would be lost without a word.
/// </summary>
internal static class StoredWhole
{
    /// <summary>What of the part would be lost; null if nothing.</summary>
    public static string? Lost(ContentPart part)
    {
        var item = new ContentItem { ContentType = "Any" };
        item.Apply("Part", part);
        var again = JsonSerializer.Deserialize<ContentItem>(JsonSerializer.Serialize(item))!.Get(part.GetType(), "Part")!;
        foreach (var property in part.GetType().GetProperties())
        {
            if (property.DeclaringType == typeof(ContentElement) || property.GetIndexParameters().Length > 0 || property.GetMethod is null) continue;
            if (property.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), inherit: true)) continue;
            if (property.SetMethod is null) return $"{property.Name} is computed and yet stored; mark it with [JsonIgnore].";
            var (before, after) = (Json(property.GetValue(part)), Json(property.GetValue(again)));
            if (before != after) return $"{property.Name} is {after} instead of {before} after reading it again; a private setter needs [JsonInclude].";
        }
        return null;
    }

    private static string Json(object? value) => value is null ? "null" : JsonSerializer.Serialize(value, value.GetType(), ElementShape.Json);
}

public sealed class StoredWholeTests
{
    [Fact]
    public void A_part_with_verbs_is_stored_whole()
    {
        var part = new KeyPart { Number = 3, Labels = ["a"] };
        part.Hand("u1");

        Assert.Null(StoredWhole.Lost(part));
    }

    [Fact]
    public void A_private_setter_that_is_not_included_is_found()
    {
        var part = new LossyPart();
        part.Hand("u1");

        Assert.StartsWith("HolderId is null", StoredWhole.Lost(part), StringComparison.Ordinal);
    }

    [Fact]
    public void A_computed_value_that_is_stored_is_found() =>
        Assert.StartsWith("Twice is computed", StoredWhole.Lost(new WastefulPart()), StringComparison.Ordinal);

    public class LossyPart : ContentPart
    {
        public string? HolderId { get; private set; }

        public void Hand(string holderId) => HolderId = holderId;
    }

    public class WastefulPart : ContentPart
    {
        public int Number { get; set; }

        public int Twice => Number * 2;
    }
}
