using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PropertySuite.Core;

/// <summary>The same demand for endpoints that are mapped by hand.</summary>
public static class RequiresEndpointExtensions
{
    /// <summary>Demands a permission, and leaves a <see cref="RequiresAttribute"/> in the endpoint's metadata.</summary>
    /// <param name="endpoint">The endpoint, or a group of them.</param>
    /// <param name="permission">Stored name of the permission.</param>
    /// <returns>The builder, to go on.</returns>
    public static TBuilder Requires<TBuilder>(this TBuilder endpoint, string permission) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder =>
        {
            builder.Metadata.Add(new RequiresAttribute(permission));
            var inner = builder.RequestDelegate;
            builder.RequestDelegate = http => AnswerAsync(http, permission, inner);
        });

        return endpoint;
    }

    private static async Task AnswerAsync(HttpContext http, string permission, RequestDelegate? inner)
    {
        if (await PermissionGate.MayAsync(http, permission))
        {
            await (inner?.Invoke(http) ?? Task.CompletedTask);
        }
        else if (http.User.Identity?.IsAuthenticated == true)
        {
            await http.ForbidAsync();
        }
        else
        {
            await http.ChallengeAsync();
        }
    }
}
