using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Parking;

/// <summary>Name of the style <c>ps-parking</c>: the map of a level.</summary>
public sealed class ParkingResources : IConfigureOptions<ResourceManagementOptions>
{
    /// <inheritdoc/>
    public void Configure(ResourceManagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var manifest = new ResourceManifest();
        manifest.DefineStyle("ps-parking").SetUrl("~/PropertySuite.Parking/css/parking.css").SetDependencies("ps-office");
        options.ResourceManifests.Add(manifest);
    }
}
