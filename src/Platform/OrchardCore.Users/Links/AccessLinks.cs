using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OrchardCore.Modules;
using OrchardCore.Users.Models;
using YesSql;

namespace PropertySuite.Platform.Users;

/// <summary>Makes, finds and uses up links that carry a right.</summary>
public sealed class AccessLinks(ISession session, IClock clock)
{
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>ASVS 6.5.5: what signs in lives ten minutes at most.</summary>
    public static readonly TimeSpan SignInLife = TimeSpan.FromMinutes(10);

    /// <returns>The token for the link; it is not kept and cannot be read again. Earlier links of the same kind stop working.</returns>
    public async Task<string> CreateAsync(User user, AccessLinkKind kind)
    {
        foreach (var earlier in await session.Query<AccessLink, AccessLinkIndex>(index => index.UserId == user.UserId).ListAsync())
        {
            if (earlier.Kind == kind)
            {
                session.Delete(earlier);
            }
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var now = clock.UtcNow;
        await session.SaveAsync(new AccessLink
        {
            TokenHash = Hash(token),
            Kind = kind,
            UserId = user.UserId,
            CreatedUtc = now,
            ExpiresUtc = now + (kind == AccessLinkKind.SignIn ? SignInLife : InvitationLife),
        });
        return token;
    }

    /// <returns>Null when there is no such link, or it was used, or it has expired.</returns>
    public async Task<AccessLink?> FindAsync(string? token, AccessLinkKind kind)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 64)
        {
            return null;
        }

        var hash = Hash(token);
        var link = await session.Query<AccessLink, AccessLinkIndex>(index => index.TokenHash == hash).FirstOrDefaultAsync();
        return link is not null && link.Kind == kind && link.UsedUtc is null && clock.UtcNow < link.ExpiresUtc ? link : null;
    }

    /// <summary>Uses the link up. Of two that do so at once one fails when it is stored: every document is checked by its version.</summary>
    public async Task UseAsync(AccessLink link)
    {
        link.UsedUtc = clock.UtcNow;
        await session.SaveAsync(link, checkConcurrency: true);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
