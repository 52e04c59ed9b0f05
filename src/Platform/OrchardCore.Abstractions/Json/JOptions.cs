using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PropertySuite.Platform.Json;

namespace System.Text.Json;

/// <summary>The serializer options that documents, settings and content share. They are read-only once used.</summary>
public static class JOptions
{
    /// <summary>Converters that every one of the options below has.</summary>
    public static readonly JsonConverter[] KnownConverters = [new PathStringConverter()];

    /// <summary>Lenient reading (comments, trailing commas, names without case); nulls are not written.</summary>
    public static readonly JsonSerializerOptions Base = new()
    {
        AllowTrailingCommas = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary><see cref="Base"/> with the known converters.</summary>
    public static readonly JsonSerializerOptions Default = With(Base);

    /// <summary><see cref="Default"/>, written over several lines.</summary>
    public static readonly JsonSerializerOptions Indented = With(Default, o => o.WriteIndented = true);

    /// <summary><see cref="Default"/> with names in camel case.</summary>
    public static readonly JsonSerializerOptions CamelCase = With(Default, o => o.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);

    /// <summary><see cref="CamelCase"/>, written over several lines.</summary>
    public static readonly JsonSerializerOptions CamelCaseIndented = With(CamelCase, o => o.WriteIndented = true);

    /// <summary><see cref="Default"/> that leaves characters unescaped; never for text that is put into a page.</summary>
    public static readonly JsonSerializerOptions UnsafeRelaxedJsonEscaping = With(Default, o => o.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>Options of the trees made here: names keep their case.</summary>
    public static readonly JsonNodeOptions Node = new() { PropertyNameCaseInsensitive = false };

    /// <summary>Options of the documents read here: comments and trailing commas are allowed.</summary>
    public static readonly JsonDocumentOptions Document = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private static JsonSerializerOptions With(JsonSerializerOptions source, Action<JsonSerializerOptions>? change = null)
    {
        var options = new JsonSerializerOptions(source);
        foreach (var converter in KnownConverters)
        {
            if (!options.Converters.Contains(converter)) options.Converters.Add(converter);
        }
        change?.Invoke(options);
        return options;
    }
}
