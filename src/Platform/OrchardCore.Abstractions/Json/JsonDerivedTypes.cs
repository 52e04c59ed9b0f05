using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace PropertySuite.Platform.Json;

/// <summary>Types that documents store under a base type, told apart by <c>$type</c>.</summary>
internal sealed class JsonDerivedTypesOptions
{
    /// <summary>Derived types by base type.</summary>
    public Dictionary<Type, List<JsonDerivedType>> ByBase { get; } = [];
}

/// <summary>The options that documents are stored with: <see cref="JOptions.Default"/>, knowing the registered derived types.</summary>
internal sealed class DocumentJson(IOptions<JsonDerivedTypesOptions> derivedTypes)
{
    private JsonSerializerOptions? _options;

    public JsonSerializerOptions Options => _options ??= Build();

    private JsonSerializerOptions Build()
    {
        if (derivedTypes.Value.ByBase.Count == 0) return JOptions.Default;
        var options = new JsonSerializerOptions(JOptions.Default)
        {
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddDerivedTypes } },
        };
        options.MakeReadOnly();
        return options;
    }

    private void AddDerivedTypes(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || !derivedTypes.Value.ByBase.TryGetValue(info.Type, out var types)) return;
        info.PolymorphismOptions ??= new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "$type",
            UnknownDerivedTypeHandling = System.Text.Json.Serialization.JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var type in types)
        {
            if (info.PolymorphismOptions.DerivedTypes.All(known => known.DerivedType != type.DerivedType))
            {
                info.PolymorphismOptions.DerivedTypes.Add(type);
            }
        }
    }
}
