using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>Makes visits that residents announce (VIS-01), with their pass (VIS-05).</summary>
public sealed class Invitations(Visits visits, VisitPolicy policy, PassKeys keys, PassMaker maker, NumberSeries numbers, CommunityCode community, CommunityTimes times, IClock clock)
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
        var step = visit.Invite(host, now, await policy.CompleteAsync(plan), await maker.MakeAsync(day, code => visits.IsTakenAsync(code, day)));
        await visits.CreateAsync(visit, await numbers.NextAsync(await community.GetAsync(), VisitTypes.Number, time.DayAt(now).Year), step);

        return visit;
    }
}

/// <summary>Makes visits of those who stand at the desk (VIS-02).</summary>
public sealed class WalkIns(Visits visits, VisitPolicy policy, VisitPhotos photos, NumberSeries numbers, CommunityCode community, CommunityTimes times, IClock clock)
{
    /// <summary>Registers a visitor, with a photo if one was taken.</summary>
    /// <param name="desk">Who registers.</param>
    /// <param name="plan">What was said.</param>
    /// <param name="identitySeen">Whether an identity document was looked at.</param>
    /// <param name="photo">The photo; null for none.</param>
    /// <param name="document">Number of the document; compared with the watch list and forgotten. Null when it was not typed.</param>
    /// <exception cref="RefusedException">The identity was not seen, or the facts make no sense.</exception>
    public async Task<VisitPart> RegisterAsync(Actor desk, VisitPlan plan, bool identitySeen, VisitPhoto? photo = null, string? document = null)
    {
        var now = clock.UtcNow;
        var visit = await visits.NewAsync();
        var step = visit.Register(desk, now, await policy.CompleteAsync(plan, document), identitySeen);
        await visits.CreateAsync(visit, await numbers.NextAsync(await community.GetAsync(), VisitTypes.Number, (await times.GetAsync()).DayAt(now).Year), step);
        if (photo is not null)
        {
            await photos.KeepAsync(photo, visit.ContentItem.ContentItemId);
        }

        return visit;
    }
}
