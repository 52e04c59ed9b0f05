using YesSql.Indexes;

namespace OrchardCore.ContentManagement.Records;

/// <summary>
/// What keeps an item from ever having two latest or two published versions: both columns are unique,
/// and null where the version is not the one. Versions that are history have no row.
/// </summary>
internal sealed class ContentItemKeyIndex : MapIndex
{
    public string? LatestKey { get; set; }

    public string? PublishedKey { get; set; }
}
