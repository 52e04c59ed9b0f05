using System.Collections.Frozen;

namespace OrchardCore.ContentManagement;

/// <summary>Names that a part cannot have, since the item has properties called so.</summary>
internal static class ContentItemNames
{
    private static readonly FrozenSet<string> Own = new[]
    {
        nameof(ContentItem.Id), nameof(ContentItem.ContentItemId), nameof(ContentItem.ContentItemVersionId), nameof(ContentItem.ContentType),
        nameof(ContentItem.DisplayText), nameof(ContentItem.Latest), nameof(ContentItem.Published), nameof(ContentItem.ModifiedUtc),
        nameof(ContentItem.PublishedUtc), nameof(ContentItem.CreatedUtc), nameof(ContentItem.Owner), nameof(ContentItem.Author),
        nameof(ContentItem.Content), nameof(ContentItem.ContentItem),
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsElement(string name) => !Own.Contains(name);
}
