using OrchardCore.Security.Permissions;

namespace PropertySuite.Documents;

/// <summary>Who may write what the community reads.</summary>
public sealed class Permissions : IPermissionProvider
{
    /// <summary>Write, publish and withdraw news and house documents.</summary>
    public const string Edit = "EditPublications";

    internal static readonly Permission EditPublications = new(Edit, "Write, publish and withdraw news and house documents");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([EditPublications]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [EditPublications] },
        new() { Name = "Manager", Permissions = [EditPublications] },
        new() { Name = "Editor", Permissions = [EditPublications] },
    ];
}
