using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;
using PropertySuite.Core.Pages;

namespace PropertySuite.Visitors;

/// <summary>A pass as it is shown: to the guest who bears it, and to the host who shares it.</summary>
/// <param name="Community">Name of the community.</param>
/// <param name="Guest">Name of the guest.</param>
/// <param name="UnitCode">Unit to be visited.</param>
/// <param name="Day">Day of the window, in words.</param>
/// <param name="From">First moment, in words.</param>
/// <param name="Until">End, in words.</param>
/// <param name="Picture">The QR code; null when the pass opens nothing any more.</param>
/// <param name="Code">Six digits, in two groups; null when the pass opens nothing any more.</param>
/// <param name="State">Word of the state.</param>
/// <param name="Dot">Shape of its dot.</param>
/// <param name="Closed">Why it opens nothing any more; null while it does.</param>
/// <param name="Url">Address to share; null when the visit has no pass.</param>
public sealed record PassPage(
    string Community,
    string Guest,
    string UnitCode,
    string Day,
    string From,
    string Until,
    QrPicture? Picture,
    string? Code,
    string State,
    string Dot,
    string? Closed,
    string? Url);

/// <summary>Composes pass pages.</summary>
public sealed class PassPages(PassKeys keys, PassMaker maker, CommunityTimes times, RefusalTexts refusals, ISiteService sites, IStringLocalizerFactory localizers, IClock clock)
{
    /// <summary>The page of a recurring pass (VIS-09).</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="signed">Text of its code.</param>
    /// <param name="url">Makes addresses.</param>
    public async Task<PassPage> OfAsync(RecurringPassPart pass, string signed, IUrlHelper url)
    {
        var texts = localizers.Create(typeof(VisitLifecycle));
        var days = localizers.Create(typeof(RecurringLifecycle));
        var open = pass is { Pass: not null, State: RecurringState.Active };
        return new PassPage(
            (await sites.GetSiteSettingsAsync()).SiteName ?? "",
            pass.IsForgotten ? texts["Visitor"] : pass.Guest.Name,
            pass.Host.UnitCode,
            string.Join(' ', RecurringLifecycle.Week.Where(day => pass.Hours.Days.HasFlag(day)).Select(day => days[RecurringLifecycle.Name(day)].Value)),
            pass.Hours.From.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            pass.Hours.Until.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            open ? QrPicture.Of(signed) : null,
            open ? $"{pass.Pass!.Code[..3]} {pass.Pass.Code[3..]}" : null,
            days[RecurringLifecycle.Name(pass.State)],
            RecurringLifecycle.Dot(pass.State),
            null,
            pass.Pass is null ? null : url.Action("Show", "PassPage", new { area = "PropertySuite.Visitors", secret = maker.Link(pass.Pass) }, url.ActionContext.HttpContext.Request.Scheme));
    }

    /// <summary>The page of a visit's pass.</summary>
    public async Task<PassPage> OfAsync(VisitPart visit, IUrlHelper url)
    {
        var now = clock.UtcNow;
        var time = await times.GetAsync();
        var texts = localizers.Create(typeof(VisitLifecycle));
        var state = visit.StateAt(now);
        var open = visit.Pass is not null && state is VisitState.Invited or VisitState.NeedsApproval or VisitState.Approved;
        var waits = (open && (now < visit.AdmittedFromUtc || state == VisitState.NeedsApproval)) || state == VisitState.Confirmed;

        // What the office watches for is said at the gate, and never to the guest.
        var closed = waits || visit.IsStopped ? null : visit.WhyNot(now);
        var (from, until) = (time.At(visit.Window.FromUtc), time.At(visit.Window.UntilUtc));

        return new PassPage(
            (await sites.GetSiteSettingsAsync()).SiteName ?? "",
            visit.IsForgotten ? texts["Visitor"] : visit.Guest.Name,
            visit.Host.UnitCode,
            Moments.Day(DateOnly.FromDateTime(from)),
            Moments.Time(from),
            DateOnly.FromDateTime(until) == DateOnly.FromDateTime(from) ? Moments.Time(until) : Moments.Short(until),
            open ? QrPicture.Of(await keys.SignAsync(visit.Pass!.PassId, visit.Window.Widened(TimeSpan.FromMinutes(visit.ToleranceMinutes)))) : null,
            open ? $"{visit.Pass!.Code[..3]} {visit.Pass.Code[3..]}" : null,
            texts[VisitLifecycle.Name(state)],
            VisitLifecycle.Dot(state),
            closed is null ? null : await refusals.SayAsync(closed),
            visit.Pass is null ? null : url.Action("Show", "PassPage", new { area = "PropertySuite.Visitors", secret = maker.Link(visit.Pass) }, url.ActionContext.HttpContext.Request.Scheme));
    }
}
