using System.Diagnostics.CodeAnalysis;

namespace OrchardCore.ContentManagement;

/// <summary>The items that this scope has read or made so far.</summary>
public interface IContentManagerSession
{
    void Store(ContentItem item);

    bool RecallVersionId(long id, [NotNullWhen(true)] out ContentItem? item);

    bool RecallPublishedItemId(string id, [NotNullWhen(true)] out ContentItem? item);

    void Clear();
}
