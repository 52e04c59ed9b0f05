using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Residence;

/// <summary>Style and script <c>ps-residence</c>, on top of the parts that both themes share.</summary>
public sealed class ResidenceResources : IConfigureOptions<ResourceManagementOptions>
{
    /// <inheritdoc/>
    public void Configure(ResourceManagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var manifest = new ResourceManifest();
        manifest.DefineStyle("ps-residence").SetUrl("~/PropertySuite.Residence/css/residence.css").SetDependencies("ps-parts");
        manifest.DefineScript("ps-residence").SetUrl("~/PropertySuite.Residence/js/residence.js").SetAttribute("type", "module").ShouldAppendVersion(false);
        options.ResourceManifests.Add(manifest);
    }
}
