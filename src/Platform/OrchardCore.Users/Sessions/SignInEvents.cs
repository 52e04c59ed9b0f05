using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Users;

/// <summary>Ties the cookie to a session of the database, whoever signs somebody in.</summary>
/// <remarks>Made for every request, also of those who are not signed in: what it needs is resolved when it is needed.</remarks>
internal sealed class SignInEvents(IServiceProvider services, IOptions<SignInLimits> limits) : CookieAuthenticationEvents
{
    private SignInSessions Sessions => services.GetRequiredService<SignInSessions>();

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        if (await services.GetRequiredService<UserManager<IUser>>().FindByIdAsync(identity.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? string.Empty) is not User { IsEnabled: true } user)
        {
            throw new InvalidOperationException("Only an enabled account of this site can be signed in.");
        }

        // A session never outlives a new sign-in on the same device, and an id is never used twice.
        foreach (var stale in identity.FindAll(SignInClaims.Session).ToArray())
        {
            identity.RemoveClaim(stale);
        }

        if (context.HttpContext.User.FindFirstValue(SignInClaims.Session) is { Length: > 0 } previous)
        {
            await Sessions.EndAsync(previous);
        }

        var remember = context.Properties.IsPersistent;
        if (remember)
        {
            context.Properties.IssuedUtc ??= context.Options.TimeProvider?.GetUtcNow() ?? TimeProvider.System.GetUtcNow();
            context.Properties.ExpiresUtc = context.Properties.IssuedUtc + limits.Value.RememberedIdle;
            context.CookieOptions.Expires = context.Properties.ExpiresUtc;
        }

        var id = await Sessions.OpenAsync(
            user,
            remember ? limits.Value.RememberedAbsolute : limits.Value.Absolute,
            context.Request.Headers.UserAgent.ToString());
        identity.AddClaim(new Claim(SignInClaims.Session, id));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!await Sessions.IsLiveAsync(context.Principal))
        {
            context.RejectPrincipal();
        }
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (context.HttpContext.User.FindFirstValue(SignInClaims.Session) is { Length: > 0 } id)
        {
            await Sessions.EndAsync(id);
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
        => IsPage(context.Request) ? base.RedirectToLogin(context) : Status(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
        => Status(context, StatusCodes.Status403Forbidden);

    private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>A script that asks for data is told the status; a person is sent to the sign-in page.</summary>
    private static bool IsPage(HttpRequest request)
        => !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && !request.Headers.XRequestedWith.ToString().Equals("XMLHttpRequest", StringComparison.OrdinalIgnoreCase);
}
