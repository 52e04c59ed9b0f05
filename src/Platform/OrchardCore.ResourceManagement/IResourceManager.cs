using Microsoft.AspNetCore.Html;

namespace OrchardCore.ResourceManagement;

/// <summary>What a page has asked for in scripts, styles, links and meta tags. One per request.</summary>
public interface IResourceManager
{
    /// <summary>Holds what was defined while the page was rendered.</summary>
    ResourceManifest InlineManifest { get; }

    /// <summary>The definition that fits best by name and version; null when there is none.</summary>
    ResourceDefinition FindResource(RequireSettings settings);

    void NotRequired(string resourceType, string resourceName);

    RequireSettings RegisterUrl(string resourceType, string resourcePath, string resourceDebugPath);

    RequireSettings RegisterResource(string resourceType, string resourceName);

    void RegisterHeadScript(IHtmlContent script);

    void RegisterFootScript(IHtmlContent script);

    void RegisterStyle(IHtmlContent style);

    void RegisterLink(LinkEntry link);

    void RegisterMeta(MetaEntry meta);

    void AppendMeta(MetaEntry meta, string contentSeparator);

    /// <summary>The required resources of a kind, each after what it depends on.</summary>
    /// <exception cref="InvalidOperationException">A required name, or one it depends on, is not defined.</exception>
    IEnumerable<ResourceRequiredContext> GetRequiredResources(string resourceType);

    IEnumerable<LinkEntry> GetRegisteredLinks();

    IEnumerable<MetaEntry> GetRegisteredMetas();

    IEnumerable<IHtmlContent> GetRegisteredHeadScripts();

    IEnumerable<IHtmlContent> GetRegisteredFootScripts();

    IEnumerable<IHtmlContent> GetRegisteredStyles();

    void RenderMeta(TextWriter writer);

    void RenderHeadLink(TextWriter writer);

    void RenderStylesheet(TextWriter writer);

    void RenderHeadScript(TextWriter writer);

    void RenderFootScript(TextWriter writer);

    void RenderLocalScript(RequireSettings settings, TextWriter writer);

    void RenderLocalStyle(RequireSettings settings, TextWriter writer);
}
