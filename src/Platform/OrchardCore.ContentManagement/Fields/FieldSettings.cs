namespace OrchardCore.ContentFields.Settings;

public class TextFieldSettings
{
    public string? Hint { get; set; }

    public bool Required { get; set; }

    public string? DefaultValue { get; set; }
}

/// <summary>Settings of the editor <c>PredefinedList</c>.</summary>
public class TextFieldPredefinedListEditorSettings
{
    public ListValueOption[] Options { get; set; } = [];

    public EditorOption Editor { get; set; }

    public string? DefaultValue { get; set; }
}

/// <summary>How a list is chosen from.</summary>
public enum EditorOption
{
    Radio,
    Dropdown,
}

/// <summary>A choice: what is shown, and what is stored.</summary>
public class ListValueOption
{
    public ListValueOption()
    {
    }

    public ListValueOption(string name) : this(name, name)
    {
    }

    public ListValueOption(string name, string value)
    {
        Name = name;
        Value = value;
    }

    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}

public class BooleanFieldSettings
{
    public string? Hint { get; set; }

    public string? Label { get; set; }

    public bool DefaultValue { get; set; }
}

public class NumericFieldSettings
{
    public string? Hint { get; set; }

    public bool Required { get; set; }

    /// <summary>Digits after the decimal sign.</summary>
    public int Scale { get; set; }

    /// <summary>Smallest value allowed; null for any.</summary>
    public decimal? Minimum { get; set; }

    /// <summary>Largest value allowed; null for any.</summary>
    public decimal? Maximum { get; set; }

    public string? Placeholder { get; set; }

    public string? DefaultValue { get; set; }
}

public class DateFieldSettings
{
    public string? Hint { get; set; }

    public bool Required { get; set; }
}

public class DateTimeFieldSettings
{
    public string? Hint { get; set; }

    public bool Required { get; set; }
}

public class TimeFieldSettings
{
    public string? Hint { get; set; }

    public bool Required { get; set; }

    /// <summary>Step of the editor in seconds, as HTML has it; null for minutes.</summary>
    public string? Step { get; set; }
}

public class ContentPickerFieldSettings
{
    public string? Hint { get; set; }

    public bool Required { get; set; }

    public bool Multiple { get; set; }

    public bool DisplayAllContentTypes { get; set; }

    public string[] DisplayedContentTypes { get; set; } = [];

    public string[] DisplayedStereotypes { get; set; } = [];

    public string? TitlePattern { get; set; }
}

public class UserPickerFieldSettings
{
    public string? Hint { get; set; }

    public bool Required { get; set; }

    public bool Multiple { get; set; }

    public bool DisplayAllUsers { get; set; }

    public string[] DisplayedRoles { get; set; } = [];
}

public class HtmlFieldSettings
{
    public string? Hint { get; set; }

    public bool SanitizeHtml { get; set; } = true;
}
