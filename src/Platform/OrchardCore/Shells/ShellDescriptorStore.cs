using System.Text.Json.Nodes;
using OrchardCore.Environment.Shell.Descriptor.Models;

namespace PropertySuite.Platform.Shells;

/// <summary>
/// The features of a tenant, in <c>features.json</c> of its folder: they must be known before its services, and so its
/// database, can be built.
/// </summary>
internal static class ShellDescriptorStore
{
    private const string FileName = "features.json";

    public static async Task<ShellDescriptor> ReadAsync(string siteFolder)
    {
        var json = await DataFolder.ReadAsync(Path.Combine(siteFolder, FileName));
        return new ShellDescriptor
        {
            SerialNumber = json["SerialNumber"]?.GetValue<int>() ?? 0,
            Features = [.. (json["Features"] as JsonArray ?? []).Select(id => new ShellFeature(id!.ToString()))],
            Installed = [.. (json["Installed"] as JsonObject ?? []).Select(pair => new InstalledShellFeature { Id = pair.Key, SerialNumber = pair.Value!.GetValue<int>() })],
        };
    }

    public static Task WriteAsync(string siteFolder, ShellDescriptor descriptor)
    {
        var installed = new JsonObject();
        foreach (var feature in descriptor.Installed)
            installed[feature.Id] = feature.SerialNumber;
        return DataFolder.WriteAsync(Path.Combine(siteFolder, FileName), new JsonObject
        {
            ["SerialNumber"] = descriptor.SerialNumber,
            ["Features"] = new JsonArray([.. descriptor.Features.Select(feature => JsonValue.Create(feature.Id))]),
            ["Installed"] = installed,
        });
    }
}
