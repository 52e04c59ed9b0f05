using Microsoft.Extensions.Options;
using OrchardCore.ResourceManagement;

namespace PropertySuite.Office;

/// <summary>
/// Names of the styles and scripts: <c>ps-parts</c> (what both themes share), <c>ps-office</c>, <c>ps-flow</c>, <c>ps-print</c>;
/// scripts <c>ps</c> (start of Stimulus), <c>ps-office</c>, <c>ps-scan</c> (camera).
/// </summary>
public sealed class OfficeResources : IConfigureOptions<ResourceManagementOptions>
{
    private const string Files = "~/PropertySuite.Office";

    private static readonly string[] Shared = ["tokens", "base", "controls", "navigation", "menus", "cards", "forms", "files", "notices", "tables", "picture", "visits", "talk"];

    private static readonly string[] OfficeOnly = ["shell", "records", "figures"];

    /// <inheritdoc/>
    public void Configure(ResourceManagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ResourceManifests.Add(Styles(new ResourceManifest()));
        options.ResourceManifests.Add(Scripts(new ResourceManifest()));
    }

    private static ResourceManifest Styles(ResourceManifest manifest)
    {
        foreach (var name in Shared.Concat(OfficeOnly).Append("flow").Append("print"))
        {
            var style = manifest.DefineStyle("ps-" + name).SetUrl($"{Files}/css/{name}.css");
            if (name != Shared[0])
            {
                style.SetDependencies("ps-" + Shared[0]);
            }
        }

        // Written in this order; the last file of a chain is the name that pages require.
        manifest.DefineStyle("ps-parts").SetUrl($"{Files}/css/utilities.css").SetDependencies([.. Shared.Select(name => "ps-" + name)]);
        manifest.DefineStyle("ps-office").SetUrl($"{Files}/css/office.css").SetDependencies(["ps-parts", .. OfficeOnly.Select(name => "ps-" + name)]);
        return manifest;
    }

    private static ResourceManifest Scripts(ResourceManifest manifest)
    {
        Module(manifest, "ps", "app");
        Module(manifest, "ps-office", "office");
        Module(manifest, "ps-scan", "scan").SetDependencies("ps");
        return manifest;
    }

    // The modules import one another by plain paths; a version on some of the addresses would load those files twice.
    private static ResourceDefinition Module(ResourceManifest manifest, string name, string file)
        => manifest.DefineScript(name).SetUrl($"{Files}/js/{file}.js").SetAttribute("type", "module").ShouldAppendVersion(false);
}
