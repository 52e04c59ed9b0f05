using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

/// <summary><c>&lt;meta asp-name="…"&gt;</c>: hands a meta tag to the layout's head.</summary>
[HtmlTargetElement("meta", Attributes = "asp-name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("meta", Attributes = "asp-property", TagStructure = TagStructure.WithoutEndTag)]
public class MetaTagHelper(IResourceManager resources) : TagHelper
{
    [HtmlAttributeName("asp-name")]
    public string Name { get; set; }

    [HtmlAttributeName("asp-property")]
    public string Property { get; set; }

    public string Content { get; set; }

    public string HttpEquiv { get; set; }

    public string Charset { get; set; }

    /// <summary>When set, joins the content with that of a tag of the same name.</summary>
    public string Separator { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var meta = new MetaEntry(Name, Property, Content, HttpEquiv, Charset);
        foreach (var attribute in output.Attributes)
            meta.SetAttribute(attribute.Name, attribute.Value?.ToString());

        if (Separator is null)
            resources.RegisterMeta(meta);
        else
            resources.AppendMeta(meta, Separator);

        output.SuppressOutput();
    }
}
