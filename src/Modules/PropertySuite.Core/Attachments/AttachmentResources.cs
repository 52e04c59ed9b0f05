using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Core;

/// <summary>Name of the script <c>ps-attach</c>, which gathers files that are chosen, dropped or pasted.</summary>
public sealed class AttachmentResources : IConfigureOptions<ResourceManagementOptions>
{
    /// <inheritdoc/>
    public void Configure(ResourceManagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var manifest = new ResourceManifest();
        // The modules import one another by plain paths; a version on some of the addresses would load those files twice.
        manifest.DefineScript("ps-attach").SetUrl("~/PropertySuite.Core/js/attach.js").SetAttribute("type", "module").ShouldAppendVersion(false).SetDependencies("ps");
        options.ResourceManifests.Add(manifest);
    }
}
