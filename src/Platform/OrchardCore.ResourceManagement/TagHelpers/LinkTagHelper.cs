using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

/// <summary><c>&lt;link asp-src="…"&gt;</c>: hands a link tag to the layout's head.</summary>
[HtmlTargetElement("link", Attributes = "asp-src", TagStructure = TagStructure.WithoutEndTag)]
public class LinkTagHelper(IResourceManager resources) : TagHelper
{
    [HtmlAttributeName("asp-src")]
    public string Src { get; set; }

    [HtmlAttributeName("asp-append-version")]
    public bool? AppendVersion { get; set; }

    public string Rel { get; set; }

    public string Condition { get; set; }

    public string Title { get; set; }

    public string Type { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var link = new LinkEntry { Href = Src, AppendVersion = AppendVersion ?? false };
        link.SetAttribute("rel", Rel).SetAttribute("title", Title).SetAttribute("type", Type);
        foreach (var attribute in output.Attributes)
            link.SetAttribute(attribute.Name, attribute.Value?.ToString());

        resources.RegisterLink(link);
        output.SuppressOutput();
    }
}
