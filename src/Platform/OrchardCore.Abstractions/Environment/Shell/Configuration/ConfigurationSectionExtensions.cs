using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;

namespace OrchardCore.Environment.Shell.Configuration;

public static class ConfigurationSectionExtensions
{
    /// <summary>The section by its name with underscores, or by the older form with dots.</summary>
    public static IConfigurationSection GetSectionCompat(this IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        return section.Exists() ? section : configuration.GetSection(key.Replace('_', '.'));
    }

    /// <summary>The values as a tree; a section whose keys are 0, 1, 2 … becomes an array.</summary>
    public static JsonNode AsJsonNode(this IConfiguration configuration)
    {
        var children = configuration.GetChildren().ToArray();
        if (children.Length > 0 && children.Select((child, index) => child.Key == index.ToString(System.Globalization.CultureInfo.InvariantCulture)).All(same => same))
            return new JsonArray([.. children.Select(ToNode)]);

        var node = new JsonObject();
        foreach (var child in children)
            node[child.Key] = ToNode(child);
        return node;
    }

    private static JsonNode? ToNode(IConfigurationSection section)
        => section.GetChildren().Any() ? section.AsJsonNode() : section.Value is { } value ? JsonValue.Create(value) : null;
}
