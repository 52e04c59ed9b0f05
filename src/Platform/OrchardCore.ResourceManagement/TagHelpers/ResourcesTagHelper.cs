using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

/// <summary><c>&lt;resources type="…"&gt;</c>: writes what the page has asked for up to here.</summary>
[HtmlTargetElement("resources", Attributes = "type", TagStructure = TagStructure.NormalOrSelfClosing)]
public class ResourcesTagHelper(IResourcesTagHelperProcessor processor) : TagHelper
{
    public ResourceTagType Type { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        using var writer = new StringWriter();
        await processor.ProcessAsync(new ResourcesTagHelperProcessorContext(writer, Type));
        output.TagName = null;
        output.Content.SetHtmlContent(writer.ToString());
    }
}
