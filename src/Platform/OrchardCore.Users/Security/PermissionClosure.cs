using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Users;

/// <summary>The names that grant a permission: its own, those of all that imply it, and the site owner's.</summary>
/// <remarks>Worked out once per permission object: a page asks for dozens of permissions, their implications never change.</remarks>
internal static class PermissionClosure
{
    private static readonly ConditionalWeakTable<Permission, FrozenSet<string>> Known = [];

    public static FrozenSet<string> Of(Permission permission) => Known.GetValue(permission, Compute);

    private static FrozenSet<string> Compute(Permission permission)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { StandardPermissions.SiteOwner.Name };
        var open = new Stack<Permission>([permission]);
        while (open.TryPop(out var next))
        {
            // A permission may imply itself by a detour; each name is followed once.
            if (!names.Add(next.Name))
            {
                continue;
            }

            foreach (var implying in next.ImpliedBy)
            {
                if (implying is not null)
                {
                    open.Push(implying);
                }
            }
        }

        return names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
