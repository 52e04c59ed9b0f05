using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security.Services
{
    public interface IRoleService
    {
        Task<IEnumerable<IRole>> GetRolesAsync();

        /// <returns>Empty for a role that does not exist.</returns>
        Task<IEnumerable<Claim>> GetRoleClaimsAsync(string role, CancellationToken cancellationToken = default);

        Task<IEnumerable<string>> GetNormalizedRoleNamesAsync();

        ValueTask<bool> IsAdminRoleAsync(string role) => ValueTask.FromResult(false);

        ValueTask<bool> IsSystemRoleAsync(string role) => ValueTask.FromResult(false);
    }

    public static class RoleServiceExtensions
    {
        public static async Task<IEnumerable<string>> GetRoleNamesAsync(this IRoleService roleService)
            => (await roleService.GetRolesAsync()).Select(role => role.RoleName).Order(StringComparer.OrdinalIgnoreCase).ToArray();

        /// <summary>Roles that can be given to a person: all but those everybody holds by being signed in, or by not being so.</summary>
        public static async Task<IEnumerable<IRole>> GetAssignableRolesAsync(this IRoleService roleService)
        {
            var assignable = new List<IRole>();
            foreach (var role in await roleService.GetRolesAsync())
            {
                if (!await roleService.IsSystemRoleAsync(role.RoleName) || await roleService.IsAdminRoleAsync(role.RoleName))
                {
                    assignable.Add(role);
                }
            }

            return assignable;
        }

        /// <summary>The assignable roles for which the person holds the permission, the role's name being the resource.</summary>
        public static async Task<IEnumerable<IRole>> GetAccessibleRolesAsync(
            this IRoleService roleService, IAuthorizationService authorizationService, ClaimsPrincipal user, Permission permission)
        {
            var accessible = new List<IRole>();
            foreach (var role in await roleService.GetAssignableRolesAsync())
            {
                if (await authorizationService.AuthorizeAsync(user, permission, role))
                {
                    accessible.Add(role);
                }
            }

            return accessible;
        }
    }
}

namespace OrchardCore.Roles
{
    /// <summary>The roles that exist in every tenant and cannot be deleted.</summary>
    public interface ISystemRoleProvider
    {
        IEnumerable<IRole> GetSystemRoles();

        IRole GetAdminRole();

        bool IsSystemRole(string name);
    }
}
