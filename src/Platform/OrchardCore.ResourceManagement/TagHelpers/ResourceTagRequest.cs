#nullable enable
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace OrchardCore.ResourceManagement.TagHelpers;

/// <summary>What a script or style tag says, put into the request's resources.</summary>
internal sealed record ResourceTagRequest(
    string Type, string? Name, string? Src, string? DebugSrc, string? CdnSrc, string? DebugCdnSrc, string? DependsOn, string? Version, ResourceLocation At)
{
    private static readonly char[] Separators = [',', ' '];

    public bool? AppendVersion { get; init; }

    public bool? UseCdn { get; init; }

    public bool? Debug { get; init; }

    public string? Culture { get; init; }

    public async Task RegisterAsync(
        IResourceManager resources,
        TagHelperOutput output,
        Action<RequireSettings, TextWriter> renderHere,
        Action<IHtmlContent> registerHead,
        Action<IHtmlContent> registerFoot)
    {
        if (string.IsNullOrEmpty(Name) && string.IsNullOrEmpty(Src))
        {
            var tag = await TagAsync(output);
            if (At == ResourceLocation.Inline)
                output.Content.SetHtmlContent(tag);
            else if (At == ResourceLocation.Head)
                registerHead(tag);
            else
                registerFoot(tag);

            return;
        }

        var settings = string.IsNullOrEmpty(Name) ? resources.RegisterUrl(Type, Src, DebugSrc) : resources.RegisterResource(Type, Name);
        Apply(resources, settings);
        foreach (var attribute in output.Attributes)
            settings.SetAttribute(attribute.Name, attribute.Value?.ToString());

        if (At == ResourceLocation.Inline)
        {
            using var writer = new StringWriter();
            renderHere(settings, writer);
            output.Content.SetHtmlContent(writer.ToString());
        }
    }

    private void Apply(IResourceManager resources, RequireSettings settings)
    {
        if (At != ResourceLocation.Unspecified)
            settings.AtLocation(At);

        settings.UseCulture(Culture).UseVersion(Version);
        if (UseCdn is { } cdn)
            settings.UseCdn(cdn);
        if (Debug is { } debug)
            settings.UseDebugMode(debug);
        if (AppendVersion is { } append)
            settings.ShouldAppendVersion(append);

        var dependencies = DependsOn?.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (!string.IsNullOrEmpty(Name) && !string.IsNullOrEmpty(Src) && !resources.InlineManifest.GetResources(Type).ContainsKey(Name))
        {
            var definition = resources.InlineManifest.DefineResource(Type, Name).SetUrl(Src, DebugSrc).SetVersion(Version);
            if (!string.IsNullOrEmpty(CdnSrc))
                definition.SetCdn(CdnSrc, DebugCdnSrc);
            definition.SetDependencies(dependencies);
        }
        else if (dependencies.Length > 0)
        {
            settings.SetDependencies(dependencies);
        }
    }

    private async Task<TagBuilder> TagAsync(TagHelperOutput output)
    {
        var tag = new TagBuilder(Type == "stylesheet" ? "style" : "script");
        foreach (var attribute in output.Attributes)
            tag.Attributes[attribute.Name] = attribute.Value?.ToString();

        tag.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        return tag;
    }
}
