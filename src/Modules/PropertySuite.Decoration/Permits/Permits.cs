using OrchardCore.ContentManagement;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Decoration;

/// <summary>Works in units: begun, changed, found; and what each step brings with it in money, papers and deadlines.</summary>
public sealed class Permits(
    ISession session,
    IContentManager contents,
    RecordHistory history,
    NumberSeries numbers,
    CommunityCode community,
    CommunityTimes times,
    WorkingCalendars calendars,
    ISiteService sites,
    IMoneyBook money,
    PermitPapers papers,
    IEnumerable<IPermitWitness> witnesses,
    IClock clock)
{
    /// <summary>Now, UTC.</summary>
    public DateTime Now => clock.UtcNow;

    /// <summary>What works cost, and how long things take.</summary>
    public async Task<DecorationSettings> SettingsAsync() => (await sites.GetSiteSettingsAsync()).As<DecorationSettings>();

    /// <summary>The works with this id; null when there are none.</summary>
    public async Task<PermitPart?> FindAsync(string? id) =>
        id is { Length: > 0 and <= 26 } && await contents.GetAsync(id) is { ContentType: PermitPart.ContentType } item ? item.As<PermitPart>() : null;

    /// <summary>The works with this number; null when there are none.</summary>
    public async Task<PermitPart?> FindByNumberAsync(string number) =>
        await FindAsync((await session.QueryIndex<PermitIndex>(row => row.Number == number).FirstOrDefaultAsync())?.PermitId);

    /// <summary>Works of units, the latest first.</summary>
    public async Task<IReadOnlyList<PermitIndex>> OfUnitAsync(string unitId, int take = 50) =>
        [.. await session.QueryIndex<PermitIndex>(row => row.UnitId == unitId).OrderByDescending(row => row.BegunAtUtc).Take(take).ListAsync()];

    /// <summary>Begins an application.</summary>
    /// <exception cref="RefusedException">The unit has open works, or the plan makes no sense.</exception>
    public async Task<PermitPart> BeginAsync(Actor by, PermitUnit unit, Applicant applicant, WorksPlan plan, bool rulesAcknowledged)
    {
        var today = (await times.GetAsync()).DayAt(Now);
        var permit = (await contents.NewAsync(PermitPart.ContentType)).GetOrCreate<PermitPart>();
        var step = permit.Begin(by, Now, today, unit, applicant, plan, rulesAcknowledged);
        var number = await numbers.NextAsync(await community.GetAsync(), PermitPart.Record, today.Year);
        permit.Take(number);
        var item = permit.ContentItem;
        item.DisplayText = number;
        item.Apply(permit);
        await contents.CreateAsync(item, VersionOptions.Published);
        await KeepAsync(permit, step);
        await FlushAsync("UnitId");
        return permit;
    }

    /// <summary>Saves works with the steps that were taken.</summary>
    /// <exception cref="RefusedException">Somebody changed them meanwhile, or the unit has other open works by now.</exception>
    public async Task SaveAsync(PermitPart permit, params IReadOnlyList<Step> steps)
    {
        var item = permit.ContentItem;
        item.Apply(permit);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await KeepAsync(permit, [.. steps]);
        await FlushAsync(null);
    }

    /// <summary>Takes a step that asks nothing but perhaps a reason, with all that it brings.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public async Task TakeAsync(PermitPart permit, Verb verb, Actor by, string? reason = null)
    {
        var id = permit.ContentItem.ContentItemId;
        var time = await times.GetAsync();
        if (verb == PermitVerbs.Permit || verb == PermitVerbs.Resume)
        {
            // Looked up at the moment that counts; what was remembered may have been reversed since.
            permit.Know((await money.OfRecordAsync(id)).All(demand => demand.Open == 0));
        }

        var step = verb == PermitVerbs.Permit ? permit.Issue(by, Now, time.BeginningOf(permit.LastDay.AddDays(1)))
            : verb == PermitVerbs.Extend ? permit.Extend(by, Now, time.BeginningOf((permit.AskedUntil ?? permit.LastDay).AddDays(1)))
            : verb == PermitVerbs.Accept ? permit.Accept(by, Now, time.BeginningOf(time.DayAt(Now).AddMonths((await SettingsAsync()).SecondCheckMonths)))
            : permit.Take(verb, by, Now, reason);
        permit.DueAtUtc = await DueAsync(permit, verb);

        if (verb == PermitVerbs.Approve) await DemandAsync(permit, by);
        if (verb == PermitVerbs.ApproveSettlement) await SettleAsync(permit, by);
        if (verb == PermitVerbs.Reject || verb == PermitVerbs.Cancel) await CancelAsync(id, step.Reason!, by);
        await SaveAsync(permit, step);
        await papers.AfterAsync(permit, verb, by);

        // Nothing to pay, or nothing to give back: the record goes on by itself.
        if (verb == PermitVerbs.Approve) await KnowMoneyAsync(permit);
        if (verb == PermitVerbs.ApproveSettlement) await KnowRefundsAsync(permit);
    }

    /// <summary>Writes a violation down: its fine is demanded, a grave one stops the works.</summary>
    public async Task<Violation> ViolateAsync(PermitPart permit, Actor by, string? code, string? note)
    {
        var steps = permit.Violate(by, Now, (await times.GetAsync()).DayAt(Now), code, note);
        var violation = permit.Violations[^1];
        if (violation.Fine > 0)
        {
            await money.DemandAsync(Ask(permit, new DueSum(violation.Slot, DemandKind.Fine, ViolationKind.Find(violation.Code)!.Name, violation.Fine, ByContractor: true), violation.CureBy), by);
            permit.Know(false);
        }

        if (permit.State == PermitState.Suspended) permit.DueAtUtc = null;
        await SaveAsync(permit, steps);
        if (steps.Count > 1) await papers.AfterAsync(permit, PermitVerbs.Stop, by);
        return violation;
    }

    /// <summary>Writes down what is kept of the deposits.</summary>
    public async Task KeepAsync(PermitPart permit, Actor by, decimal amount, string? why)
    {
        var step = permit.Keep(by, Now, amount, await HeldAsync(permit), await money.CurrencyAsync(), why);
        await SaveAsync(permit, step);
    }

    /// <summary>What is held in deposits.</summary>
    public async Task<decimal> HeldAsync(PermitPart permit) =>
        (await money.OfRecordAsync(permit.ContentItem.ContentItemId)).Where(demand => demand.Ask.Kind == DemandKind.Deposit).Sum(demand => demand.Held);

    /// <summary>Goes on when everything is paid, and back when something is open again.</summary>
    internal async Task KnowMoneyAsync(PermitPart permit)
    {
        var paid = (await money.OfRecordAsync(permit.ContentItem.ContentItemId)).All(demand => demand.Open == 0);
        var was = permit.IsPaid;
        permit.Know(paid);
        var verb = paid && permit.State == PermitState.AwaitingPayment ? PermitVerbs.Paid : !paid && permit.State == PermitState.AgreementToSign ? PermitVerbs.Reopened : null;
        if (verb is null && was == paid)
        {
            return;
        }

        IReadOnlyList<Step> steps = verb is null ? [] : [permit.Take(verb, Actor.Clock, Now)];
        if (verb is not null) permit.DueAtUtc = await DueAsync(permit, verb);
        await SaveAsync(permit, steps);
    }

    /// <summary>Goes on when nothing is held any more.</summary>
    internal async Task KnowRefundsAsync(PermitPart permit)
    {
        if (permit.State == PermitState.SettlementApproved && await HeldAsync(permit) == 0)
        {
            var step = permit.Take(PermitVerbs.Refunded, Actor.Clock, Now);
            permit.DueAtUtc = null;
            await SaveAsync(permit, step);
        }
    }

    internal async Task<DateTime?> DueAsync(PermitPart permit, Verb verb)
    {
        var calendar = await calendars.GetAsync();
        return permit.State switch
        {
            PermitState.Submitted => calendar.AddDays(Now, 1),
            PermitState.UnderReview => verb == PermitVerbs.Review ? permit.DueAtUtc : calendar.AddDays(Now, 3),
            PermitState.AwaitingPayment => calendar.Time.BeginningOf(calendar.Time.DayAt(Now).AddDays((await SettingsAsync()).PaymentDays + 1)),
            PermitState.AgreementToSign or PermitState.ExtensionAsked => calendar.AddDays(Now, 2),
            PermitState.CompletionReported => calendar.AddDays(Now, 3),
            PermitState.Permitted => calendar.Time.BeginningOf(permit.Plan.From.AddDays(1)),
            PermitState.InProgress or PermitState.Overrun => permit.EndsAtUtc,
            PermitState.SecondCheckDue => calendar.AddDays(Now, 5),
            PermitState.SettlementDraft => calendar.AddDays(Now, 3),
            PermitState.SettlementApproved => calendar.AddDays(Now, 15),
            _ => null,
        };
    }

    internal async Task DemandAsync(PermitPart permit, Actor by)
    {
        var due = (await times.GetAsync()).DayAt(Now).AddDays((await SettingsAsync()).PaymentDays);
        foreach (var sum in DecorationTariff.Of(await SettingsAsync(), permit.Unit, permit.Plan))
        {
            await money.DemandAsync(Ask(permit, sum, due), by);
        }
    }

    internal static MoneyAsk Ask(PermitPart permit, DueSum sum, DateOnly due) => new()
    {
        Key = $"{PermitPart.Record}:{permit.ContentItem.ContentItemId}:{sum.Code}",
        RecordKind = PermitPart.Record,
        RecordId = permit.ContentItem.ContentItemId,
        RecordNumber = permit.Number,
        UnitId = permit.Unit.Id,
        UnitCode = permit.Unit.Code,
        PersonId = sum.ByContractor ? null : permit.Applicant.PersonId,
        PayerName = sum.ByContractor ? permit.Plan.Contractor : permit.Applicant.Name,
        Kind = sum.Kind,
        Purpose = Wording.Of(typeof(PermitTexts), sum.Text),
        Amount = sum.Amount,
        DueOn = due,
    };

    // What is kept comes off the owner's deposit first, then off the others in their order.
    private async Task SettleAsync(PermitPart permit, Actor by)
    {
        var deposits = (await money.OfRecordAsync(permit.ContentItem.ContentItemId)).Where(demand => demand.Ask.Kind == DemandKind.Deposit).ToList();
        foreach (var (sum, at) in permit.Kept.Select((sum, at) => (sum, at)))
        {
            var left = sum.Amount;
            foreach (var deposit in deposits.Where(deposit => deposit.Held > 0))
            {
                var part = Math.Min(left, deposit.Held);
                if (part > 0)
                {
                    await money.DeductAsync(deposit.DemandId, $"keep:{permit.ContentItem.ContentItemId}:{at}:{deposit.DemandId}", part, sum.Why, by);
                    left -= part;
                }
            }

            if (left > 0) throw PermitRefusals.KeptTooMuch.With(new Money(sum.Amount - left, await money.CurrencyAsync()).ToString());
        }
    }

    private async Task CancelAsync(string recordId, string why, Actor by)
    {
        foreach (var demand in await money.OfRecordAsync(recordId))
        {
            await money.CancelAsync(demand.DemandId, why, by);
        }
    }

    private async Task KeepAsync(PermitPart permit, params IReadOnlyList<Step> steps)
    {
        if (steps.Count == 0)
        {
            return;
        }

        await history.KeepAsync(PermitPart.Record, permit.ContentItem.ContentItemId, steps);
        foreach (var witness in witnesses)
        {
            await witness.HappenedAsync(permit, steps);
        }
    }

    private Task FlushAsync(string? field) => session.FlushOrRefuseAsync(
        UniqueKey.Of(nameof(PermitIndex.OpenUnitKey), PermitRefusals.OpenAlready, field),
        UniqueKey.Of(nameof(PermitIndex.Number), NumberRefusals.TakenMeanwhile));
}

/// <summary>Hears what becomes of the money of works.</summary>
public sealed class PermitMoneyWitness(Permits permits) : IMoneyWitness
{
    /// <inheritdoc/>
    public async Task PaidAsync(string recordId)
    {
        if (await permits.FindAsync(recordId) is { } permit) await permits.KnowMoneyAsync(permit);
    }

    /// <inheritdoc/>
    public Task ReopenedAsync(string recordId) => PaidAsync(recordId);

    /// <inheritdoc/>
    public async Task<RefusedException?> WhyNoRefundAsync(Demand demand, decimal amount) =>
        demand.Ask is { RecordKind: PermitPart.Record, Kind: DemandKind.Deposit }
        && await permits.FindAsync(demand.Ask.RecordId) is { } permit
        && permit.State is not (PermitState.SettlementApproved or PermitState.Refunded or PermitState.Archived or PermitState.Cancelled or PermitState.Rejected)
            ? PermitRefusals.RefundTooEarly.With()
            : null;

    /// <inheritdoc/>
    public async Task RefundedAsync(string recordId)
    {
        if (await permits.FindAsync(recordId) is { } permit) await permits.KnowRefundsAsync(permit);
    }
}
