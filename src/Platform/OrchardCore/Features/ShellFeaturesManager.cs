using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Descriptor;
using OrchardCore.Environment.Shell.Descriptor.Models;
using OrchardCore.Environment.Shell.Scope;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Features;

/// <summary>The features of the current tenant. A change takes effect with the next scope, which gets a tenant built anew.</summary>
internal sealed class ShellFeaturesManager(
    ExtensionManager extensions, ShellSettings settings, IShellDescriptorManager descriptors, IServiceProvider services) : IShellFeaturesManager
{
    public Task<IEnumerable<IFeatureInfo>> GetAvailableFeaturesAsync()
        => Task.FromResult(extensions.GetFeatures().Where(feature => !feature.DefaultTenantOnly || settings.IsDefaultShell()));

    public async Task<IEnumerable<IFeatureInfo>> GetEnabledFeaturesAsync()
    {
        var factory = services.GetRequiredService<TenantFactory>();
        return factory.FeaturesOf(settings, await descriptors.GetShellDescriptorAsync());
    }

    public async Task<IEnumerable<IFeatureInfo>> GetAlwaysEnabledFeaturesAsync()
    {
        var factory = services.GetRequiredService<TenantFactory>();
        await Task.CompletedTask;
        return factory.FeaturesOf(settings, new ShellDescriptor());
    }

    public async Task<IEnumerable<IFeatureInfo>> GetDisabledFeaturesAsync()
    {
        var enabled = (await GetEnabledFeaturesAsync()).ToHashSet();
        return (await GetAvailableFeaturesAsync()).Where(feature => !enabled.Contains(feature));
    }

    public async Task<IEnumerable<IExtensionInfo>> GetEnabledExtensionsAsync()
        => (await GetEnabledFeaturesAsync()).Select(feature => feature.Extension).Distinct();

    public async Task<(IEnumerable<IFeatureInfo>, IEnumerable<IFeatureInfo>)> UpdateFeaturesAsync(
        IEnumerable<IFeatureInfo> featuresToDisable, IEnumerable<IFeatureInfo> featuresToEnable, bool force)
    {
        var available = (await GetAvailableFeaturesAsync()).ToHashSet();
        var enabled = (await GetEnabledFeaturesAsync()).ToList();
        var always = (await GetAlwaysEnabledFeaturesAsync()).ToHashSet();

        var disable = featuresToDisable.Where(feature => enabled.Contains(feature) && !always.Contains(feature)).ToHashSet();
        if (force)
            disable.UnionWith([.. disable.SelectMany(feature => extensions.GetDependentFeatures(feature.Id)).Where(feature => enabled.Contains(feature) && !always.Contains(feature))]);
        else
            disable.RemoveWhere(feature => extensions.GetDependentFeatures(feature.Id).Any(dependent => enabled.Contains(dependent) && !disable.Contains(dependent)));

        var enable = extensions.WithDependencies(featuresToEnable.Select(feature => feature.Id))
            .Where(feature => available.Contains(feature) && (!enabled.Contains(feature) || disable.Contains(feature)))
            .Cast<IFeatureInfo>().ToList();
        disable.ExceptWith(enable);
        var disabled = enabled.Where(disable.Contains).Reverse().ToList();
        enable.RemoveAll(enabled.Contains);
        if (disabled.Count == 0 && enable.Count == 0)
            return ([], []);

        var descriptor = await descriptors.GetShellDescriptorAsync();
        var installed = descriptor.Installed.Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var firstTime = enable.Where(feature => !installed.Contains(feature.Id)).ToList();

        var handlers = services.GetServices<IFeatureEventHandler>().ToArray();
        await RaiseAsync(handlers, disabled, static (handler, feature) => handler.DisablingAsync(feature));
        await RaiseAsync(handlers, firstTime, static (handler, feature) => handler.InstallingAsync(feature));
        await RaiseAsync(handlers, enable, static (handler, feature) => handler.EnablingAsync(feature));

        // What the recipe or a person asked for is kept; dependencies are found again from it.
        var kept = enabled.Except(disabled).Concat(enable).Except(always).Select(feature => new ShellFeature(feature.Id));
        await descriptors.UpdateShellDescriptorAsync(descriptor.SerialNumber, kept);

        ShellScope.AddDeferredTask(async scope =>
        {
            var later = scope.ServiceProvider.GetServices<IFeatureEventHandler>().ToArray();
            await RaiseAsync(later, disabled, static (handler, feature) => handler.DisabledAsync(feature));
            await RaiseAsync(later, firstTime, static (handler, feature) => handler.InstalledAsync(feature));
            await RaiseAsync(later, enable, static (handler, feature) => handler.EnabledAsync(feature));
        });
        return (disabled, enable);
    }

    private static async Task RaiseAsync(IFeatureEventHandler[] handlers, List<IFeatureInfo> features, Func<IFeatureEventHandler, IFeatureInfo, Task> raise)
    {
        foreach (var feature in features)
        {
            foreach (var handler in handlers)
                await raise(handler, feature);
        }
    }
}
