using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Subcontractors;

/// <summary>Is told of every step that a record of this area took, in the same transaction. Any number may be registered.</summary>
public interface IServiceWitness
{
    /// <summary>Steps were taken and saved.</summary>
    Task SteppedAsync(ServiceRecordPart record, IReadOnlyList<Step> steps);
}

/// <summary>The records of this area: found, made, saved with their steps; who acts, and for which company.</summary>
public sealed class ServiceRecords(
    ISession session,
    IContentManager contents,
    RecordHistory history,
    NumberSeries numbers,
    CommunityCode community,
    CommunityTimes times,
    WorkingCalendars calendars,
    CurrentActor current,
    ITimedWorkBell bell,
    IEnumerable<IServiceWitness> witnesses,
    IClock clock)
{
    private static readonly string[] Permissions = [ServicePermissions.View, ServicePermissions.Manage, ServicePermissions.Inspect, ServicePermissions.Evaluate, ServicePermissions.Decide, ServicePermissions.Pay, ServicePermissions.Serve];

    /// <summary>Now, UTC.</summary>
    public DateTime Now => clock.UtcNow;

    /// <summary>Today in the community.</summary>
    public async Task<DateOnly> TodayAsync() => (await times.GetAsync()).DayAt(clock.UtcNow);

    /// <summary>The community's working calendar.</summary>
    public Task<WorkingCalendar> CalendarAsync() => calendars.GetAsync();

    /// <summary>Who acts, with the company that the account serves for.</summary>
    public async Task<Actor> ActorAsync()
    {
        var actor = await current.GetAsync(Permissions);
        return await CompanyOfAsync(actor.Id) is { } company ? actor.Holding([company]) : actor;
    }

    /// <summary>The company that an account serves for; null for none.</summary>
    public async Task<string?> CompanyOfAsync(string userId) => (await session.QueryIndex<CompanyAccountIndex>(row => row.UserId == userId).FirstOrDefaultAsync())?.CompanyId;

    /// <summary>The record with this id, and what keeps its company from work and pay today; null when there is none of this kind.</summary>
    public async Task<T?> FindAsync<T>(string? id) where T : ServiceRecordPart
    {
        if (await ReadAsync(id) is not T record)
        {
            return null;
        }

        var today = await TodayAsync();
        record.Blocked = record is CompanyPart own ? own.BlockedOn(today)
            : record.CompanyId.Length > 0 && await ReadAsync(record.CompanyId) is CompanyPart company ? company.BlockedOn(today)
            : [];
        return record;
    }

    /// <summary>An empty record.</summary>
    public async Task<T> NewAsync<T>(ServiceKind kind) where T : ServiceRecordPart => (T)kind.Read(await contents.NewAsync(kind.ContentType));

    /// <summary>Gives a new record its number and saves it.</summary>
    /// <exception cref="RefusedException">What may be there only once is there already.</exception>
    public async Task<T> CreateAsync<T>(T record, params IReadOnlyList<Step> steps) where T : ServiceRecordPart
    {
        var item = record.ContentItem;
        var kind = ServiceKinds.Of(item.ContentType)!;
        await NumberAsync(record);
        Put(record);
        await contents.CreateAsync(item, VersionOptions.Published);
        await KeepAsync(record, kind, steps);
        return record;
    }

    /// <summary>Saves a record with the steps that it took.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile, or what may be there only once is there already.</exception>
    public async Task SaveAsync(ServiceRecordPart record, params IReadOnlyList<Step> steps)
    {
        var item = record.ContentItem;
        Put(record);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await KeepAsync(record, ServiceKinds.Of(item.ContentType)!, steps);
    }

    /// <summary>When the clock has to look next; null when nothing waits.</summary>
    public async Task<DateTime?> NextLookAsync() => (await session.QueryIndex<ServiceIndex>(row => row.LookUtc != null).OrderBy(row => row.LookUtc).FirstOrDefaultAsync())?.LookUtc;

    /// <summary>Does what time has brought about, at most a hundred records at once.</summary>
    public async Task TickAsync(DateTime nowUtc)
    {
        var calendar = await CalendarAsync();
        foreach (var row in (await session.QueryIndex<ServiceIndex>(row => row.LookUtc != null && row.LookUtc <= nowUtc).OrderBy(row => row.LookUtc).Take(100).ListAsync()).ToList())
        {
            if (await ReadAsync(row.RecordId) is { } record)
            {
                await SaveAsync(record, [.. record.Tick(nowUtc, calendar)]);
            }
        }
    }

    /// <summary>Rows of one kind under a contract, the latest first.</summary>
    public async Task<IReadOnlyList<ServiceIndex>> OfContractAsync(ServiceKind kind, string contractId, int take = 50)
    {
        var code = kind.Code;
        return [.. await session.QueryIndex<ServiceIndex>(row => row.ContractId == contractId && row.Kind == code).OrderByDescending(row => row.AtUtc).Take(take).ListAsync()];
    }

    /// <summary>Rows of one kind of a company, the latest first.</summary>
    public async Task<IReadOnlyList<ServiceIndex>> OfCompanyAsync(ServiceKind kind, string companyId, int take = 50)
    {
        var code = kind.Code;
        return [.. await session.QueryIndex<ServiceIndex>(row => row.CompanyId == companyId && row.Kind == code).OrderByDescending(row => row.AtUtc).Take(take).ListAsync()];
    }

    /// <summary>Companies that may be given work, or contracts that are running, by name.</summary>
    public async Task<IReadOnlyList<ServiceIndex>> UsableAsync(ServiceKind kind)
    {
        var code = kind.Code;
        const string Active = nameof(CompanyState.Active);
        const string Running = nameof(ContractState.Running);
        const string Proposed = nameof(ContractState.TerminationProposed);
        return [.. await session.QueryIndex<ServiceIndex>(row => row.Kind == code && (row.State == Active || row.State == Running || row.State == Proposed)).OrderBy(row => row.Title).Take(500).ListAsync()];
    }

    /// <summary>Gives a record its number, if it has none.</summary>
    internal async Task NumberAsync(ServiceRecordPart record)
    {
        if (record.Number.Length == 0)
        {
            record.Take(await numbers.NextAsync(await community.GetAsync(), ServiceKinds.Of(record.ContentItem.ContentType)!.Code, (await TodayAsync()).Year));
        }
    }

    /// <summary>The part of an item of this area with this id; null when there is none.</summary>
    internal async Task<ServiceRecordPart?> ReadAsync(string? id) =>
        id is { Length: > 0 and <= 26 } && await contents.GetAsync(id) is { } item && ServiceKinds.Of(item.ContentType) is { } kind ? kind.Read(item) : null;

    private static void Put(ServiceRecordPart record)
    {
        record.ContentItem.DisplayText = record is CompanyPart ? record.CompanyName : record.Number;
        record.ContentItem.Apply(record.GetType().Name, record);
    }

    private async Task KeepAsync(ServiceRecordPart record, ServiceKind kind, IReadOnlyList<Step> steps)
    {
        await history.KeepAsync(kind.Code, record.ContentItem.ContentItemId, steps);
        await session.FlushOrRefuseAsync(
            UniqueKey.Of(nameof(ServiceIndex.Number), NumberRefusals.TakenMeanwhile),
            record is CompanyPart ? UniqueKey.Of(nameof(ServiceIndex.OnceKey), ServiceRefusals.CompanyTwice, "Name") : UniqueKey.Of(nameof(ServiceIndex.OnceKey), ServiceRefusals.StatementTwice, "Period"),
            UniqueKey.Of(nameof(CompanyAccountIndex.UserId), ServiceRefusals.AccountTaken, "Accounts"));
        if (record.LookUtc is { } look)
        {
            bell.Ring(ServiceTimer.Work, look);
        }

        if (steps.Count > 0)
        {
            foreach (var witness in witnesses)
            {
                await witness.SteppedAsync(record, steps);
            }
        }
    }
}

/// <summary>Wakes the community when a record of this area needs the clock: a deadline, an answer that did not come, a document or a contract that ends.</summary>
public sealed class ServiceTimer(ServiceRecords records) : ITimedWork
{
    /// <summary>Name of the work.</summary>
    public const string Work = "services";

    /// <inheritdoc/>
    public string Name => Work;

    /// <inheritdoc/>
    public Task<DateTime?> NextDueAsync() => records.NextLookAsync();

    /// <inheritdoc/>
    public Task RunAsync(DateTime utcNow, CancellationToken stopping) => records.TickAsync(utcNow);
}
