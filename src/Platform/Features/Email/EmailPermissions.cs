using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Email;

internal sealed class EmailPermissions : IPermissionProvider
{
    public const string Settings = "ManageEmailSettings";
    public const string Outgoing = "ManageOutgoingMail";

    public static readonly Permission ManageEmailSettings = new(Settings, "Set the mail server");

    public static readonly Permission ManageOutgoingMail = new(Outgoing, "See outgoing mail, send it again and cancel it");

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>([ManageEmailSettings, ManageOutgoingMail]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [ManageEmailSettings, ManageOutgoingMail] },
        new() { Name = "Manager", Permissions = [ManageEmailSettings, ManageOutgoingMail] },
    ];
}
