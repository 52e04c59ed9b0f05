using System.Text.Json.Nodes;
using System.Text.Json.Settings;

namespace PropertySuite.Platform.Json;

/// <summary>Merges trees; what is taken over is copied, so the merged tree stays whole.</summary>
internal static class JsonMerge
{
    public static void Merge(JsonObject target, JsonObject source, JsonMergeSettings settings)
    {
        foreach (var (sourceName, value) in source)
        {
            var name = FindName(target, sourceName, settings.PropertyNameComparison);
            if (value is null)
            {
                if (settings.MergeNullValueHandling.HasFlag(MergeNullValueHandling.Merge) || !target.ContainsKey(name)) target[name] = null;
                continue;
            }
            switch (target[name], value)
            {
                case (JsonObject old, JsonObject added): Merge(old, added, settings); break;
                case (JsonArray old, JsonArray added): Merge(old, added, settings); break;
                default: target[name] = value.DeepClone(); break;
            }
        }
    }

    private static void Merge(JsonArray target, JsonArray source, JsonMergeSettings settings)
    {
        switch (settings.MergeArrayHandling)
        {
            case MergeArrayHandling.Concat:
                foreach (var item in source) target.Add(item?.DeepClone());
                break;
            case MergeArrayHandling.Union:
                foreach (var item in source)
                {
                    if (!target.Any(old => JsonNode.DeepEquals(old, item))) target.Add(item?.DeepClone());
                }
                break;
            case MergeArrayHandling.Replace:
                target.Clear();
                foreach (var item in source) target.Add(item?.DeepClone());
                break;
            case MergeArrayHandling.Merge:
                MergeByPosition(target, source, settings);
                break;
        }
    }

    private static void MergeByPosition(JsonArray target, JsonArray source, JsonMergeSettings settings)
    {
        for (var i = 0; i < source.Count; i++)
        {
            if (i >= target.Count)
            {
                target.Add(source[i]?.DeepClone());
                continue;
            }
            switch (target[i], source[i])
            {
                case (JsonObject old, JsonObject added): Merge(old, added, settings); break;
                case (JsonArray old, JsonArray added): Merge(old, added, settings); break;
                case (_, null) when !settings.MergeNullValueHandling.HasFlag(MergeNullValueHandling.Merge): break;
                default: target[i] = source[i]?.DeepClone(); break;
            }
        }
    }

    private static string FindName(JsonObject target, string name, StringComparison comparison)
    {
        if (comparison == StringComparison.Ordinal || target.ContainsKey(name)) return name;
        foreach (var (candidate, _) in target)
        {
            if (string.Equals(candidate, name, comparison)) return candidate;
        }
        return name;
    }
}
