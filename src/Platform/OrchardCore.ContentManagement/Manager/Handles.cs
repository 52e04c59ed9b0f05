namespace OrchardCore.ContentManagement;

/// <summary>Finds items by a handle such as <c>alias:rules</c>.</summary>
public interface IContentHandleManager
{
    /// <returns>The content item id; null if no provider knows the handle.</returns>
    Task<string?> GetContentItemIdAsync(string handle);
}

/// <summary>Knows one kind of handle.</summary>
public interface IContentHandleProvider
{
    /// <summary>Lower is asked first.</summary>
    int Order { get; }

    /// <returns>The content item id; null if the handle is of another kind or unknown.</returns>
    Task<string?> GetContentItemIdAsync(string handle);
}

/// <summary>Makes the ids of new items.</summary>
public interface IContentItemIdGenerator
{
    string GenerateUniqueId(ContentItem contentItem);
}
