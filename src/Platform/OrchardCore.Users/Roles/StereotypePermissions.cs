using OrchardCore.Environment.Extensions;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Users;

/// <summary>Gives roles the permissions that modules mean for them.</summary>
internal sealed class StereotypePermissions(IEnumerable<IPermissionProvider> providers, ITypeFeatureProvider types)
{
    /// <summary>Gives the roles of the document what the features mean for them, each feature once.</summary>
    /// <returns>Whether the document has changed.</returns>
    public bool Apply(RolesDocument document, IReadOnlyCollection<string> features)
    {
        var due = features.Where(document.FeaturesApplied.Add).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (due.Count == 0)
        {
            return false;
        }

        foreach (var (stereotype, _) in Of(due))
        {
            if (document.Find(stereotype.Name) is { } role)
            {
                Give(role, stereotype.Permissions);
            }
        }

        return true;
    }

    /// <summary>Gives a new role what the features already installed mean for a role of that name.</summary>
    public Task ApplyToAsync(Role role, IReadOnlyCollection<string> features)
    {
        foreach (var (stereotype, _) in Of(features))
        {
            if (stereotype.Name.Equals(role.RoleName, StringComparison.OrdinalIgnoreCase))
            {
                Give(role, stereotype.Permissions);
            }
        }

        return Task.CompletedTask;
    }

    private IEnumerable<(PermissionStereotype Stereotype, string Feature)> Of(IReadOnlyCollection<string> features)
        => from provider in providers
           from feature in types.GetFeaturesForDependency(provider.GetType()).Select(feature => feature.Id).Distinct()
           where features.Contains(feature, StringComparer.OrdinalIgnoreCase)
           from stereotype in provider.GetDefaultStereotypes()
           select (stereotype, feature);

    private static void Give(Role role, IEnumerable<Permission> permissions)
    {
        foreach (var permission in permissions)
        {
            if (!role.RoleClaims.Exists(claim => claim.ClaimType == Permission.ClaimType && claim.ClaimValue == permission.Name))
            {
                role.RoleClaims.Add(RoleClaim.Create(permission.Name));
            }
        }
    }
}
