using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata.Models;

namespace PropertySuite.Platform.Features.Fields;

// View models of editors. The shapes made of them are subclasses, so none is sealed.

/// <summary>What every field's editor and display know.</summary>
public class FieldView
{
    [ValidateNever]
    public ContentPartFieldDefinition Definition { get; set; } = null!;

    [ValidateNever]
    public ContentPart Part { get; set; } = null!;

    [ValidateNever]
    public string Label => Definition.DisplayName();
}

public class TextFieldView : FieldView
{
    public string? Text { get; set; }
}

public class BooleanFieldView : FieldView
{
    public bool Value { get; set; }
}

/// <summary>A value as the reader's language writes it; text, so that what cannot be read comes back as it was typed.</summary>
public class WrittenFieldView : FieldView
{
    public string? Value { get; set; }
}

public class DateTimeFieldView : FieldView
{
    /// <summary>The instant, UTC, for displays.</summary>
    public DateTime? Utc { get; set; }

    /// <summary>Local date, as <c>yyyy-MM-dd</c>.</summary>
    public string? Date { get; set; }

    /// <summary>Local time, as typed.</summary>
    public string? Time { get; set; }
}

public class ContentPickerFieldView : FieldView
{
    public string[] ContentItemIds { get; set; } = [];

    [ValidateNever]
    public IReadOnlyList<ContentItem> Chosen { get; set; } = [];

    [ValidateNever]
    public IReadOnlyList<ContentPickerResult> Offered { get; set; } = [];

    /// <summary>Words that were looked for and name none or several.</summary>
    public string? Words { get; set; }
}

/// <summary>What a picker sends without script.</summary>
public class PickerWords
{
    public string? Find { get; set; }
}

public class HtmlView : FieldView
{
    /// <summary>As written, in editors; cleaned, in displays.</summary>
    public string? Html { get; set; }
}

public class TitlePartView
{
    public string? Title { get; set; }

    public bool IsRequired { get; set; }

    public bool IsReadOnly { get; set; }
}

public class HtmlBodyPartView
{
    public string? Html { get; set; }
}
