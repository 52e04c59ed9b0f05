using OrchardCore.Security.Permissions;

namespace PropertySuite.Core.Imports;

/// <summary>Who may clear a community of invented data. Who may import is said by each list.</summary>
public sealed class ImportPermissions : IPermissionProvider
{
    public const string RemoveDemonstrationData = nameof(RemoveDemonstrationData);

    internal static readonly Permission Remove = new(RemoveDemonstrationData, "Remove the demonstration data", isSecurityCritical: true);

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([Remove]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [Remove] },
        new() { Name = "Manager", Permissions = [Remove] },
    ];
}
