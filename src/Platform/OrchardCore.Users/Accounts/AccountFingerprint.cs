using System.Security.Cryptography;
using System.Text;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Users;

/// <summary>Sums up everything of an account that a session rests on. A session that carries another one is over.</summary>
/// <remarks>Computed from the account rather than stamped by those who change it, so that no road leads past it.</remarks>
internal static class AccountFingerprint
{
    public static string Of(User user)
    {
        var parts = new List<string?>
        {
            user.UserId,
            user.UserName,
            user.PasswordHash,
            user.SecurityStamp,
            user.IsEnabled ? "enabled" : "disabled",
            user.TwoFactorEnabled ? "two" : "one",
        };
        parts.AddRange(user.RoleNames.Select(role => "r:" + role.ToUpperInvariant()).Order(StringComparer.Ordinal));
        parts.AddRange(user.UserClaims.Select(claim => $"c:{claim.ClaimType}={claim.ClaimValue}").Order(StringComparer.Ordinal));
        var text = string.Join('\u001f', parts);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
