using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Security.Permissions;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace PropertySuite.Platform.Users;

/// <summary>Says who somebody is: id, name, roles. What the roles may do is looked up when it is asked, never carried along.</summary>
internal sealed class AccountPrincipal(IEnumerable<IUserClaimsProvider> providers) : IUserClaimsPrincipalFactory<IUser>
{
    /// <summary>Culture that the person chose; a claim's type.</summary>
    public const string CultureClaim = "culture";

    /// <summary>What a claim stored with an account must not pretend.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        ClaimTypes.NameIdentifier, ClaimTypes.Name, ClaimTypes.Role, "role", "sub", Permission.ClaimType, SignInClaims.Session,
    };

    public async Task<ClaimsPrincipal> CreateAsync(IUser user)
    {
        var account = (User)user;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.UserId));
        identity.AddClaim(new Claim(ClaimTypes.Name, account.UserName));
        foreach (var role in account.RoleNames)
        {
            identity.AddClaim(new Claim(ClaimTypes.Role, role));
        }

        foreach (var claim in account.UserClaims.Where(claim => !Reserved.Contains(claim.ClaimType)))
        {
            identity.AddClaim(claim.ToClaim());
        }

        foreach (var provider in providers)
        {
            await provider.GenerateAsync(user, identity);
        }

        return new ClaimsPrincipal(identity);
    }
}
