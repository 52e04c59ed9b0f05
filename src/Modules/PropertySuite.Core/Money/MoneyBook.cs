using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using YesSql;

namespace PropertySuite.Core;

/// <summary>Section of the site's settings: what the community counts in.</summary>
public class MoneySettings
{
    /// <summary>Code of three letters; null is <c>EUR</c>.</summary>
    public string? Currency { get; set; }
}

/// <summary>The book: demands and entries as documents, each act under the write lock and checked by the demand's version.</summary>
internal sealed class MoneyBook(ISession session, OrchardCore.Entities.IIdGenerator ids, ISiteService sites, IClock clock, IServiceProvider services) : IMoneyBook
{
    public async Task<string> CurrencyAsync() => (await sites.GetSiteSettingsAsync()).As<MoneySettings>().Currency is { Length: 3 } currency ? currency.ToUpperInvariant() : "EUR";

    public async Task<Demand> DemandAsync(MoneyAsk ask, Actor by)
    {
        await session.BeginTransactionAsync();
        var key = ask.Key;
        if (await session.Query<Demand, DemandIndex>(row => row.Key == key).FirstOrDefaultAsync() is { } known)
        {
            return known;
        }

        var demand = Demand.Make(ids.GenerateUniqueId(), ask, await CurrencyAsync(), by, clock.UtcNow);
        await session.SaveAsync(demand);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(DemandIndex.Key), MoneyRefusals.EnteredMeanwhile));
        return demand;
    }

    public async Task<Demand?> FindAsync(string? demandId) =>
        demandId is { Length: > 0 and <= 26 } ? await session.Query<Demand, DemandIndex>(row => row.DemandId == demandId).FirstOrDefaultAsync() : null;

    public async Task<IReadOnlyList<Demand>> OfRecordAsync(string recordId) =>
        [.. (await session.Query<Demand, DemandIndex>(row => row.RecordId == recordId).ListAsync()).OrderBy(demand => demand.Id)];

    public async Task<IReadOnlyList<MoneyEntry>> EntriesAsync(string demandId) =>
        [.. (await session.Query<MoneyEntry, MoneyEntryIndex>(row => row.DemandId == demandId).ListAsync()).OrderByDescending(entry => entry.Id)];

    public Task<MoneyEntry> PayAsync(string demandId, string key, decimal amount, PaymentMethod method, string? reference, string payerName, Actor by, DateOnly? on = null) =>
        EnterAsync(demandId, key, demand => demand.Pay(ids.GenerateUniqueId(), key, amount, method, reference, payerName, on, by, clock.UtcNow), TellPaidAsync);

    public Task<MoneyEntry> DeductAsync(string demandId, string key, decimal amount, string reason, Actor by) =>
        EnterAsync(demandId, key, demand => demand.Deduct(ids.GenerateUniqueId(), key, amount, reason, by, clock.UtcNow));

    public Task<MoneyEntry> RefundAsync(string demandId, string key, decimal amount, string payeeName, PaymentMethod method, string? reference, Actor by) =>
        EnterAsync(
            demandId,
            key,
            async demand =>
            {
                foreach (var witness in Witnesses)
                {
                    if (await witness.WhyNoRefundAsync(demand, amount) is { } early)
                    {
                        throw early;
                    }
                }

                return demand.Refund(ids.GenerateUniqueId(), key, amount, payeeName, method, reference, by, clock.UtcNow);
            },
            demand => TellAsync(witness => witness.RefundedAsync(demand.Ask.RecordId)));

    public async Task<MoneyEntry> ReverseAsync(string entryId, string reason, Actor by)
    {
        await session.BeginTransactionAsync();
        var entry = await session.Query<MoneyEntry, MoneyEntryIndex>(row => row.EntryId == entryId).FirstOrDefaultAsync() ?? throw MoneyRefusals.Unknown.With();
        if (await session.QueryIndex<MoneyEntryIndex>(row => row.Reverses == entryId).CountAsync() > 0)
        {
            throw MoneyRefusals.ReversedAlready.With();
        }

        return await EnterAsync(
            entry.DemandId,
            "reverse:" + entryId,
            demand => demand.Reverse(ids.GenerateUniqueId(), entry, reason, by, clock.UtcNow),
            demand => demand.Open > 0 ? TellAsync(witness => witness.ReopenedAsync(demand.Ask.RecordId)) : Task.CompletedTask);
    }

    public async Task CancelAsync(string demandId, string reason, Actor by)
    {
        await session.BeginTransactionAsync();
        var demand = await FindAsync(demandId) ?? throw MoneyRefusals.Unknown.With();
        demand.Cancel(reason);
        await session.SaveAsync(demand, checkConcurrency: true);
        await session.FlushOrRefuseAsync();
        await TellPaidAsync(demand);
    }

    private Task<MoneyEntry> EnterAsync(string demandId, string key, Func<Demand, MoneyEntry> act, Func<Demand, Task>? then = null) =>
        EnterAsync(demandId, key, demand => Task.FromResult(act(demand)), then);

    private async Task<MoneyEntry> EnterAsync(string demandId, string key, Func<Demand, Task<MoneyEntry>> act, Func<Demand, Task>? then)
    {
        // The write lock first, then the look: of two at once the second sees what the first one did.
        await session.BeginTransactionAsync();
        if (await session.Query<MoneyEntry, MoneyEntryIndex>(row => row.Key == key).FirstOrDefaultAsync() is { } done)
        {
            return done;
        }

        var demand = await FindAsync(demandId) ?? throw MoneyRefusals.Unknown.With();
        var entry = await act(demand);
        await session.SaveAsync(demand, checkConcurrency: true);
        await session.SaveAsync(entry);
        await session.FlushOrRefuseAsync(
            UniqueKey.Of(nameof(MoneyEntryIndex.Key), MoneyRefusals.EnteredMeanwhile),
            UniqueKey.Of(nameof(MoneyEntryIndex.Reverses), MoneyRefusals.ReversedAlready));
        if (then is not null)
        {
            await then(demand);
        }

        return entry;
    }

    private async Task TellPaidAsync(Demand demand)
    {
        var all = await OfRecordAsync(demand.Ask.RecordId);
        if (all.Any(other => !other.IsCancelled) && all.All(other => other.Open == 0))
        {
            await TellAsync(witness => witness.PaidAsync(demand.Ask.RecordId));
        }
    }

    private async Task TellAsync(Func<IMoneyWitness, Task> tell)
    {
        foreach (var witness in Witnesses)
        {
            await tell(witness);
        }
    }

    // Asked for late: witnesses keep records, and records demand money.
    private IEnumerable<IMoneyWitness> Witnesses => services.GetServices<IMoneyWitness>();
}
