namespace OrchardCore.DisplayManagement.Html;

/// <summary>CSS classes of editors. A theme may change them; several classes are separated by blanks.</summary>
public class TheAdminThemeOptions
{
    public string WrapperClasses { get; set; } = "form-row";

    public string LimitedWidthWrapperClasses { get; set; } = "form-limited-row";

    public string LimitedWidthClasses { get; set; } = "form-limited";

    public string StartClasses { get; set; } = "form-start";

    public string EndClasses { get; set; } = "form-end";

    public string LabelClasses { get; set; } = "form-label";

    public string OffsetClasses { get; set; } = "form-offset";

    public string LabelRequiredClasses { get; set; } = "required";
}
