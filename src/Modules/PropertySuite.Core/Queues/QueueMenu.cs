using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core.Queues;

/// <summary>The queue in the staff's menu, for whoever may see one kind at least of what waits.</summary>
public sealed class QueueMenu(IEnumerable<QueuedKind> kinds, IStringLocalizer<QueueMenu> S) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        var permissions = kinds.Select(kind => kind.Permission).Distinct(StringComparer.Ordinal).Select(name => new Permission(name)).ToList();
        if (permissions.Count > 0)
        {
            builder.Add(S["Queue"], "1", queue =>
            {
                queue.Id("queue").AddClass("icon-inbox").AddClass("tab").AddClass("figure").AddClass("key-q").Action("Index", "Queue", "PropertySuite.Core").LocalNav();
                foreach (var permission in permissions) queue.Permission(permission);
            });
        }

        return ValueTask.CompletedTask;
    }
}
