using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using PropertySuite.Platform.Resources;

namespace OrchardCore.ResourceManagement;

/// <summary>One version of a named script or style.</summary>
public class ResourceDefinition
{
    internal ResourceDefinition(ResourceManifest manifest, string type, string name)
    {
        Manifest = manifest;
        Type = type;
        Name = name;
    }

    public ResourceManifest Manifest { get; }

    /// <summary>Overrides the manifest's base path; null: the manifest's.</summary>
    public string BasePath { get; private set; }

    public string Name { get; }

    /// <summary><c>script</c> or <c>stylesheet</c>.</summary>
    public string Type { get; }

    public string Version { get; private set; }

    /// <summary>Whether the address carries the file's hash; null: as the options say.</summary>
    public bool? AppendVersion { get; private set; }

    public string Url { get; private set; }

    public string UrlDebug { get; private set; }

    public string UrlCdn { get; private set; }

    public string UrlCdnDebug { get; private set; }

    public string CdnDebugIntegrity { get; private set; }

    public string CdnIntegrity { get; private set; }

    public string[] Cultures { get; private set; }

    public bool CdnSupportsSsl { get; private set; }

    /// <summary>Names of resources of the same kind that come first; null: none. <c>name:version</c> asks for a version.</summary>
    public List<string> Dependencies { get; private set; }

    public AttributeDictionary Attributes { get; private set; }

    public string InnerContent { get; private set; }

    public ResourcePosition Position { get; private set; }

    public ResourceDefinition SetAttribute(string name, string value)
    {
        Attributes ??= [];
        Attributes[name] = value;
        return this;
    }

    public ResourceDefinition SetBasePath(string basePath)
    {
        BasePath = basePath;
        return this;
    }

    public ResourceDefinition SetUrl(string url) => SetUrl(url, null);

    public ResourceDefinition SetUrl(string url, string urlDebug)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        Url = url;
        if (urlDebug is not null)
            UrlDebug = urlDebug;

        return this;
    }

    public ResourceDefinition SetCdn(string cdnUrl) => SetCdn(cdnUrl, null, null);

    public ResourceDefinition SetCdn(string cdnUrl, string cdnUrlDebug) => SetCdn(cdnUrl, cdnUrlDebug, null);

    public ResourceDefinition SetCdn(string cdnUrl, string cdnUrlDebug, bool? cdnSupportsSsl)
    {
        ArgumentException.ThrowIfNullOrEmpty(cdnUrl);
        UrlCdn = cdnUrl;
        if (cdnUrlDebug is not null)
            UrlCdnDebug = cdnUrlDebug;
        if (cdnSupportsSsl.HasValue)
            CdnSupportsSsl = cdnSupportsSsl.Value;

        return this;
    }

    public ResourceDefinition SetCdnIntegrity(string cdnIntegrity) => SetCdnIntegrity(cdnIntegrity, null);

    public ResourceDefinition SetCdnIntegrity(string cdnIntegrity, string cdnDebugIntegrity)
    {
        ArgumentException.ThrowIfNullOrEmpty(cdnIntegrity);
        CdnIntegrity = cdnIntegrity;
        if (cdnDebugIntegrity is not null)
            CdnDebugIntegrity = cdnDebugIntegrity;

        return this;
    }

    public ResourceDefinition SetVersion(string version)
    {
        Version = version;
        return this;
    }

    public ResourceDefinition ShouldAppendVersion(bool? appendVersion)
    {
        AppendVersion = appendVersion;
        return this;
    }

    public ResourceDefinition SetCultures(params string[] cultures)
    {
        Cultures = cultures;
        return this;
    }

    public ResourceDefinition SetDependencies(params string[] dependencies)
    {
        Dependencies ??= [];
        Dependencies.AddRange(dependencies);
        return this;
    }

    /// <summary>The resource's text, written into the page. The platform's policy forbids inline script and style, so nothing of ours uses it.</summary>
    public ResourceDefinition SetInnerContent(string innerContent)
    {
        InnerContent = innerContent;
        return this;
    }

    public ResourceDefinition SetPosition(ResourcePosition position)
    {
        Position = position;
        return this;
    }

    /// <summary>The tag that refers to the resource.</summary>
    public TagBuilder GetTagBuilder(RequireSettings settings, string applicationPath, IFileVersionProvider fileVersionProvider) =>
        ResourceTag.Build(this, settings, applicationPath, fileVersionProvider);

    /// <summary>The most specific of <see cref="Cultures"/> that fits; null when none does.</summary>
    public string FindNearestCulture(string culture)
    {
        if (Cultures is null || string.IsNullOrEmpty(culture))
            return null;

        for (var candidate = CultureInfo.GetCultureInfo(culture); candidate.Name.Length > 0; candidate = candidate.Parent)
        {
            if (Array.Exists(Cultures, c => string.Equals(c, candidate.Name, StringComparison.OrdinalIgnoreCase)))
                return candidate.Name;
        }

        return null;
    }
}
