using System.Text.Json.Nodes;
using OrchardCore.Environment.Shell.Descriptor.Models;

namespace PropertySuite.Platform.Shells;

/// <summary>
/// The features of a tenant, in <c>features.json</c> of its folder: they must be known before its services, and so its
/// database, can be built. A change that belongs to a database transaction is laid beside it first, as
/// <c>features.pending.json</c> with a token that the transaction stores: a crash between commit and file is settled at the
/// next start by what the database holds.
/// </summary>
internal static class ShellDescriptorStore
{
    private const string FileName = "features.json";
    private const string PendingName = "features.pending.json";

    public static async Task<ShellDescriptor> ReadAsync(string siteFolder) => From(await DataFolder.ReadAsync(Path.Combine(siteFolder, FileName)));

    public static Task WriteAsync(string siteFolder, ShellDescriptor descriptor) =>
        DataFolder.WriteAsync(Path.Combine(siteFolder, FileName), ToJson(descriptor));

    public static bool HasPending(string siteFolder) => File.Exists(Path.Combine(siteFolder, PendingName));

    /// <summary>Lays a change down that counts once the token is in the database.</summary>
    public static Task PrepareAsync(string siteFolder, ShellDescriptor descriptor, string token)
    {
        var json = ToJson(descriptor);
        json["Token"] = token;
        return DataFolder.WriteAsync(Path.Combine(siteFolder, PendingName), json);
    }

    /// <summary>Makes the change that was laid down the features of the site, if the database holds its token; else forgets it.</summary>
    /// <param name="committed">The token that the database holds; null for none.</param>
    public static async Task SettleAsync(string siteFolder, string? committed)
    {
        var path = Path.Combine(siteFolder, PendingName);
        var json = await DataFolder.ReadAsync(path);
        if (committed is not null && json["Token"]?.ToString() == committed && From(json) is var pending && pending.SerialNumber > (await ReadAsync(siteFolder)).SerialNumber)
            await WriteAsync(siteFolder, pending);
        File.Delete(path);
    }

    public static void ForgetPending(string siteFolder) => File.Delete(Path.Combine(siteFolder, PendingName));

    private static ShellDescriptor From(JsonObject json) => new()
    {
        SerialNumber = json["SerialNumber"]?.GetValue<int>() ?? 0,
        Features = [.. (json["Features"] as JsonArray ?? []).Select(id => new ShellFeature(id!.ToString()))],
        Installed = [.. (json["Installed"] as JsonObject ?? []).Select(pair => new InstalledShellFeature { Id = pair.Key, SerialNumber = pair.Value!.GetValue<int>() })],
    };

    private static JsonObject ToJson(ShellDescriptor descriptor)
    {
        var installed = new JsonObject();
        foreach (var feature in descriptor.Installed)
            installed[feature.Id] = feature.SerialNumber;
        return new JsonObject
        {
            ["SerialNumber"] = descriptor.SerialNumber,
            ["Features"] = new JsonArray([.. descriptor.Features.Select(feature => JsonValue.Create(feature.Id))]),
            ["Installed"] = installed,
        };
    }
}
