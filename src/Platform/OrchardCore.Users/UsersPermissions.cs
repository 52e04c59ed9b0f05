using OrchardCore.Security.Permissions;

namespace OrchardCore.Users;

/// <summary>What may be done to accounts, of all people and of those who hold a role.</summary>
public static class UsersPermissions
{
    public static readonly Permission ManageUsers = new("ManageUsers", "Manage security settings and all users", isSecurityCritical: true);

    public static readonly Permission ViewUsers = new("View Users", "View user's profile", [ManageUsers]);

    public static readonly Permission EditUsers = new("EditUsers", "Edit any user", [ManageUsers], isSecurityCritical: true);

    public static readonly Permission DeleteUsers = new("DeleteUsers", "Delete any user", [ManageUsers], isSecurityCritical: true);

    public static readonly Permission ListUsers = new("ListUsers", "List all users", [EditUsers, DeleteUsers]);

    public static readonly Permission AssignRoleToUsers = new("AssignRoleToUsers", "Assign any role to users", [ManageUsers], isSecurityCritical: true);

    public static readonly Permission DisableTwoFactorAuthenticationForUsers =
        new("DisableTwoFactorAuthenticationForUsers", "Disable two-factor authentication for any user", [ManageUsers], isSecurityCritical: true);

    public static readonly Permission EditOwnUser = new("ManageOwnUserInformation", "Edit own user information", [EditUsers]);

    public static Permission CreateEditUsersInRolePermission(string roleName)
        => InRole("EditUsersInRole", "Edit users in {0} role", roleName, EditUsers, isSecurityCritical: true);

    public static Permission CreateDeleteUsersInRolePermission(string roleName)
        => InRole("DeleteUsersInRole", "Delete users in {0} role", roleName, DeleteUsers, isSecurityCritical: true);

    public static Permission CreateListUsersInRolePermission(string roleName)
        => InRole("ListUsersInRole", "List users in {0} role", roleName, ListUsers, isSecurityCritical: false);

    public static Permission CreateAssignRoleToUsersPermission(string roleName)
        => InRole("AssignRoleToUsers", "Assign {0} role to users", roleName, AssignRoleToUsers, isSecurityCritical: true);

    public static Permission CreatePermissionForManageUsersInRole(string name)
        => InRole("ManageUsersInRole", "Manage users in {0} role", name, ManageUsers, isSecurityCritical: true);

    private static Permission InRole(string prefix, string description, string role, Permission general, bool isSecurityCritical)
        => new($"{prefix}_{role}", string.Format(System.Globalization.CultureInfo.InvariantCulture, description, role), [general], isSecurityCritical);
}
