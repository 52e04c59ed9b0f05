using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PropertySuite.Platform.Users;

/// <summary>How the sign-in cookie behaves; its name, its path and its keys are the tenant's own anyhow.</summary>
internal sealed class SignInCookieOptions(IOptions<SignInLimits> limits, IOptions<OrchardCore.Users.UserOptions> paths)
    : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityConstants.ApplicationScheme)
        {
            return;
        }

        options.LoginPath = "/" + paths.Value.LoginPath;
        options.LogoutPath = "/" + paths.Value.LogoffPath;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = limits.Value.Idle;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SignInEvents);
    }
}
