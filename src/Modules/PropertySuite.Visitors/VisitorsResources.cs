using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Visitors;

/// <summary>
/// Names of the scripts: <c>visits-gate</c> (keeps the gate's page for the time without a connection, and sends what
/// happened meanwhile), <c>visits-gate-offline</c> (that page), <c>visits-photo</c> (shrinks photos).
/// </summary>
public sealed class VisitorsResources : IConfigureOptions<ResourceManagementOptions>
{
    /// <inheritdoc/>
    public void Configure(ResourceManagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var manifest = new ResourceManifest();
        Module(manifest, "visits-gate", "gate");
        Module(manifest, "visits-gate-offline", "gate-offline");
        Module(manifest, "visits-photo", "photo");
        options.ResourceManifests.Add(manifest);
    }

    // The modules import one another by plain paths; a version on some of the addresses would load those files twice.
    private static void Module(ResourceManifest manifest, string name, string file) => manifest
        .DefineScript(name).SetUrl($"~/PropertySuite.Visitors/js/{file}.js").SetAttribute("type", "module").ShouldAppendVersion(false).SetDependencies("ps");
}
