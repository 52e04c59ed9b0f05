using Microsoft.AspNetCore.Http;
using OrchardCore.Environment.Shell.Scope;

namespace OrchardCore.Modules;

public static class HttpContextExtensions
{
    /// <summary>Makes the current scope's services the request's services.</summary>
    public static HttpContext UseShellScopeServices(this HttpContext httpContext)
    {
        httpContext.RequestServices = ShellScope.Services
            ?? throw new InvalidOperationException("There is no tenant scope to take the services from.");
        return httpContext;
    }

    /// <summary>Asks an anonymous visitor to sign in, and refuses one who is signed in.</summary>
    public static IResult ChallengeOrForbid(this HttpContext httpContext, params string[] authenticationSchemes)
        => httpContext.User?.Identity?.IsAuthenticated == true
            ? TypedResults.Forbid(authenticationSchemes: authenticationSchemes)
            : TypedResults.Challenge(authenticationSchemes: authenticationSchemes);
}
