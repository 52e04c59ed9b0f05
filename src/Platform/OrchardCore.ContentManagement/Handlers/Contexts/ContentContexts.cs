using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Handlers;

/// <summary>What all events of an item tell: the item.</summary>
public class ContentContextBase
{
    protected ContentContextBase(ContentItem contentItem) => ContentItem = contentItem;

    public ContentItem ContentItem { get; }
}

/// <summary>An item is being made.</summary>
public class ActivatingContentContext(ContentItem contentItem) : ContentContextBase(contentItem)
{
    public string ContentType { get; set; } = null!;

    public ContentTypeDefinition Definition { get; set; } = null!;
}

/// <summary>An item was made, with its parts.</summary>
public class ActivatedContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>A new item gets its first values.</summary>
public class InitializingContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>A new item is stored.</summary>
public class CreateContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>An item was read from the store.</summary>
public class LoadContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>A stored item was changed.</summary>
public class UpdateContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>An item comes from a recipe or another import.</summary>
public class ImportContentContext(ContentItem contentItem, ContentItem? originalContentItem = null) : ContentContextBase(contentItem)
{
    /// <summary>The version that is there already; null if the item is new.</summary>
    public ContentItem? OriginalContentItem { get; set; } = originalContentItem;
}

/// <summary>A removed item, or an old version of an item, becomes the draft again.</summary>
public class RestoreContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>A draft is saved.</summary>
public class SaveDraftContentContext(ContentItem contentItem) : ContentContextBase(contentItem);

/// <summary>A new version is made from an existing one.</summary>
public class VersionContentContext : ContentContextBase
{
    public VersionContentContext(ContentItem contentItem, ContentItem buildingContentItem) : base(contentItem) => BuildingContentItem = buildingContentItem;

    public ContentItem BuildingContentItem { get; }
}

/// <summary>An item is published or withdrawn.</summary>
public class PublishContentContext : ContentContextBase
{
    public PublishContentContext(ContentItem contentItem, ContentItem? previousContentItem) : base(contentItem) => PreviousItem = previousContentItem;

    /// <summary>The version that was public so far; null if there was none.</summary>
    public ContentItem? PreviousItem { get; set; }

    /// <summary>Set in Publishing to keep the item from being published.</summary>
    public bool Cancel { get; set; }
}

/// <summary>An item, or a draft of it, is removed.</summary>
public class RemoveContentContext : ContentContextBase
{
    public RemoveContentContext(ContentItem contentItem, bool noActiveVersionLeft = false) : base(contentItem) => NoActiveVersionLeft = noActiveVersionLeft;

    /// <summary>Whether neither a draft nor a published version is left afterwards.</summary>
    public bool NoActiveVersionLeft { get; }
}

/// <summary>An item is copied to a new one.</summary>
public class CloneContentContext : ContentContextBase
{
    public CloneContentContext(ContentItem contentItem, ContentItem cloneContentItem) : base(contentItem) => CloneContentItem = cloneContentItem;

    public ContentItem CloneContentItem { get; set; }
}

/// <summary>Asks the handlers what they know about an item.</summary>
public class ContentItemAspectContext
{
    public ContentItem ContentItem { get; set; } = null!;

    /// <summary>What the handlers fill in.</summary>
    public object Aspect { get; set; } = null!;

    /// <summary>Calls the action if the asked-for aspect is of this kind.</summary>
    public async Task<ContentItemAspectContext> ForAsync<TAspect>(Func<TAspect, Task> action) where TAspect : class
    {
        if (Aspect is TAspect aspect) await action(aspect);
        return this;
    }
}
