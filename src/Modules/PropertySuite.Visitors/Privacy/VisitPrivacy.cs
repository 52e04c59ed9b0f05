using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Masks, shows and deletes visitors' data (VIS-19).</summary>
public sealed class VisitPrivacy(Visits visits, VisitTraces traces, Instructions instructions, ISiteService sites, IClock clock)
{
    /// <summary>Tells of a row whether its name is masked.</summary>
    public async Task<Func<VisitIndex, bool>> MaskAsync()
    {
        var hours = (await sites.GetSiteSettingsAsync()).As<VisitorSettings>().MaskAfterHours;
        var privateUnits = await instructions.PrivateUnitsAsync();
        var now = clock.UtcNow;
        return row => MaskedVisit.HidesName(MaskedVisit.EndOf(row), row.OnSite, now, hours, privateUnits.Contains(row.UnitId));
    }

    /// <summary>Whether the name of a visit is masked.</summary>
    public async Task<bool> HidesNameAsync(VisitPart visit) => MaskedVisit.HidesName(
        MaskedVisit.EndOf(visit),
        visit.IsOnSite,
        clock.UtcNow,
        (await sites.GetSiteSettingsAsync()).As<VisitorSettings>().MaskAfterHours,
        (await instructions.PrivateUnitsAsync()).Contains(visit.Host.UnitId));

    /// <summary>Keeps that somebody looked at what is masked, and why.</summary>
    /// <exception cref="RefusedException">No reason was given.</exception>
    public async Task RevealAsync(VisitPart visit, Actor by, string? why)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            throw LifecycleRefusals.ReasonMissing.At("Reason");
        }

        await visits.SaveAsync(visit, VisitLifecycle.Table.Note(visit, VisitVerbs.Reveal, by, clock.UtcNow, why));
    }

    /// <summary>Deletes who the visitor was, photo included, before the time: on request. Who is inside stays known until the departure.</summary>
    /// <exception cref="RefusedException">The visitor is inside or may still come.</exception>
    public async Task EraseAsync(VisitPart visit, Actor by, string? why)
    {
        var now = clock.UtcNow;
        if (visit.IsOnSite || VisitStates.Open.Contains(visit.StateAt(now)))
        {
            throw VisitRefusals.StillNeeded.With();
        }

        visit.Forget();
        await visits.SaveAsync(visit, VisitLifecycle.Table.Note(visit, VisitVerbs.Erase, by, now, why));
        await traces.ForgetAsync([visit.ContentItem.ContentItemId]);
    }
}
