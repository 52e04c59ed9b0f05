using OrchardCore.ContentManagement;

namespace OrchardCore.Title.Models;

/// <summary>The title of an item; also what lists show of it.</summary>
public class TitlePart : ContentPart
{
    public string? Title { get; set; }
}

/// <summary>How a type's titles come about.</summary>
public class TitlePartSettings
{
    public TitlePartOptions Options { get; set; } = TitlePartOptions.Editable;

    /// <summary>Liquid that makes the title; null or empty for none.</summary>
    public string? Pattern { get; set; }

    /// <summary>Whether the title is shown as a heading of the item.</summary>
    public bool RenderTitle { get; set; } = true;
}

/// <summary>Who writes a title: a person or the pattern.</summary>
public enum TitlePartOptions
{
    Editable,
    GeneratedDisabled,
    GeneratedHidden,
    EditableRequired,
}
