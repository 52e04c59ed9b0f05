#nullable enable
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Platform.Resources;

internal sealed class ResourceManager(
    IOptions<ResourceManagementOptions> options,
    IFileVersionProvider versions,
    IHttpContextAccessor httpContextAccessor) : IResourceManager
{
    private readonly ResourceManagementOptions _options = options.Value;
    private readonly Dictionary<(string Type, string Name), RequireSettings> _required = new(KeyComparer.Instance);
    private readonly HashSet<ResourceDefinition> _written = [];
    private readonly Dictionary<string, MetaEntry> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<LinkEntry> _links = [];
    private readonly List<IHtmlContent> _headScripts = [];
    private readonly List<IHtmlContent> _footScripts = [];
    private readonly List<IHtmlContent> _styles = [];
    private ResourceManifest? _inline;

    public ResourceManifest InlineManifest => _inline ??= new ResourceManifest();

    public RequireSettings RegisterResource(string resourceType, string resourceName)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceType);
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        var key = (resourceType, resourceName);
        if (!_required.TryGetValue(key, out var settings))
            _required[key] = settings = new RequireSettings(_options) { Type = resourceType, Name = resourceName };

        return settings;
    }

    public RequireSettings RegisterUrl(string resourceType, string resourcePath, string resourceDebugPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourcePath);
        var resources = InlineManifest.GetResources(resourceType);
        if (!resources.ContainsKey(resourcePath))
            InlineManifest.DefineResource(resourceType, resourcePath).SetUrl(resourcePath, resourceDebugPath);

        return RegisterResource(resourceType, resourcePath);
    }

    public void NotRequired(string resourceType, string resourceName) => _required.Remove((resourceType, resourceName));

    public void RegisterHeadScript(IHtmlContent script) => _headScripts.Add(script);

    public void RegisterFootScript(IHtmlContent script) => _footScripts.Add(script);

    public void RegisterStyle(IHtmlContent style) => _styles.Add(style);

    public void RegisterLink(LinkEntry link) => _links.Add(link);

    public void RegisterMeta(MetaEntry meta) => _metas[meta.Key] = meta;

    public void AppendMeta(MetaEntry meta, string contentSeparator) =>
        _metas[meta.Key] = _metas.TryGetValue(meta.Key, out var existing) ? MetaEntry.Combine(existing, meta, contentSeparator) : meta;

    public IEnumerable<LinkEntry> GetRegisteredLinks() => _links;

    public IEnumerable<MetaEntry> GetRegisteredMetas() => _metas.Values;

    public IEnumerable<IHtmlContent> GetRegisteredHeadScripts() => _headScripts;

    public IEnumerable<IHtmlContent> GetRegisteredFootScripts() => _footScripts;

    public IEnumerable<IHtmlContent> GetRegisteredStyles() => _styles;

    public ResourceDefinition? FindResource(RequireSettings settings)
    {
        ResourceDefinition? best = null;
        foreach (var manifest in Manifests())
        {
            if (!manifest.GetResources(settings.Type).TryGetValue(settings.Name, out var versionsOfName))
                continue;

            foreach (var candidate in versionsOfName)
            {
                if (Fits(candidate, settings.Version) && (best is null || Compare(candidate.Version, best.Version) > 0))
                    best = candidate;
            }
        }

        if (best is null && settings.InlineDefinition is not null)
            best = InlineManifest.DefineResource(settings.Type, settings.Name);

        if (best is not null && settings.InlineDefinition is { } define)
        {
            settings.InlineDefinition = null;
            define(best);
        }

        return best;
    }

    public IEnumerable<ResourceRequiredContext> GetRequiredResources(string resourceType)
    {
        var ordered = new List<ResourceRequiredContext>();
        var seen = new HashSet<ResourceDefinition>();
        var wanted = _required.Values.Where(s => string.Equals(s.Type, resourceType, StringComparison.OrdinalIgnoreCase)).ToList();

        foreach (var settings in wanted.OrderBy(s => Rank(s, FindResource(s))))
            Visit(settings, dependent: null);

        // What others depend on cannot be written after them: a dependent at the head takes it along.
        return ordered;

        void Visit(RequireSettings settings, RequireSettings? dependent)
        {
            var definition = FindResource(settings) ?? throw new InvalidOperationException(dependent is null
                ? $"Could not find a resource of type '{settings.Type}' named '{settings.Name}' with version '{settings.Version ?? "any"}'."
                : $"Could not find a resource of type '{settings.Type}' named '{settings.Name}', which '{dependent.Name}' depends on.");

            if (dependent is not null)
                settings.UpdatePositionFromDependent(dependent);

            if (!seen.Add(definition))
            {
                if (dependent?.Location == ResourceLocation.Head && ordered.FirstOrDefault(c => c.Resource == definition) is { } known)
                    known.Settings.Location = ResourceLocation.Head;
                return;
            }

            foreach (var name in (definition.Dependencies ?? []).Concat(settings.Dependencies ?? []))
            {
                var (dependency, version) = Split(name);
                var own = _required.TryGetValue((settings.Type, dependency), out var registered)
                    ? registered
                    : new RequireSettings(_options) { Type = settings.Type, Name = dependency }.UseVersion(version);
                Visit(own, settings);
            }

            ordered.Add(new ResourceRequiredContext { Resource = definition, Settings = settings, FileVersionProvider = versions });
        }
    }

    public void RenderMeta(TextWriter writer) => Lines(writer, _metas.Values.Select(m => m.GetTag()));

    public void RenderHeadLink(TextWriter writer)
    {
        foreach (var link in _links)
        {
            if (link.AppendVersion && link.Href is { Length: > 0 } href)
            {
                var path = ApplicationPath;
                link.Href = versions.AddFileVersionToPath(path, href.StartsWith("~/", StringComparison.Ordinal) ? path.Value!.TrimEnd('/') + href[1..] : href);
            }
            else if (link.Href?.StartsWith("~/", StringComparison.Ordinal) == true)
            {
                link.Href = ApplicationPath.Value!.TrimEnd('/') + link.Href[1..];
            }
        }

        Lines(writer, _links.Select(l => l.GetTag()));
    }

    public void RenderStylesheet(TextWriter writer)
    {
        foreach (var context in GetRequiredResources("stylesheet"))
        {
            if (context.Settings.Location != ResourceLocation.Inline)
                Write(context, writer);
        }

        Lines(writer, _styles);
    }

    public void RenderHeadScript(TextWriter writer)
    {
        foreach (var context in GetRequiredResources("script"))
        {
            if (context.Settings.Location == ResourceLocation.Head)
                Write(context, writer);
        }

        Lines(writer, _headScripts);
    }

    public void RenderFootScript(TextWriter writer)
    {
        foreach (var context in GetRequiredResources("script"))
        {
            if (context.Settings.Location is ResourceLocation.Foot or ResourceLocation.Unspecified)
                Write(context, writer);
        }

        Lines(writer, _footScripts);
    }

    public void RenderLocalScript(RequireSettings settings, TextWriter writer) => RenderLocal(settings, writer);

    public void RenderLocalStyle(RequireSettings settings, TextWriter writer) => RenderLocal(settings, writer);

    private void RenderLocal(RequireSettings settings, TextWriter writer)
    {
        foreach (var context in GetRequiredResources(settings.Type))
        {
            if (context.Settings.Location == ResourceLocation.Inline || context.Settings == settings)
                Write(context, writer);
        }
    }

    private PathString ApplicationPath => httpContextAccessor.HttpContext?.Request.PathBase ?? PathString.Empty;

    private IEnumerable<ResourceManifest> Manifests() =>
        _inline is null ? _options.ResourceManifests : _options.ResourceManifests.Append(_inline);

    private void Write(ResourceRequiredContext context, TextWriter writer)
    {
        if (!_written.Add(context.Resource))
            return;

        context.WriteTo(writer, ApplicationPath.Value ?? string.Empty);
        writer.Write('\n');
    }

    private static void Lines(TextWriter writer, IEnumerable<IHtmlContent> contents)
    {
        foreach (var content in contents)
        {
            content.WriteTo(writer, HtmlEncoder.Default);
            writer.Write('\n');
        }
    }

    private static int Rank(RequireSettings settings, ResourceDefinition? definition)
    {
        var position = settings.Position != ResourcePosition.ByDependency ? settings.Position : definition?.Position ?? ResourcePosition.ByDependency;
        return position switch { ResourcePosition.First => 0, ResourcePosition.Last => 2, _ => 1 };
    }

    private static (string Name, string? Version) Split(string name)
    {
        var colon = name.LastIndexOf(':');
        return colon > 0 ? (name[..colon], name[(colon + 1)..]) : (name, null);
    }

    private static bool Fits(ResourceDefinition candidate, string? version) =>
        string.IsNullOrEmpty(version)
        || candidate.Version == version
        || candidate.Version?.StartsWith(version + ".", StringComparison.Ordinal) == true;

    private static int Compare(string? left, string? right) =>
        Version.TryParse(left, out var l) ? Version.TryParse(right, out var r) ? l.CompareTo(r) : 1
        : right is null ? string.IsNullOrEmpty(left) ? 0 : 1 : -1;

    private sealed class KeyComparer : IEqualityComparer<(string Type, string Name)>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals((string Type, string Name) x, (string Type, string Name) y) =>
            string.Equals(x.Type, y.Type, StringComparison.OrdinalIgnoreCase) && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Type, string Name) obj) =>
            HashCode.Combine(StringComparer.OrdinalIgnoreCase.GetHashCode(obj.Type), StringComparer.OrdinalIgnoreCase.GetHashCode(obj.Name));
    }
}
