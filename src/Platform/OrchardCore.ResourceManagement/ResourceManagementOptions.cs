namespace OrchardCore.ResourceManagement;

/// <summary>The manifests of a tenant's modules, and how addresses are written.</summary>
public class ResourceManagementOptions
{
    public bool UseCdn { get; set; }

    /// <summary>Prefix of local addresses; empty: none.</summary>
    public string CdnBaseUrl { get; set; }

    /// <summary>Whether the debug address of a resource is preferred.</summary>
    public bool DebugMode { get; set; }

    public string Culture { get; set; }

    /// <summary>Whether addresses carry a hash of the file, so that browsers may keep them for good.</summary>
    public bool AppendVersion { get; set; } = true;

    public string ContentBasePath { get; set; } = string.Empty;

    public HashSet<ResourceManifest> ResourceManifests { get; init; } = [];
}
