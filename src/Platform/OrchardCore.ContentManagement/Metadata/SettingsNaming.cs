using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrchardCore.ContentManagement.Metadata;

internal static class SettingsNaming
{
    /// <summary>Settings that lie about without the name of their class, put under it; null if there are none.</summary>
    public static JsonObject? Name<TSettings>(JsonObject settings) where TSettings : class
    {
        if (settings.ContainsKey(typeof(TSettings).Name)) return null;
        var own = JOptions.Default.GetTypeInfo(typeof(TSettings)).Properties.Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unnamed = new JsonObject();
        foreach (var (name, value) in settings)
        {
            if (own.Contains(name)) unnamed[name] = value?.DeepClone();
        }
        return unnamed.Count == 0 ? null : new JsonObject { [typeof(TSettings).Name] = unnamed };
    }
}
