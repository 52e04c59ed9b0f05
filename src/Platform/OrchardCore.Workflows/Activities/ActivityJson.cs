#nullable enable
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrchardCore.Workflows.Activities;

internal static class ActivityJson
{
    /// <summary>Enums are written as their names and read as either, so that what an editor stores is what a recipe says.</summary>
    public static readonly JsonSerializerOptions Options = new(JOptions.Default)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter() },
    };
}
