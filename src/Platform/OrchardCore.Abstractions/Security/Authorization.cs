using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security
{
    /// <summary>Asks whether somebody holds a permission, for a resource or in general.</summary>
    public class PermissionRequirement : IAuthorizationRequirement
    {
        public PermissionRequirement(Permission permission)
        {
            ArgumentNullException.ThrowIfNull(permission);
            Permission = permission;
        }

        public Permission Permission { get; set; }
    }

    /// <summary>Decides by claims alone: the permission, or any that implies it.</summary>
    public interface IPermissionGrantingService
    {
        bool IsGranted(PermissionRequirement requirement, IEnumerable<Claim> claims);
    }

    public static class StandardPermissions
    {
        /// <summary>Grants everything.</summary>
        public static readonly Permission SiteOwner = new("SiteOwner", "Site Owners Permission", isSecurityCritical: true);
    }
}

namespace Microsoft.AspNetCore.Authorization
{
    public static class AuthorizationServiceExtensions
    {
        public static Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal? user, Permission permission)
            => service.AuthorizeAsync(user, permission, resource: (object?)null);

        public static async Task<bool> AuthorizeAsync(this IAuthorizationService service, ClaimsPrincipal? user, Permission permission, object? resource)
        {
            if (user is null)
            {
                return false;
            }

            var result = await service.AuthorizeAsync(user, resource, [new OrchardCore.Security.PermissionRequirement(permission)]);
            return result.Succeeded;
        }
    }
}
