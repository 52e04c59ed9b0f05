using OrchardCore.ContentManagement;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;
using PropertySuite.Visitors.Contracts;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Visitors;

/// <summary>Recurring passes: issued, changed, and used at the gate (VIS-09, VIS-17).</summary>
public sealed class RecurringPasses(
    ISession session,
    IContentManager contents,
    RecordHistory history,
    Visits visits,
    PassKeys keys,
    PassMaker maker,
    WatchList watch,
    NumberSeries numbers,
    CommunityCode community,
    CommunityTimes times,
    ISiteService sites,
    IEnumerable<IWorkPermits> permits,
    IClock clock)
{
    /// <summary>Kind in numbers and in history.</summary>
    public const string Record = "RPS";

    /// <summary>The pass with this id; null when there is none.</summary>
    public async Task<RecurringPassPart?> FindAsync(string? id) =>
        id is { Length: > 0 and <= 26 } && await contents.GetAsync(id) is { ContentType: VisitTypes.RecurringPass } item ? item.As<RecurringPassPart>() : null;

    /// <summary>The pass that was scanned; null when it is none of these.</summary>
    public async Task<RecurringPassPart?> OfPassAsync(string passId) =>
        await FindAsync((await session.QueryIndex<RecurringIndex>(row => row.PassId == passId).FirstOrDefaultAsync())?.RecurringId);

    /// <summary>The pass whose page has this secret in its address; null when there is none.</summary>
    public async Task<RecurringPassPart?> OfLinkAsync(string secret)
    {
        var hash = PassMaker.Hash(secret);
        return await FindAsync((await session.QueryIndex<RecurringIndex>(row => row.LinkHash == hash).FirstOrDefaultAsync())?.RecurringId);
    }

    /// <summary>The pass that six digits mean; null when they mean none.</summary>
    public async Task<RecurringPassPart?> OfCodeAsync(string code) =>
        await FindAsync((await session.QueryIndex<RecurringIndex>(row => row.LiveCode == code).FirstOrDefaultAsync())?.RecurringId);

    /// <summary>Passes of these units, those that end first on top.</summary>
    public async Task<IReadOnlyList<RecurringIndex>> OfUnitsAsync(IEnumerable<string> units)
    {
        var unitIds = units.ToArray();
        return unitIds.Length == 0 ? [] : [.. await session.QueryIndex<RecurringIndex>(row => row.UnitId.IsIn(unitIds)).OrderBy(row => row.EndsOn).Take(100).ListAsync()];
    }

    /// <summary>The last visits by a pass, newest first: the attendance list.</summary>
    public async Task<IReadOnlyList<VisitIndex>> VisitsOfAsync(string recurringId, int take = 60) =>
        [.. await session.QueryIndex<VisitIndex>(row => row.RecurringId == recurringId).OrderByDescending(row => row.FromUtc).Take(take).ListAsync()];

    /// <summary>Issues a pass.</summary>
    /// <exception cref="RefusedException">Not this person's unit, watched for, without a valid permit, or it makes no sense.</exception>
    public async Task<RecurringPassPart> IssueAsync(Actor by, RecurringPlan plan)
    {
        await keys.EnsureAsync();
        await CheckPermitAsync(plan);
        if ((await watch.MatchAsync(plan.Guest.Name, plan.Guest.Plate, null, plan.Host.UnitId)).Any(hit => hit.Level == WatchLevel.Stop))
        {
            throw VisitRefusals.AskTheOffice.At("Name");
        }

        var now = clock.UtcNow;
        var today = (await times.GetAsync()).DayAt(now);
        var pass = (await contents.NewAsync(VisitTypes.RecurringPass)).GetOrCreate<RecurringPassPart>();
        var step = pass.Issue(by, now, today, plan, await maker.MakeAsync(today, IsTakenAsync));
        var number = await numbers.NextAsync(await community.GetAsync(), Record, today.Year);
        pass.Take(number);
        var item = pass.ContentItem;
        item.DisplayText = number;
        item.Apply(pass);
        await contents.CreateAsync(item, VersionOptions.Published);
        await history.KeepAsync(Record, item.ContentItemId, step);
        await FlushAsync();
        return pass;
    }

    /// <summary>Saves a pass with the steps it took.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task SaveAsync(RecurringPassPart pass, params IEnumerable<Step> steps)
    {
        var item = pass.ContentItem;
        item.Apply(pass);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await history.KeepAsync(Record, item.ContentItemId, steps);
        await FlushAsync();
    }

    /// <summary>The visit of this moment by a pass: the one that is open, or a new one.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="guard">Who stands at the gate.</param>
    /// <param name="atUtc">When, UTC.</param>
    /// <exception cref="RefusedException">The pass opens nothing now.</exception>
    public async Task<VisitPart> ArriveAsync(RecurringPassPart pass, Actor guard, DateTime atUtc)
    {
        var id = pass.ContentItem.ContentItemId;
        if (await visits.FindAsync((await session.QueryIndex<VisitIndex>(row => row.LiveRecurringKey == id).FirstOrDefaultAsync())?.VisitId) is { } open
            && (open.IsOnSite || open.StateAt(atUtc) != VisitState.Expired))
        {
            return open;
        }

        var time = await times.GetAsync();
        var wall = time.At(atUtc);
        var day = DateOnly.FromDateTime(wall);
        var settings = (await sites.GetSiteSettingsAsync()).As<VisitorSettings>();
        if (pass.WhyNot(day, TimeOnly.FromDateTime(wall), settings.IsHoliday(day)) is { } no)
        {
            throw no;
        }

        if (pass.PermitNumber is { } permit && await PermitAsync(permit) is { } found && (found.IsSuspended || day < found.ValidFrom || day > found.ValidUntil))
        {
            throw RecurringRefusals.PermitClosed.With();
        }

        var visit = await visits.NewAsync();
        var step = visit.Arrive(guard, atUtc, new VisitPlan(
            pass.Kind, pass.Guest, pass.Host, new VisitWindow(time.ToUtc(day, pass.Hours.From), time.ToUtc(day, pass.Hours.Until, end: true)))
        {
            Rules = settings.RulesOf(pass.Kind, pass.Guest.Persons) with { NeedsApproval = false },
            Hits = await watch.MatchAsync(pass.Guest.Name, pass.Guest.Plate, null, pass.Host.UnitId),
            RecurringId = id,
            PermitNumber = pass.PermitNumber,
        });
        await visits.CreateAsync(visit, await numbers.NextAsync(await community.GetAsync(), VisitTypes.Number, day.Year), step);
        return visit;
    }

    /// <summary>Signs a pass for its whole validity.</summary>
    public async Task<string> SignAsync(RecurringPassPart pass)
    {
        var time = await times.GetAsync();
        return await keys.SignAsync(pass.Pass!.PassId, new VisitWindow(time.BeginningOf(pass.ValidFrom), time.BeginningOf(pass.ValidUntil.AddDays(1))));
    }

    private async Task CheckPermitAsync(RecurringPlan plan)
    {
        if (plan.PermitNumber is not { } number || !permits.Any())
        {
            return;
        }

        var permit = await PermitAsync(number);
        if (permit is null || permit.UnitId != plan.Host.UnitId) throw RecurringRefusals.PermitUnknown.At("PermitNumber");
        if (permit.IsSuspended) throw RecurringRefusals.PermitClosed.At("PermitNumber");
        if (plan.ValidUntil > permit.ValidUntil || plan.ValidFrom < permit.ValidFrom) throw RecurringRefusals.PermitOver.At("ValidUntil");
    }

    private async Task<WorkPermit?> PermitAsync(string number)
    {
        foreach (var module in permits)
        {
            if (await module.FindAsync(number) is { } permit)
            {
                return permit;
            }
        }

        return null;
    }

    private async Task<bool> IsTakenAsync(string code) =>
        await session.QueryIndex<RecurringIndex>(row => row.LiveCode == code).CountAsync() > 0
        || await visits.IsTakenAsync(code, (await times.GetAsync()).DayAt(clock.UtcNow));

    private Task FlushAsync() => session.FlushOrRefuseAsync(
        UniqueKey.Of(nameof(RecurringIndex.LiveCode), VisitRefusals.CodeTaken),
        UniqueKey.Of(nameof(RecurringIndex.Number), NumberRefusals.TakenMeanwhile));
}
