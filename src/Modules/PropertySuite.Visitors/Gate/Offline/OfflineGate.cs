using System.Buffers.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>A pass that opens nothing any more, as the device knew it when it was last online.</summary>
/// <param name="Id">128 random bits, base64url.</param>
/// <param name="Why"><c>used</c> or <c>cancelled</c>.</param>
public sealed record ClosedPass(string Id, string Why);

/// <summary>What a device of the gate keeps for the time without a connection. Nothing in it says who comes, or to whom.</summary>
public sealed record GateSettings(
    string Format,
    IEnumerable<PublicPassKey> Keys,
    IEnumerable<EntranceSummary> Gates,
    string? GateId,
    string Seal,
    DateTime NowUtc,
    DateTime ValidUntilUtc,
    IEnumerable<ClosedPass> Closed,
    string? FormToken);

/// <summary>A public key, both base64url.</summary>
/// <param name="Id">Id of the key.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
public sealed record PublicPassKey(string Id, string PublicKey);

/// <summary>Composes what a device keeps.</summary>
public sealed class OfflineGate(GatePost post, PassKeys keys, GateSeal seals, YesSql.ISession session, IAntiforgery forms, IHttpContextAccessor accessor)
{
    private const string Cancelled = nameof(VisitState.Cancelled);
    private const string CheckedIn = nameof(VisitState.CheckedIn);
    private const string CheckedOut = nameof(VisitState.CheckedOut);

    /// <summary>The settings for the guard who is signed in.</summary>
    public async Task<GateSettings> GetAsync()
    {
        var now = post.Now;
        return new GateSettings(
            PassToken.Prefix,
            (await keys.PublicAsync()).Select(key => new PublicPassKey(key.Key, Base64Url.EncodeToString(key.Value))),
            await post.ListAsync(),
            (await post.FindAsync())?.Id,
            seals.Seal(await post.ActorAsync(), now),
            now,
            now + GateSeal.Lasts,
            await ClosedAsync(now),
            forms.GetAndStoreTokens(accessor.HttpContext!).RequestToken);
    }

    // Passes whose window may still be open while the device is without a connection.
    private async Task<IEnumerable<ClosedPass>> ClosedAsync(DateTime nowUtc)
    {
        var until = nowUtc + GateSeal.Lasts;
        var rows = await session.QueryIndex<VisitIndex>(row => row.PassId != null && row.AdmittedUntilUtc > nowUtc && row.FromUtc < until
            && (row.State == Cancelled || row.State == CheckedIn || row.State == CheckedOut)).Take(5_000).ListAsync();
        return rows.Select(row => new ClosedPass(row.PassId!, row.State == Cancelled ? "cancelled" : "used"));
    }
}
