using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Descriptor;
using OrchardCore.Environment.Shell.Descriptor.Models;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Features;

/// <summary>Reads and writes which features the current tenant has.</summary>
internal sealed class ShellDescriptorManager(SiteFolder folder, ShellSettings settings, IShellHost host) : IShellDescriptorManager
{
    public async Task<ShellDescriptor> GetShellDescriptorAsync() =>
        SiteTransaction.Current?.Features ?? await ShellDescriptorStore.ReadAsync(folder.Path);

    public async Task UpdateShellDescriptorAsync(int priorSerialNumber, IEnumerable<ShellFeature> enabledFeatures)
    {
        var descriptor = await CopyAsync();
        if (descriptor.SerialNumber != priorSerialNumber)
            throw new InvalidOperationException("The features were changed by somebody else in the meantime; nothing was changed.");

        descriptor.SerialNumber++;
        descriptor.Features = [.. enabledFeatures.DistinctBy(feature => feature.Id)];
        var known = descriptor.Installed.Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var feature in descriptor.Features.Where(feature => known.Add(feature.Id)))
            descriptor.Installed.Add(new InstalledShellFeature(feature) { SerialNumber = descriptor.SerialNumber });

        if (SiteTransaction.Current is { } transaction)
        {
            transaction.Features = descriptor;
            return;
        }

        await ShellDescriptorStore.WriteAsync(folder.Path, descriptor);
        await host.ChangedAsync(descriptor, settings);
    }

    private async Task<ShellDescriptor> CopyAsync()
    {
        var current = await GetShellDescriptorAsync();
        return new ShellDescriptor { SerialNumber = current.SerialNumber, Features = [.. current.Features], Installed = [.. current.Installed] };
    }
}
