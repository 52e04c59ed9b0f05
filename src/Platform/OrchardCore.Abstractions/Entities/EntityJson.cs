using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrchardCore.Entities;

internal static class EntityJson
{
    /// <summary>Enums as words and keys without regard to case, so that what a recipe says is read as it is stored.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter() },
    };
}
