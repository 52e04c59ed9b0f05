using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PropertySuite.Office.TagHelpers;

/// <summary><c>&lt;ps-icon name="visits" size="sm" /&gt;</c>: a sign from <c>icons.svg</c>, hidden from screen readers.</summary>
[HtmlTargetElement("ps-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IUrlHelperFactory urls) : TagHelper
{
    /// <summary>Id in <c>icons.svg</c>.</summary>
    public string Name { get; set; } = "dot";

    /// <summary><c>sm</c>, <c>lg</c> or <c>xl</c>; empty for the usual size.</summary>
    public string Size { get; set; } = string.Empty;

    /// <summary>Further classes.</summary>
    public string Class { get; set; } = string.Empty;

    /// <summary>Set by the view engine.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var sprite = urls.GetUrlHelper(ViewContext).Content("~/PropertySuite.Office/icons.svg");
        var classes = string.Join(' ', new[] { "ps-i", Size.Length > 0 ? "ps-i-" + Size : string.Empty, Class }.Where(name => name.Length > 0));
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", classes);
        output.Attributes.SetAttribute("aria-hidden", "true");
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{sprite}#{Name}";
        output.Content.SetHtmlContent(use);
    }
}
