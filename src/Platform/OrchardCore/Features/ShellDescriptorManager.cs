using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Descriptor;
using OrchardCore.Environment.Shell.Descriptor.Models;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Features;

/// <summary>Reads and writes which features the current tenant has.</summary>
internal sealed class ShellDescriptorManager(SiteFolder folder, ShellSettings settings, IShellHost host) : IShellDescriptorManager
{
    public Task<ShellDescriptor> GetShellDescriptorAsync() => ShellDescriptorStore.ReadAsync(folder.Path);

    public async Task UpdateShellDescriptorAsync(int priorSerialNumber, IEnumerable<ShellFeature> enabledFeatures)
    {
        var descriptor = await GetShellDescriptorAsync();
        if (descriptor.SerialNumber != priorSerialNumber)
            throw new InvalidOperationException("The features were changed by somebody else in the meantime; nothing was changed.");

        descriptor.SerialNumber++;
        descriptor.Features = [.. enabledFeatures.DistinctBy(feature => feature.Id)];
        var known = descriptor.Installed.Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var feature in descriptor.Features.Where(feature => known.Add(feature.Id)))
            descriptor.Installed.Add(new InstalledShellFeature(feature) { SerialNumber = descriptor.SerialNumber });

        await ShellDescriptorStore.WriteAsync(folder.Path, descriptor);
        await host.ChangedAsync(descriptor, settings);
    }
}
