using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OrchardCore.ContentManagement;

namespace PropertySuite.Platform.Content;

/// <summary>What a definition says that an element consists of.</summary>
internal interface IElementSchema
{
    /// <summary>The class of the part or field of this name; null if there is none.</summary>
    Type? TypeOf(string name);

    /// <summary>What the part of this name consists of; null for fields and unknown names.</summary>
    IElementSchema? SchemaOf(string name);
}

/// <summary>The stored properties of a part's or field's class, told apart into plain values and the fields that a part's class names.</summary>
internal sealed class ElementShape
{
    private static readonly ConcurrentDictionary<Type, ElementShape> Shapes = new();

    private readonly Dictionary<string, JsonPropertyInfo> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JsonPropertyInfo> _elements = new(StringComparer.OrdinalIgnoreCase);

    private ElementShape(Type type)
    {
        foreach (var property in Json.GetTypeInfo(type).Properties)
        {
            if (property.Get is null) continue;
            (typeof(ContentElement).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(ContentItem) ? _elements : _values)[property.Name] = property;
        }
    }

    /// <summary>How content is read and written: nulls are kept, text is left readable.</summary>
    public static JsonSerializerOptions Json { get; } = Build();

    public IEnumerable<JsonPropertyInfo> Values => _values.Values;

    public IEnumerable<JsonPropertyInfo> Elements => _elements.Values;

    public static ElementShape For(Type type) => Shapes.GetOrAdd(type, static t => new ElementShape(t));

    public JsonPropertyInfo? ValueNamed(string name) => _values.GetValueOrDefault(name);

    public JsonPropertyInfo? ElementNamed(string name) => _elements.Count == 0 ? null : _elements.GetValueOrDefault(name);

    public static void WriteValue(Utf8JsonWriter writer, JsonPropertyInfo property, ContentElement owner)
    {
        var value = property.Get!(owner);
        if (property.CustomConverter is null) JsonSerializer.Serialize(writer, value, property.PropertyType, Json);
        else JsonSerializer.Serialize(writer, value, property.PropertyType, WithConverter(property));
    }

    private static readonly ConcurrentDictionary<JsonConverter, JsonSerializerOptions> CustomOptions = new();

    // A converter named by an attribute on the property; the serializer offers no way to call it for one value alone.
    private static JsonSerializerOptions WithConverter(JsonPropertyInfo property) =>
        CustomOptions.GetOrAdd(property.CustomConverter!, static converter =>
        {
            var options = new JsonSerializerOptions(Json);
            options.Converters.Insert(0, converter);
            return options;
        });

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(JOptions.Default)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
