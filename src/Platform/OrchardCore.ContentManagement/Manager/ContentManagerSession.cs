using System.Diagnostics.CodeAnalysis;
using OrchardCore.ContentManagement;

namespace PropertySuite.Platform.Content;

internal sealed class ContentManagerSession : IContentManagerSession
{
    private readonly Dictionary<long, ContentItem> _byVersion = [];
    private readonly Dictionary<string, ContentItem> _published = new(StringComparer.Ordinal);

    public void Store(ContentItem item)
    {
        if (item.Id != 0) _byVersion[item.Id] = item;
        if (item.Published) _published[item.ContentItemId] = item;
    }

    public bool RecallVersionId(long id, [NotNullWhen(true)] out ContentItem? item) => _byVersion.TryGetValue(id, out item);

    // Remembered as published, and perhaps withdrawn since.
    public bool RecallPublishedItemId(string id, [NotNullWhen(true)] out ContentItem? item) => _published.TryGetValue(id, out item) && item.Published;

    public void Clear()
    {
        _byVersion.Clear();
        _published.Clear();
    }
}
