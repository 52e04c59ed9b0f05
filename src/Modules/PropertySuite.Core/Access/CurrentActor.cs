using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core;

/// <summary>The person behind the request, as rules want to see one.</summary>
public sealed class CurrentActor(
    IHttpContextAccessor accessor,
    IAuthorizationService authorization,
    IPermissionService permissions)
{
    /// <summary>Reads the actor.</summary>
    /// <param name="asked">Permissions that the rules will ask about; an unknown one counts as not granted.</param>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public async Task<Actor> GetAsync(params IEnumerable<string> asked)
    {
        var http = accessor.HttpContext;
        var user = http?.User;
        if (user?.FindFirstValue(ClaimTypes.NameIdentifier) is not { Length: > 0 } id)
        {
            throw new InvalidOperationException("Nobody is signed in: state a permission on the endpoint.");
        }

        var granted = new List<string>();
        foreach (var name in asked.Distinct(StringComparer.Ordinal))
        {
            if (await permissions.FindByNameAsync(name) is { } permission && await authorization.AuthorizeAsync(user, permission))
            {
                granted.Add(name);
            }
        }

        return new Actor(id, user.Identity?.Name ?? id, granted, device: http!.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? Shorten(agent) : null);
    }

    private static string Shorten(string agent) => agent.Length <= 160 ? agent : agent[..160];
}
