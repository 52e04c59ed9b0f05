using OrchardCore.Security.Permissions;

namespace PropertySuite.Community;

/// <summary>Who may see and keep the register. Names are what roles store and what <c>[Requires]</c> asks for.</summary>
public sealed class Permissions : IPermissionProvider
{
    public const string ViewRegister = nameof(ViewRegister);
    public const string ManageRegister = nameof(ManageRegister);
    public const string ViewPersonalData = nameof(ViewPersonalData);
    public const string UseResidentPages = nameof(UseResidentPages);

    internal static readonly Permission Manage = new(ManageRegister, "Keep the register of units, people and ties");
    internal static readonly Permission View = new(ViewRegister, "See units, people and ties", [Manage]);
    internal static readonly Permission Personal = new(ViewPersonalData, "See phone numbers and e-mail addresses", isSecurityCritical: true);
    internal static readonly Permission Resident = new(UseResidentPages, "Use a resident's pages for the units held today");

    public Task<IEnumerable<Permission>> GetPermissionsAsync() =>
        Task.FromResult<IEnumerable<Permission>>([View, Manage, Personal, Resident]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = [View, Manage, Personal] },
        new() { Name = "Manager", Permissions = [View, Manage, Personal] },
        new() { Name = "Desk", Permissions = [View, Personal] },
        new() { Name = "Guard", Permissions = [View] },
        new() { Name = "Engineer", Permissions = [View] },
        new() { Name = "Owner", Permissions = [Resident] },
        new() { Name = "Resident", Permissions = [Resident] },
    ];
}
