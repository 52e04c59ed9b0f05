using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>
/// The host answers by the link of a mail, without signing in (VIS-03). Opening it changes nothing: programs that look at links before
/// their readers do must not let anybody in.
/// </summary>
[AllowAnonymous]
public sealed class HostAnswerController(HostAsks asks, Visits visits, ISiteService sites, CommunityTimes times, IClock clock) : Controller
{
    /// <summary>The question.</summary>
    [HttpGet("visits/answer/{secret:length(22)}")]
    public async Task<IActionResult> Show(string secret)
    {
        Close();
        return View(await PageAsync(secret));
    }

    /// <summary>The answer.</summary>
    [HttpPost("visits/answer/{secret:length(22)}")]
    public async Task<IActionResult> Show(string secret, string? answer)
    {
        Close();
        if (await asks.FindAsync(secret) is not { } ask || await visits.FindAsync(ask.VisitId) is not { } visit || answer is not ("yes" or "no"))
        {
            return View(await PageAsync(secret));
        }

        await asks.AnswerAsync(ask, visit, visits, answer == "yes");
        return View(new HostAnswerPage((await sites.GetSiteSettingsAsync()).SiteName ?? "", null, null, answer == "yes"));
    }

    private async Task<HostAnswerPage> PageAsync(string secret)
    {
        var community = (await sites.GetSiteSettingsAsync()).SiteName ?? "";
        return await asks.FindAsync(secret) is { } ask && await visits.FindAsync(ask.VisitId) is { } visit && visit.StateAt(clock.UtcNow) == VisitState.WalkIn && visit.Calls == ask.Attempt
            ? new HostAnswerPage(community, visit, Moments.Time((await times.GetAsync()).At(ask.DueAtUtc)), null)
            : new HostAnswerPage(community, null, null, null);
    }

    private void Close()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}

/// <summary>The page.</summary>
/// <param name="Community">Name of the community.</param>
/// <param name="Visit">Who asks to come in; null when the question is closed.</param>
/// <param name="Until">Until when an answer is awaited, in words.</param>
/// <param name="Answered">The answer that was just given; null for none.</param>
public sealed record HostAnswerPage(string Community, VisitPart? Visit, string? Until, bool? Answered);
