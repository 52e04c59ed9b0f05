using OrchardCore.Security.Permissions;

namespace PropertySuite.Core.Today;

/// <summary>Who sees the community's figures on the front page, besides what the figures count.</summary>
public sealed class FigurePermissions : IPermissionProvider
{
    /// <summary>See the figures of the community: how it is going, compared with before.</summary>
    public const string ViewFigures = nameof(ViewFigures);

    private static readonly Permission View = new(ViewFigures, "See the community's figures on the front page");

    /// <inheritdoc/>
    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([View]);

    /// <inheritdoc/>
    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [View] },
        new() { Name = "Manager", Permissions = [View] },
    ];
}
