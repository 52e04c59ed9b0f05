namespace OrchardCore.ResourceManagement;

/// <summary>A set of named scripts and styles that a module offers.</summary>
public class ResourceManifest
{
    private readonly Dictionary<string, IDictionary<string, IList<ResourceDefinition>>> _resources = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Address under which the relative addresses of the manifest's resources lie; null: none.</summary>
    public string BasePath { get; internal set; }

    /// <summary>Adds a resource; a name may be defined several times with different versions.</summary>
    public virtual ResourceDefinition DefineResource(string resourceType, string resourceName)
    {
        var definition = new ResourceDefinition(this, resourceType, resourceName);
        var resources = GetResources(resourceType);
        if (!resources.TryGetValue(resourceName, out var versions))
            resources[resourceName] = versions = [];

        versions.Add(definition);
        return definition;
    }

    public ResourceDefinition DefineScript(string name) => DefineResource("script", name);

    public ResourceDefinition DefineStyle(string name) => DefineResource("stylesheet", name);

    /// <summary>The resources of one kind by name; empty when the manifest has none of it.</summary>
    public virtual IDictionary<string, IList<ResourceDefinition>> GetResources(string resourceType)
    {
        if (!_resources.TryGetValue(resourceType, out var resources))
            _resources[resourceType] = resources = new Dictionary<string, IList<ResourceDefinition>>(StringComparer.OrdinalIgnoreCase);

        return resources;
    }
}
