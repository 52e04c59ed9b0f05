using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PropertySuite.Core;

/// <summary>Asks the authorization service about a permission that is known by name.</summary>
internal static class PermissionGate
{
    public static async Task CheckAsync(AuthorizationFilterContext context, string permission)
    {
        if (!await MayAsync(context.HttpContext, permission))
        {
            context.Result = new ForbidResult();
        }
    }

    public static Task<bool> MayAsync(HttpContext http, string permission) =>
        Task.FromResult(http.User.HasClaim("Permission", permission));
}
