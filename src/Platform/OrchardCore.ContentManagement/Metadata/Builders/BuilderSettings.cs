using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Settings;

namespace OrchardCore.ContentManagement.Metadata.Builders;

/// <summary>How the builders treat settings: keyed by the name of their class, arrays replaced when merged.</summary>
internal static class BuilderSettings
{
    private static readonly JsonMergeSettings Merging = new() { MergeArrayHandling = MergeArrayHandling.Replace };

    public static void Merge(JsonObject settings, JsonObject added) => settings.Merge(added, Merging);

    public static void Merge<T>(JsonObject settings, Action<T> change) where T : class, new()
    {
        var current = settings.TryGetPropertyValue(typeof(T).Name, out var node) && node is JsonObject json
            ? json.Deserialize<T>(JOptions.Default)!
            : new T();
        change(current);
        Set(settings, current);
    }

    public static void Set<T>(JsonObject settings, T value) => settings[typeof(T).Name] = JObject.FromObject(value);
}
