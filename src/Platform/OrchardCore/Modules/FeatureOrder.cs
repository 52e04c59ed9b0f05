using OrchardCore.Environment.Extensions.Features;

namespace PropertySuite.Platform.Modules;

/// <summary>
/// The order in which features start: each after what it depends on, then by priority, then by id; themes after modules
/// and after the theme they are built on.
/// </summary>
internal static class FeatureOrder
{
    /// <exception cref="InvalidOperationException">Features depend on each other in a circle.</exception>
    public static IReadOnlyList<FeatureInfo> Sort(IEnumerable<FeatureInfo> features)
    {
        var ordered = features.OrderBy(IsTheme).ThenBy(feature => feature.Priority).ThenBy(feature => feature.Id, StringComparer.Ordinal).ToArray();
        var byId = ordered.ToDictionary(feature => feature.Id, StringComparer.OrdinalIgnoreCase);
        var result = new List<FeatureInfo>(ordered.Length);
        var states = new Dictionary<FeatureInfo, bool>();
        foreach (var feature in ordered)
            Visit(feature, []);
        return result;

        void Visit(FeatureInfo feature, List<string> path)
        {
            if (states.TryGetValue(feature, out var finished))
            {
                if (!finished)
                    throw new InvalidOperationException($"Features depend on each other in a circle: {string.Join(" → ", path)} → {feature.Id}.");
                return;
            }

            states[feature] = false;
            path.Add(feature.Id);
            foreach (var dependency in DependenciesOf(feature).Where(byId.ContainsKey).Select(id => byId[id])
                .OrderBy(IsTheme).ThenBy(dependency => dependency.Priority).ThenBy(dependency => dependency.Id, StringComparer.Ordinal))
                Visit(dependency, path);
            path.RemoveAt(path.Count - 1);
            states[feature] = true;
            result.Add(feature);
        }
    }

    /// <summary>What a feature needs: its dependencies, and for a theme the theme it is built on.</summary>
    public static IEnumerable<string> DependenciesOf(FeatureInfo feature)
        => feature.Module is { IsTheme: true, BaseTheme: { } baseTheme } && feature.Id == feature.Module.Id
            ? feature.Dependencies.Append(baseTheme)
            : feature.Dependencies;

    private static bool IsTheme(IFeatureInfo feature) => feature is FeatureInfo { Module.IsTheme: true };
}
