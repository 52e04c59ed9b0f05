using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using OrchardCore.Modules;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace PropertySuite.Platform.Users;

/// <summary>Opens, checks and ends sessions. Two index rows decide at each request, so that what one process changes holds in all.</summary>
public sealed class SignInSessions(ISession session, IClock clock)
{
    private const int DeviceLength = 160;

    /// <returns>The new session's id, for the cookie.</returns>
    public async Task<string> OpenAsync(User user, TimeSpan absolute, string? device)
    {
        var now = clock.UtcNow;
        foreach (var known in await OfAsync(user.UserId))
        {
            if (known.EndsUtc <= now)
            {
                session.Delete(known);
            }
        }

        var opened = new SignInSession
        {
            SessionId = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            UserId = user.UserId,
            Fingerprint = AccountFingerprint.Of(user),
            CreatedUtc = now,
            EndsUtc = now + absolute,
            Device = device is { Length: > DeviceLength } ? device[..DeviceLength] : device,
        };
        await session.SaveAsync(opened);
        return opened.SessionId;
    }

    /// <summary>Whether the session exists, has not ended, and the account is as it was at sign-in.</summary>
    public async Task<bool> IsLiveAsync(ClaimsPrincipal? principal)
    {
        if (principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { Length: > 0 } userId
            || principal.FindFirstValue(SignInClaims.Session) is not { Length: > 0 } sessionId)
        {
            return false;
        }

        var row = await session.QueryIndex<SignInSessionIndex>(index => index.SessionId == sessionId).FirstOrDefaultAsync();
        if (row is null || row.UserId != userId || row.EndsUtc <= clock.UtcNow)
        {
            return false;
        }

        var account = await session.QueryIndex<AccountIndex>(index => index.UserId == userId).FirstOrDefaultAsync();
        return account is not null && account.Fingerprint == row.Fingerprint;
    }

    /// <summary>The person's sessions, newest first, ended ones among them.</summary>
    public async Task<IReadOnlyList<SignInSession>> OfAsync(string userId)
        => [.. (await session.Query<SignInSession, SignInSessionIndex>(index => index.UserId == userId).ListAsync())
            .OrderByDescending(known => known.CreatedUtc)];

    public async Task EndAsync(string sessionId)
    {
        if (await session.Query<SignInSession, SignInSessionIndex>(index => index.SessionId == sessionId).FirstOrDefaultAsync() is { } known)
        {
            session.Delete(known);
        }
    }

    /// <param name="except">A session that goes on, such as the one that asks; null: none does.</param>
    public async Task EndAllAsync(string userId, string? except = null)
    {
        foreach (var known in await OfAsync(userId))
        {
            if (known.SessionId != except)
            {
                session.Delete(known);
            }
        }
    }
}
