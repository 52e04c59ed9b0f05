#nullable enable
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Users.Models;
using OrchardCore.Workflows.Activities;

namespace PropertySuite.Platform.Workflows;

/// <summary>What expressions and scripts see of a value: data. Of a person they see who it is, and nothing that protects the account.</summary>
internal static class PlainValues
{
    public static object? Of(object? value) => value switch
    {
        null or string or bool or decimal or DateTime or DateTimeOffset or DateOnly or TimeSpan => value,
        IContent content => JsonSerializer.SerializeToNode(content.ContentItem, ActivityJson.Options),
        User user => new JsonObject { ["UserId"] = user.UserId, ["UserName"] = user.UserName, ["Email"] = user.Email },
        JsonNode => value,
        IEnumerable<KeyValuePair<string, object?>> map => map.ToDictionary(entry => entry.Key, entry => Of(entry.Value)),
        _ when value.GetType().IsPrimitive || value.GetType().IsEnum => value,
        System.Collections.IEnumerable list => list.Cast<object?>().Select(Of).ToList(),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), ActivityJson.Options),
    };
}
