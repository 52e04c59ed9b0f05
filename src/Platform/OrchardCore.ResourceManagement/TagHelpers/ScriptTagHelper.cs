using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

/// <summary><c>&lt;script asp-name="…" at="Foot"&gt;</c> or <c>asp-src</c>: asks for a script, or defines one on the spot.</summary>
[HtmlTargetElement("script", Attributes = "asp-name")]
[HtmlTargetElement("script", Attributes = "asp-src")]
[HtmlTargetElement("script", Attributes = "at")]
public class ScriptTagHelper(IResourceManager resources) : TagHelper
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
        var request = new ResourceTagRequest("script", Name, Src, DebugSrc, CdnSrc, DebugCdnSrc, DependsOn, Version, At)
        {
            AppendVersion = AppendVersion,
            UseCdn = UseCdn,
            Debug = Debug,
            Culture = Culture,
        };
        return request.RegisterAsync(resources, output, (settings, writer) => resources.RenderLocalScript(settings, writer), resources.RegisterHeadScript, resources.RegisterFootScript);
    }
}
