using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Makes visits that residents announce (VIS-01), with their pass (VIS-05).</summary>
public sealed class Invitations(Visits visits, PassKeys keys, PassMaker maker, NumberSeries numbers, CommunityCode community, CommunityTimes times, IClock clock)
{
    /// <summary>Announces a visitor.</summary>
    /// <exception cref="RefusedException">Not the host's unit, or the facts make no sense.</exception>
    public async Task<VisitPart> InviteAsync(Actor host, VisitPlan plan)
    {
        await keys.EnsureAsync();

        var now = clock.UtcNow;
        var time = await times.GetAsync();
        var day = time.DayAt(plan.Window.FromUtc);
        var visit = await visits.NewAsync();
        var step = visit.Invite(host, now, plan, await maker.MakeAsync(day, code => visits.IsTakenAsync(code, day)));
        await visits.CreateAsync(visit, await numbers.NextAsync(await community.GetAsync(), VisitTypes.Number, time.DayAt(now).Year), step);

        return visit;
    }
}

/// <summary>Makes visits of those who stand at the desk (VIS-02).</summary>
public sealed class WalkIns(Visits visits, VisitPhotos photos, NumberSeries numbers, CommunityCode community, CommunityTimes times, IClock clock)
{
    /// <summary>Registers a visitor, with a photo if one was taken.</summary>
    /// <exception cref="RefusedException">The identity was not seen, or the facts make no sense.</exception>
    public async Task<VisitPart> RegisterAsync(Actor desk, VisitPlan plan, bool identitySeen, VisitPhoto? photo = null)
    {
        var now = clock.UtcNow;
        var visit = await visits.NewAsync();
        var step = visit.Register(desk, now, plan, identitySeen);
        await visits.CreateAsync(visit, await numbers.NextAsync(await community.GetAsync(), VisitTypes.Number, (await times.GetAsync()).DayAt(now).Year), step);
        if (photo is not null)
        {
            await photos.KeepAsync(photo, visit.ContentItem.ContentItemId);
        }

        return visit;
    }
}
