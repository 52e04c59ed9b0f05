using OrchardCore.ContentManagement;

namespace OrchardCore.Contents.Models;

/// <summary>Lets editors see and change an item's owner and date of creation.</summary>
public class CommonPart : ContentPart
{
}

/// <summary>Which of them a type's editors see.</summary>
public class CommonPartSettings
{
    public bool DisplayDateEditor { get; set; }

    public bool DisplayOwnerEditor { get; set; }
}

/// <summary>By which text the items of a type are found.</summary>
public class FullTextAspectSettings
{
    public bool IncludeFullTextTemplate { get; set; }

    public string? FullTextTemplate { get; set; }

    public bool IncludeBodyAspect { get; set; } = true;

    public bool IncludeDisplayText { get; set; } = true;
}
