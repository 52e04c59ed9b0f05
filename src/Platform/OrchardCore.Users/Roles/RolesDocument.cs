using OrchardCore.Data.Documents;
using OrchardCore.Security;

namespace PropertySuite.Platform.Users;

/// <summary>All roles of a tenant with their permissions.</summary>
internal sealed class RolesDocument : Document
{
    public List<Role> Roles { get; set; } = [];

    /// <summary>Features whose default permissions were given to the roles there were; each is given once, so that what an office takes away stays away.</summary>
    public HashSet<string> FeaturesApplied { get; set; } = [];

    public Role? Find(string? normalizedName) => Roles.Find(role =>
        string.Equals(role.NormalizedRoleName ?? role.RoleName, normalizedName, StringComparison.OrdinalIgnoreCase));
}
