using Microsoft.AspNetCore.Html;

namespace OrchardCore.DisplayManagement.Title;

/// <summary>Collects what the page's title consists of.</summary>
public interface IPageTitleBuilder
{
    /// <summary>Sets the whole title; segments are then ignored.</summary>
    void SetFixedTitle(IHtmlContent title);

    void Clear();

    void AddSegment(IHtmlContent segment, string position = "0");

    /// <param name="separator">What stands between segments; null: a hyphen between blanks.</param>
    IHtmlContent GenerateTitle(IHtmlContent separator);
}
