#nullable enable
using System.Text.Json.Nodes;
using OrchardCore.ContentManagement;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Workflows;

/// <summary>Content items by their ids: an instance sees the item as it is when the instance goes on.</summary>
internal sealed class ContentItemValues(IContentManager contentManager) : IWorkflowValueSerializer
{
    public Task SerializeValueAsync(SerializeWorkflowValueContext context)
    {
        if (context.Input is IContent { ContentItem: { } item })
            context.Output = new JsonObject { ["Type"] = "Content", ["ContentId"] = item.ContentItemId, ["ContentItemVersionId"] = item.ContentItemVersionId };
        return Task.CompletedTask;
    }

    public async Task DeserializeValueAsync(SerializeWorkflowValueContext context)
    {
        if (context.Input is not JsonObject stored || !IsKind(stored, "Content") || stored["ContentId"] is not JsonValue value || !value.TryGetValue<string>(out var id))
            return;

        // An item that was removed has no latest version any more; what was meant is still there.
        context.Output = await contentManager.GetAsync(id, VersionOptions.Latest)
            ?? (stored["ContentItemVersionId"] is JsonValue version && version.TryGetValue<string>(out var versionId) ? await contentManager.GetVersionAsync(versionId) : null)!;
    }

    internal static bool IsKind(JsonObject stored, string kind) => stored["Type"] is JsonValue value && value.TryGetValue<string>(out var type) && type == kind;
}

/// <summary>People by their ids.</summary>
internal sealed class UserValues(IUserService users) : IWorkflowValueSerializer
{
    public Task SerializeValueAsync(SerializeWorkflowValueContext context)
    {
        if (context.Input is User user)
            context.Output = new JsonObject { ["Type"] = "User", ["UserId"] = user.UserId };
        return Task.CompletedTask;
    }

    public async Task DeserializeValueAsync(SerializeWorkflowValueContext context)
    {
        if (context.Input is JsonObject stored && ContentItemValues.IsKind(stored, "User") && stored["UserId"] is JsonValue value && value.TryGetValue<string>(out var id))
            context.Output = await users.GetUserByUniqueIdAsync(id) as IUser;
    }
}
