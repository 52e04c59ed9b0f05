using System.ComponentModel.DataAnnotations;
using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Handlers;

/// <summary>What all events of a field tell: the item, the definition and the name of the part.</summary>
public class ContentFieldContextBase(ContentItem contentItem)
{
    public ContentItem ContentItem { get; } = contentItem;

    public ContentPartFieldDefinition ContentPartFieldDefinition { get; set; } = null!;

    /// <summary>Name of the part that the field is on.</summary>
    public string PartName { get; set; } = null!;
}

/// <summary>A field is being made.</summary>
public class ActivatingContentFieldContext(ContentItem contentItem) : ContentFieldContextBase(contentItem);

/// <summary>A field was made.</summary>
public class ActivatedContentFieldContext(ContentItem contentItem) : ContentFieldContextBase(contentItem);

/// <summary>A new field gets its first value.</summary>
public class InitializingContentFieldContext(ContentItem contentItem) : ContentFieldContextBase(contentItem);

/// <summary>A new item with the field is stored.</summary>
public class CreateContentFieldContext(ContentItem contentItem) : ContentFieldContextBase(contentItem);

/// <summary>The field was read from the store.</summary>
public class LoadContentFieldContext(ContentItem contentItem) : ContentFieldContextBase(contentItem);

/// <summary>The field comes from an import.</summary>
public class ImportContentFieldContext(ContentItem contentItem, ContentItem? originalContentItem = null) : ContentFieldContextBase(contentItem)
{
    /// <summary>The version that is there already; null if the item is new.</summary>
    public ContentItem? OriginalContentItem { get; set; } = originalContentItem;
}

/// <summary>The field of a stored item was changed.</summary>
public class UpdateContentFieldContext(ContentItem contentItem) : ContentFieldContextBase(contentItem);

/// <summary>A field is checked.</summary>
public class ValidateContentFieldContext(ContentItem contentItem) : ContentFieldContextBase(contentItem)
{
    public ContentValidateResult ContentValidateResult { get; internal init; } = new();

    /// <summary>Fails with the names of part and field put before the property's, as the editor has them.</summary>
    internal void Fail(string errorMessage, string propertyName) =>
        ContentValidateResult.Fail(new ValidationResult(errorMessage, [$"{PartName}.{ContentPartFieldDefinition.Name}.{propertyName}"]));
}

/// <summary>A new version is made from an existing one.</summary>
public class VersionContentFieldContext(ContentItem contentItem, ContentItem buildingContentItem) : ContentFieldContextBase(contentItem)
{
    public ContentItem BuildingContentItem { get; } = buildingContentItem;
}

/// <summary>A draft with the field is saved.</summary>
public class SaveDraftContentFieldContext(ContentItem contentItem) : ContentFieldContextBase(contentItem);

/// <summary>The item is published or withdrawn.</summary>
public class PublishContentFieldContext(ContentItem contentItem, ContentItem? previousContentItem) : ContentFieldContextBase(contentItem)
{
    /// <summary>The version that was public so far; null if there was none.</summary>
    public ContentItem? PreviousItem { get; set; } = previousContentItem;

    /// <summary>Set in Publishing to keep the item from being published.</summary>
    public bool Cancel { get; set; }
}

/// <summary>The item, or a draft of it, is removed.</summary>
public class RemoveContentFieldContext(ContentItem contentItem, bool noActiveVersionLeft = false) : ContentFieldContextBase(contentItem)
{
    /// <summary>Whether neither a draft nor a published version is left afterwards.</summary>
    public bool NoActiveVersionLeft { get; } = noActiveVersionLeft;
}

/// <summary>The item is copied to a new one.</summary>
public class CloneContentFieldContext(ContentItem contentItem, ContentItem cloneContentItem) : ContentFieldContextBase(contentItem)
{
    public ContentItem CloneContentItem { get; set; } = cloneContentItem;
}
