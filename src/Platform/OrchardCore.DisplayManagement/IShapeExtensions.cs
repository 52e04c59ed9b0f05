using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Rendering;
using OrchardCore.DisplayManagement.Zones;

namespace OrchardCore.DisplayManagement;

public static class IShapeExtensions
{
    public static bool IsNullOrEmpty(this IShape shape) => shape is null or ZoneOnDemand;

    /// <summary>Reads a property; true when it is there and of that type.</summary>
    public static bool TryGetProperty<T>(this IShape shape, string key, out T value)
    {
        if (shape.Properties is not null && shape.Properties.TryGetValue(key, out var result) && result is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    public static object GetProperty(this IShape shape, string key) => shape.GetProperty(key, (object)null);

    public static T GetProperty<T>(this IShape shape, string key) => shape.GetProperty(key, default(T));

    /// <param name="value">The answer when the property is not there or of another type.</param>
    public static T GetProperty<T>(this IShape shape, string key, T value) => shape.TryGetProperty<T>(key, out var found) ? found : value;

    public static async ValueTask<IShape> AddRangeAsync(this IShape shape, IEnumerable<object> items, string position = null)
    {
        foreach (var item in items)
            await shape.AddAsync(item, position);

        return shape;
    }

    public static ValueTask<IShape> AddAsync(this IShape shape, object item) => shape.AddAsync(item, string.Empty);

    /// <summary>A tag with the shape's id, classes and attributes.</summary>
    public static TagBuilder GetTagBuilder(this IShape shape, string defaultTagName = "span")
    {
        var tag = new TagBuilder(string.IsNullOrEmpty(shape.TagName) ? defaultTagName : shape.TagName);
        if (shape.Attributes is not null)
            tag.MergeAttributes(shape.Attributes, replaceExisting: false);

        if (shape.Classes is not null)
        {
            // The builder puts each class in front of those before.
            for (var i = shape.Classes.Count - 1; i >= 0; i--)
                tag.AddCssClass(shape.Classes[i]);
        }

        if (!string.IsNullOrWhiteSpace(shape.Id))
            tag.Attributes["id"] = shape.Id;

        return tag;
    }

    /// <summary>Type, properties and children, for diagnostics.</summary>
    public static JsonObject ShapeToJson(this IShape shape)
    {
        var metadata = shape.Metadata;
        var json = new JsonObject
        {
            ["Shape"] = new JsonObject
            {
                ["Type"] = metadata.Type,
                ["Id"] = shape.Id,
                ["TagName"] = shape.TagName,
                ["DisplayType"] = metadata.DisplayType,
                ["Position"] = metadata.Position,
                ["Prefix"] = metadata.Prefix,
                ["Name"] = metadata.Name,
                ["Differentiator"] = metadata.Differentiator,
                ["Alternates"] = Texts(metadata.Alternates),
                ["Wrappers"] = Texts(metadata.Wrappers),
                ["Classes"] = Texts(shape.Classes),
                ["Attributes"] = new JsonObject(shape.Attributes.Select(a => KeyValuePair.Create(a.Key, (JsonNode)a.Value))),
            },
        };

        foreach (var (name, value) in shape.Properties)
        {
            // A child points back to its parent; that way lies no end.
            if (name != "Parent")
                json[name] = value switch
                {
                    IShape child => child.ShapeToJson(),
                    null => null,
                    string or bool or int or long or decimal or double or DateTime or Guid => JsonSerializer.SerializeToNode(value),
                    _ => value.ToString(),
                };
        }

        if (shape.Items.Count > 0)
            json["Items"] = new JsonArray([.. shape.Items.Select(i => i is IShape child ? child.ShapeToJson() : (JsonNode)i.ToString())]);

        return json;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
