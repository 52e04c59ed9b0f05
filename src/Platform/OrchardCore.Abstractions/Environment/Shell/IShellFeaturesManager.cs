using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Modules;

namespace OrchardCore.Environment.Shell;

/// <summary>The features of the current tenant.</summary>
public interface IShellFeaturesManager
{
    Task<IEnumerable<IFeatureInfo>> GetAvailableFeaturesAsync();

    Task<IEnumerable<IFeatureInfo>> GetEnabledFeaturesAsync();

    Task<IEnumerable<IFeatureInfo>> GetAlwaysEnabledFeaturesAsync();

    Task<IEnumerable<IFeatureInfo>> GetDisabledFeaturesAsync();

    /// <summary>
    /// Disables and enables features. Dependencies of what is enabled come with it; with <paramref name="force"/> the
    /// dependents of what is disabled go with it, without it such a feature stays enabled.
    /// </summary>
    /// <returns>What was disabled and what was enabled.</returns>
    Task<(IEnumerable<IFeatureInfo>, IEnumerable<IFeatureInfo>)> UpdateFeaturesAsync(
        IEnumerable<IFeatureInfo> featuresToDisable, IEnumerable<IFeatureInfo> featuresToEnable, bool force);

    Task<IEnumerable<IExtensionInfo>> GetEnabledExtensionsAsync();
}

public static class ShellFeaturesManagerExtensions
{
    public static Task<IEnumerable<IFeatureInfo>> EnableFeaturesAsync(this IShellFeaturesManager shellFeaturesManager, IEnumerable<IFeatureInfo> features)
        => shellFeaturesManager.EnableFeaturesAsync(features, false);

    public static async Task<IEnumerable<IFeatureInfo>> EnableFeaturesAsync(
        this IShellFeaturesManager shellFeaturesManager, IEnumerable<IFeatureInfo> features, bool force)
        => (await shellFeaturesManager.UpdateFeaturesAsync([], features, force)).Item2;

    public static Task EnableFeaturesAsync(this IShellFeaturesManager shellFeaturesManager, params string[] featureIds)
        => shellFeaturesManager.UpdateFeaturesAsync([], featureIds);

    public static async Task UpdateFeaturesAsync(
        this IShellFeaturesManager shellFeaturesManager, IEnumerable<string> featureIdsToDisable, IEnumerable<string> featureIdsToEnable)
    {
        var available = (await shellFeaturesManager.GetAvailableFeaturesAsync()).ToArray();
        await shellFeaturesManager.UpdateFeaturesAsync(
            available.Where(feature => featureIdsToDisable.Contains(feature.Id)),
            available.Where(feature => featureIdsToEnable.Contains(feature.Id)),
            true);
    }

    public static Task DisableFeaturesAsync(this IShellFeaturesManager shellFeaturesManager, params string[] featureIds)
        => shellFeaturesManager.UpdateFeaturesAsync(featureIds, []);

    public static Task<IEnumerable<IFeatureInfo>> DisableFeaturesAsync(this IShellFeaturesManager shellFeaturesManager, IEnumerable<IFeatureInfo> features)
        => shellFeaturesManager.DisableFeaturesAsync(features, false);

    public static async Task<IEnumerable<IFeatureInfo>> DisableFeaturesAsync(
        this IShellFeaturesManager shellFeaturesManager, IEnumerable<IFeatureInfo> features, bool force)
        => (await shellFeaturesManager.UpdateFeaturesAsync(features, [], force)).Item1;

    public static async Task<bool> IsFeatureEnabledAsync(this IShellFeaturesManager shellFeaturesManager, string featureId)
        => (await shellFeaturesManager.GetEnabledFeaturesAsync()).Any(feature => feature.Id.EqualsOrdinalIgnoreCase(featureId));
}
