using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace PropertySuite.Platform.Json;

/// <summary>Writes a path as the plain text that an address holds.</summary>
internal sealed class PathStringConverter : JsonConverter<PathString>
{
    public override PathString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString());

    public override void Write(Utf8JsonWriter writer, PathString value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
