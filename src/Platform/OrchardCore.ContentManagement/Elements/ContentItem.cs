using System.Text.Json.Serialization;
using PropertySuite.Platform.Content;

namespace OrchardCore.ContentManagement;

/// <summary>One version of a content item. All its versions share <see cref="ContentItemId"/>; at most one is the latest and one published.</summary>
[JsonConverter(typeof(ContentItemConverter))]
public class ContentItem : ContentElement
{
    public ContentItem() => ContentItem = this;

    /// <summary>Key of the document; differs for each version.</summary>
    public long Id { get; set; }

    /// <summary>26 characters, the same for all versions.</summary>
    public string ContentItemId { get; set; } = null!;

    /// <summary>26 characters, this version's own.</summary>
    public string ContentItemVersionId { get; set; } = null!;

    /// <summary>Name of the type definition.</summary>
    public string ContentType { get; set; } = null!;

    /// <summary>Whether this is the version that the public sees.</summary>
    public bool Published { get; set; }

    /// <summary>Whether this is the version that editors work on.</summary>
    public bool Latest { get; set; }

    /// <summary>Last change; UTC.</summary>
    public DateTime? ModifiedUtc { get; set; }

    /// <summary>Last publication; UTC, null while unpublished.</summary>
    public DateTime? PublishedUtc { get; set; }

    /// <summary>Creation of the first version; UTC.</summary>
    public DateTime? CreatedUtc { get; set; }

    /// <summary>Id of the user that the item belongs to; null if it was made by no user.</summary>
    public string? Owner { get; set; }

    /// <summary>Name of the user who wrote this version.</summary>
    public string? Author { get; set; }

    /// <summary>What lists and links show.</summary>
    public string? DisplayText { get; set; }

    public override string ToString() => string.IsNullOrWhiteSpace(DisplayText) ? $"{ContentType} ({ContentItemId})" : DisplayText;
}
