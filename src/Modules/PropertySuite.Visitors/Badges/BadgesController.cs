using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The badges: which there are, which are out, which are lost (VIS-14).</summary>
[Requires(VisitPermissions.Badges)]
public sealed class BadgesController(Badges badges, VisitBoard board, IClock clock) : Controller, IShowsAgain
{
    /// <summary>The list, with the form for a new one.</summary>
    [HttpGet, Admin("Visits/Badges", "VisitBadges")]
    public async Task<IActionResult> Index() => View(await FillAsync(new BadgeForm()));

    /// <summary>Puts a badge into use.</summary>
    [HttpPost, Admin("Visits/Badges", "VisitBadgesPost"), ActionName(nameof(Index))]
    public async Task<IActionResult> Introduce(BadgeForm form)
    {
        await badges.IntroduceAsync(form.Number, form.Zone, form.EscortRequired);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Reports a badge lost.</summary>
    [HttpPost, Admin("Visits/Badges/{badgeId}/Lose", "VisitBadgeLose")]
    public async Task<IActionResult> Lose(string badgeId) =>
        await badges.ChangeAsync(badgeId, badge => badge.Lose(clock.UtcNow)) ? RedirectToAction(nameof(Index)) : NotFound();

    /// <summary>A badge has been found.</summary>
    [HttpPost, Admin("Visits/Badges/{badgeId}/Find", "VisitBadgeFind")]
    public async Task<IActionResult> Find(string badgeId) =>
        await badges.ChangeAsync(badgeId, badge => badge.Find()) ? RedirectToAction(nameof(Index)) : NotFound();

    /// <inheritdoc/>
    [NonAction]
    public async Task<IActionResult?> ShowAgainAsync(ActionExecutingContext refused) =>
        refused.ActionArguments.TryGetValue("form", out var form) && form is BadgeForm typed ? View("Index", await FillAsync(typed)) : null;

    private async Task<BadgeForm> FillAsync(BadgeForm form)
    {
        var inside = await board.InsideAsync();
        form.Page = new BadgesPage(await badges.ListAsync(), inside.Where(row => row.LiveBadgeKey is not null).ToDictionary(row => row.LiveBadgeKey!, StringComparer.Ordinal));
        return form;
    }
}

/// <summary>The form.</summary>
public sealed class BadgeForm
{
    public string? Number { get; set; }

    public string? Zone { get; set; }

    public bool EscortRequired { get; set; }

    /// <summary>What the page offers; never posted.</summary>
    [BindNever, ValidateNever]
    public BadgesPage? Page { get; set; }
}

/// <summary>The page.</summary>
/// <param name="Badges">All badges.</param>
/// <param name="Bearers">Visits by the badge that is out.</param>
public sealed record BadgesPage(IReadOnlyList<BadgeIndex> Badges, IReadOnlyDictionary<string, VisitIndex> Bearers);
