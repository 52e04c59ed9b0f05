using OrchardCore.ContentManagement;

namespace OrchardCore.ContentFields.Fields;

/// <summary>Text.</summary>
public class TextField : ContentField
{
    public string? Text { get; set; }
}

/// <summary>Yes or no.</summary>
public class BooleanField : ContentField
{
    public bool Value { get; set; }
}

/// <summary>A number; null for none.</summary>
public class NumericField : ContentField
{
    public decimal? Value { get; set; }
}

/// <summary>A local date, without time or zone; null for none.</summary>
public class DateField : ContentField
{
    public DateTime? Value { get; set; }
}

/// <summary>An instant in UTC, edited in the community's time; null for none.</summary>
public class DateTimeField : ContentField
{
    public DateTime? Value { get; set; }
}

/// <summary>A local time of day; null for none.</summary>
public class TimeField : ContentField
{
    public TimeSpan? Value { get; set; }
}

/// <summary>References to other items, by their content item ids.</summary>
public class ContentPickerField : ContentField
{
    public string[] ContentItemIds { get; set; } = [];
}

/// <summary>References to users, by their user ids.</summary>
public class UserPickerField : ContentField
{
    public string[] UserIds { get; set; } = [];
}

/// <summary>Markup, stored as written and cleaned when rendered.</summary>
public class HtmlField : ContentField
{
    public string? Html { get; set; }
}
