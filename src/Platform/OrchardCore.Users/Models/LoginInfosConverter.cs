using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;

namespace PropertySuite.Platform.Users;

/// <summary>The framework's type has no constructor that JSON could call.</summary>
internal sealed class LoginInfosConverter : JsonConverter<IList<UserLoginInfo>>
{
    public override IList<UserLoginInfo> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => JsonNode.Parse(ref reader) is JsonArray array
            ? [.. array.OfType<JsonObject>().Select(item => new UserLoginInfo(
                Text(item, nameof(UserLoginInfo.LoginProvider)) ?? string.Empty,
                Text(item, nameof(UserLoginInfo.ProviderKey)) ?? string.Empty,
                Text(item, nameof(UserLoginInfo.ProviderDisplayName))))]
            : [];

    public override void Write(Utf8JsonWriter writer, IList<UserLoginInfo> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var login in value)
        {
            writer.WriteStartObject();
            writer.WriteString(nameof(UserLoginInfo.LoginProvider), login.LoginProvider);
            writer.WriteString(nameof(UserLoginInfo.ProviderKey), login.ProviderKey);
            writer.WriteString(nameof(UserLoginInfo.ProviderDisplayName), login.ProviderDisplayName);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string? Text(JsonObject item, string name) => item[name]?.GetValue<string>();
}
