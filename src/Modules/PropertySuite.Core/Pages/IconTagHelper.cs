using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PropertySuite.Core.Pages;

/// <summary>
/// <c>&lt;icon name="units" size="sm" /&gt;</c>: a sign from the themes' sheet, under the community's own path. Hidden from
/// screen readers, since a word stands beside every sign.
/// </summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    private const string Sheet = "/PropertySuite.Office/icons.svg";

    /// <summary>Id of the sign in the sheet.</summary>
    public string Name { get; set; } = "";

    /// <summary><c>sm</c>, <c>lg</c> or <c>xl</c>; null for the usual size.</summary>
    public string? Size { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Size is null ? "ps-i" : $"ps-i ps-i-{Size}");
        output.Attributes.SetAttribute("aria-hidden", "true");

        var use = new TagBuilder("use") { TagRenderMode = TagRenderMode.SelfClosing };
        use.Attributes["href"] = $"{ViewContext.HttpContext.Request.PathBase}{Sheet}#{Name}";
        output.Content.SetHtmlContent(use);
    }
}
