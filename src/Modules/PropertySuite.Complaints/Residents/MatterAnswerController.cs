using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>
/// Whoever raised a case answers a proposal by the link of a mail, without signing in. Opening it changes nothing: programs that look at
/// links before their readers do must not agree to anything.
/// </summary>
[AllowAnonymous]
public sealed class MatterAnswerController(ComplaintBook book, ComplaintPolicy policy, ISiteService sites, CommunityTimes times, IClock clock) : Controller, IShowsAgain
{
    /// <summary>The question.</summary>
    [HttpGet("matters/answer/{secret:length(22)}")]
    public async Task<IActionResult> Show(string secret)
    {
        Close();
        return View(await PageAsync(secret));
    }

    /// <summary>The answer.</summary>
    [HttpPost("matters/answer/{secret:length(22)}")]
    public async Task<IActionResult> Show(string secret, MatterStepForm form)
    {
        Close();
        if (await OpenAsync(secret) is not { } complaint)
        {
            return View(await PageAsync(secret));
        }

        if (form.Answer is not ("yes" or "no"))
        {
            throw ComplaintRefusals.AnswerUnclear.At(nameof(form.Answer));
        }

        // The link stands for whoever raised the case: it was sent to nobody else, and goes for this one answer.
        var who = complaint.By;
        var by = new Actor(who.PersonId!, who.Name ?? "", [ComplaintPermissions.Raise], [who.PersonId!, .. complaint.Place.UnitId is { } unit ? new[] { unit } : []]);
        var (now, rules) = (clock.UtcNow, await policy.RulesAsync());
        var number = complaint.Number;
        await book.SaveAsync(complaint, form.Answer == "yes" ? complaint.Agree(by, now, form.Rating, rules) : complaint.Disagree(by, now, form.Reason, rules));
        return View(new MatterQuestion(await NameAsync(), null, number, null, form.Answer == "yes"));
    }

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("secret", out var secret) && secret is string typed ? View("Show", await PageAsync(typed)) : null;

    private async Task<ComplaintPart?> OpenAsync(string secret) =>
        await book.OfLinkAsync(secret) is { State: ComplaintState.Proposed, By.PersonId: not null } complaint ? complaint : null;

    private async Task<MatterQuestion> PageAsync(string secret) => await OpenAsync(secret) is { } complaint
        ? new(await NameAsync(), complaint, complaint.Number, complaint.SilenceUtc is { } until ? Moments.Short((await times.GetAsync()).At(until)) : null, null)
        : new(await NameAsync(), null, null, null, null);

    private async Task<string> NameAsync() => (await sites.GetSiteSettingsAsync()).SiteName ?? "";

    private void Close()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}

/// <summary>The page.</summary>
/// <param name="Community">Name of the community.</param>
/// <param name="Complaint">What is asked about; null when the question is closed.</param>
/// <param name="Number">Its number.</param>
/// <param name="Until">Until when an answer is awaited, in words.</param>
/// <param name="Answered">The answer that was just given; null for none.</param>
public sealed record MatterQuestion(string Community, ComplaintPart? Complaint, string? Number, string? Until, bool? Answered);
