using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

/// <summary><c>&lt;style asp-name="…"&gt;</c> or <c>asp-src</c>: asks for a stylesheet, or defines one on the spot.</summary>
[HtmlTargetElement("style", Attributes = "asp-name")]
[HtmlTargetElement("style", Attributes = "asp-src")]
[HtmlTargetElement("style", Attributes = "at")]
public class StyleTagHelper(IResourceManager resources) : TagHelper
{
    [HtmlAttributeName("asp-name")]
    public string Name { get; set; }

    [HtmlAttributeName("asp-src")]
    public string Src { get; set; }

    [HtmlAttributeName("asp-append-version")]
    public bool? AppendVersion { get; set; }

    public string CdnSrc { get; set; }

    public string DebugSrc { get; set; }

    public string DebugCdnSrc { get; set; }

    public bool? UseCdn { get; set; }

    public string Condition { get; set; }

    public string Culture { get; set; }

    public bool? Debug { get; set; }

    /// <summary>Names separated by commas or blanks.</summary>
    public string DependsOn { get; set; }

    public string Version { get; set; }

    public ResourceLocation At { get; set; }

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        var request = new ResourceTagRequest("stylesheet", Name, Src, DebugSrc, CdnSrc, DebugCdnSrc, DependsOn, Version, At)
        {
            AppendVersion = AppendVersion,
            UseCdn = UseCdn,
            Debug = Debug,
            Culture = Culture,
        };
        return request.RegisterAsync(resources, output, (settings, writer) => resources.RenderLocalStyle(settings, writer), resources.RegisterStyle, resources.RegisterStyle);
    }
}
