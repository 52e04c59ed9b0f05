#nullable enable
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Platform.Resources;

/// <summary>Turns a definition into its tag.</summary>
internal static class ResourceTag
{
    public static TagBuilder Build(ResourceDefinition definition, RequireSettings settings, string? applicationPath, IFileVersionProvider? versions)
    {
        var tag = New(definition.Type);
        var url = Address(definition, settings, out var fromCdn);
        if (definition.InnerContent is { } inner && url is null)
        {
            tag.InnerHtml.AppendHtml(inner);
        }
        else if (url is not null)
        {
            url = Resolve(definition, settings, url, applicationPath, versions);
            tag.Attributes[definition.Type == "stylesheet" ? "href" : "src"] = url;
        }

        if (fromCdn && (settings.DebugMode ? definition.CdnDebugIntegrity : definition.CdnIntegrity) is { } integrity)
        {
            tag.Attributes["integrity"] = integrity;
            tag.Attributes["crossorigin"] = "anonymous";
        }

        if (definition.Attributes is not null)
            tag.MergeAttributes(definition.Attributes);
        if (settings.HasAttributes)
            tag.MergeAttributes(settings.Attributes);

        return tag;
    }

    private static TagBuilder New(string type)
    {
        if (type == "stylesheet")
        {
            var link = new TagBuilder("link") { TagRenderMode = TagRenderMode.SelfClosing };
            link.Attributes["rel"] = "stylesheet";
            return link;
        }

        if (type == "script")
            return new TagBuilder("script");

        var module = new TagBuilder("script");
        module.Attributes["type"] = type == "script-module" ? "module" : type;
        return module;
    }

    private static string? Address(ResourceDefinition definition, RequireSettings settings, out bool fromCdn)
    {
        fromCdn = settings.CdnMode && definition.UrlCdn is not null;
        var url = fromCdn
            ? settings.DebugMode ? definition.UrlCdnDebug ?? definition.UrlCdn : definition.UrlCdn
            : settings.DebugMode ? definition.UrlDebug ?? definition.Url : definition.Url ?? definition.UrlDebug;

        return url is not null && definition.FindNearestCulture(settings.Culture) is { } culture
            ? Path.ChangeExtension(url, culture + Path.GetExtension(url))
            : url;
    }

    private static string Resolve(ResourceDefinition definition, RequireSettings settings, string url, string? applicationPath, IFileVersionProvider? versions)
    {
        if (Uri.TryCreate(url, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" || url.StartsWith("//", StringComparison.Ordinal))
            return url;

        var path = applicationPath ?? string.Empty;
        var basePath = settings.BasePath ?? definition.BasePath ?? definition.Manifest?.BasePath;
        if (!url.StartsWith('/') && !url.StartsWith("~/", StringComparison.Ordinal) && !string.IsNullOrEmpty(basePath))
            url = basePath.TrimEnd('/') + "/" + url;

        if (url.StartsWith("~/", StringComparison.Ordinal))
            url = path.TrimEnd('/') + url[1..];

        if (versions is not null && (settings.AppendVersion ?? definition.AppendVersion ?? true) && definition.AppendVersion != false)
            url = versions.AddFileVersionToPath(path, url);

        return string.IsNullOrEmpty(settings.CdnBaseUrl) || !url.StartsWith('/') ? url : settings.CdnBaseUrl.TrimEnd('/') + url;
    }
}
