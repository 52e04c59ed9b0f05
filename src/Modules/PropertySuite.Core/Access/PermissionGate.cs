using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core;

/// <summary>Asks the authorization service about a permission that is known by name.</summary>
internal static class PermissionGate
{
    public static async Task CheckAsync(AuthorizationFilterContext context, string permission)
    {
        var endpoint = context.HttpContext.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || context.Filters.Any(filter => filter is Microsoft.AspNetCore.Mvc.Authorization.IAllowAnonymousFilter)
            || await MayAsync(context.HttpContext, permission))
        {
            return;
        }

        context.Result = context.HttpContext.User.Identity?.IsAuthenticated == true ? new ForbidResult() : new ChallengeResult();
    }

    public static async Task<bool> MayAsync(HttpContext http, string permission)
    {
        var services = http.RequestServices;
        var known = await services.GetRequiredService<IPermissionService>().FindByNameAsync(permission)
            ?? throw new InvalidOperationException($"No enabled feature declares the permission '{permission}'.");

        return await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, known);
    }
}
