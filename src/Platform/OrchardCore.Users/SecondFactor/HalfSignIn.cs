using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Modules;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Users;

/// <summary>Somebody whose password was right and who still owes the second factor. Nothing but the pages of the second step knows them.</summary>
public sealed class HalfSignIn(UserManager<IUser> users, IClock clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>How long a device of one's own is not asked again.</summary>
    public static readonly TimeSpan DeviceLife = TimeSpan.FromDays(30);

    private const string FingerprintClaim = "fingerprint";
    private const string Remember = "remember";
    private const string ReturnUrl = "returnUrl";

    public Task BeginAsync(HttpContext http, User user, bool remember, string? returnUrl)
        => http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, Who(user, IdentityConstants.TwoFactorUserIdScheme), new AuthenticationProperties
        {
            AllowRefresh = false,
            ExpiresUtc = new DateTimeOffset(clock.UtcNow + Life, TimeSpan.Zero),
            Items = { [Remember] = remember ? "1" : null, [ReturnUrl] = returnUrl },
        });

    /// <returns>Null when nobody is half-way in, it took too long, or the account has changed since.</returns>
    public async Task<HalfSignedIn?> ReadAsync(HttpContext http)
        => await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme) is { Succeeded: true, Principal: { } principal, Properties: { } properties }
            && await FindAsync(principal) is { } user
                ? new HalfSignedIn(user, properties.Items.TryGetValue(Remember, out var remember) && remember is not null, properties.Items.TryGetValue(ReturnUrl, out var url) ? url : null)
                : null;

    public Task EndAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);

    /// <summary>Keeps in the browser that this device belongs to the person; it holds until the account changes.</summary>
    public Task RememberDeviceAsync(HttpContext http, User user)
        => http.SignInAsync(IdentityConstants.TwoFactorRememberMeScheme, Who(user, IdentityConstants.TwoFactorRememberMeScheme), new AuthenticationProperties
        {
            IsPersistent = true,
            AllowRefresh = false,
            ExpiresUtc = new DateTimeOffset(clock.UtcNow + DeviceLife, TimeSpan.Zero),
        });

    public async Task<bool> IsRememberedAsync(HttpContext http, User user)
        => await http.AuthenticateAsync(IdentityConstants.TwoFactorRememberMeScheme) is { Succeeded: true, Principal: { } principal }
            && (await FindAsync(principal))?.UserId == user.UserId;

    private static ClaimsPrincipal Who(User user, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, user.UserId), new Claim(FingerprintClaim, AccountFingerprint.Of(user))], scheme));

    private async Task<User?> FindAsync(ClaimsPrincipal principal)
        => principal.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id
            && await users.FindByIdAsync(id) is User { IsEnabled: true } user
            && principal.FindFirstValue(FingerprintClaim) == AccountFingerprint.Of(user)
                ? user
                : null;
}

/// <param name="Remember">Whether the person asked to stay signed in on the device.</param>
/// <param name="ReturnUrl">Where the person wanted to go; not checked.</param>
public sealed record HalfSignedIn(User User, bool Remember, string? ReturnUrl);
