using OrchardCore.ContentManagement;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;
using YesSql;
using YesSql.Indexes;
using YesSql.Services;

namespace PropertySuite.Visitors;

/// <summary>A visit to the office as it is found.</summary>
public sealed class OfficeIndex : MapIndex
{
    public string OfficeVisitId { get; set; } = "";

    /// <summary>Unique: a number is given once.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string VisitorName { get; set; } = "";

    public string Employee { get; set; } = "";

    public string? Room { get; set; }

    /// <summary>Appointment, or arrival without one; UTC.</summary>
    public DateTime AtUtc { get; set; }

    public DateTime? DueAtUtc { get; set; }

    public DateTime? LeftAtUtc { get; set; }
}

/// <summary>Maps visits to the office to rows.</summary>
public sealed class OfficeIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<OfficeIndex>()
        .When(item => item.ContentType == VisitTypes.OfficeVisit && item.Latest)
        .Map(item =>
        {
            var visit = item.GetOrCreate<OfficeVisitPart>();
            return new OfficeIndex
            {
                OfficeVisitId = item.ContentItemId,
                Number = visit.Number,
                State = visit.State.ToString(),
                VisitorName = visit.Plan.Name,
                Employee = visit.Plan.Employee,
                Room = visit.Room,
                AtUtc = visit.Plan.AppointmentUtc ?? visit.ArrivedAtUtc ?? default,
                DueAtUtc = visit.DueAtUtc,
                LeftAtUtc = visit.LeftAtUtc,
            };
        });
}

/// <summary>Visits to the office: made, changed, found (VIS-15).</summary>
public sealed class OfficeVisits(ISession session, IContentManager contents, RecordHistory history, NumberSeries numbers, CommunityCode community, CommunityTimes times, ISiteService sites, IEnumerable<IOfficeVisitWitness> witnesses, IClock clock)
{
    /// <summary>Kind in numbers and in history.</summary>
    public const string Record = "OFV";

    private static readonly string[] HereNames = [.. OfficeLifecycle.Here.Select(state => state.ToString())];

    /// <summary>The visit with this id; null when there is none.</summary>
    public async Task<OfficeVisitPart?> FindAsync(string? id) =>
        id is { Length: > 0 and <= 26 } && await contents.GetAsync(id) is { ContentType: VisitTypes.OfficeVisit } item ? item.As<OfficeVisitPart>() : null;

    /// <summary>Who is in the office, and who is expected today; who came first on top.</summary>
    public async Task<(IReadOnlyList<OfficeIndex> Here, IReadOnlyList<OfficeIndex> Expected, IReadOnlyList<OfficeIndex> Gone)> TodayAsync()
    {
        const string Appointed = nameof(OfficeState.Appointed);
        const string Left = nameof(OfficeState.Left);
        var time = await times.GetAsync();
        var today = time.DayAt(clock.UtcNow);
        var (from, until) = (time.BeginningOf(today), time.BeginningOf(today.AddDays(1)));
        return (
            [.. await session.QueryIndex<OfficeIndex>(row => row.State.IsIn(HereNames)).OrderBy(row => row.AtUtc).ListAsync()],
            [.. await session.QueryIndex<OfficeIndex>(row => row.State == Appointed && row.AtUtc < until).OrderBy(row => row.AtUtc).Take(100).ListAsync()],
            [.. await session.QueryIndex<OfficeIndex>(row => row.State == Left && row.LeftAtUtc >= from).OrderByDescending(row => row.LeftAtUtc).Take(50).ListAsync()]);
    }

    /// <summary>Makes an appointment, or receives somebody.</summary>
    /// <exception cref="RefusedException">Something is missing.</exception>
    public async Task<OfficeVisitPart> BeginAsync(Actor desk, OfficePlan plan, bool isHere)
    {
        var now = clock.UtcNow;
        var visit = (await contents.NewAsync(VisitTypes.OfficeVisit)).GetOrCreate<OfficeVisitPart>();
        var step = visit.Begin(desk, now, plan, isHere);
        var number = await numbers.NextAsync(await community.GetAsync(), Record, (await times.GetAsync()).DayAt(now).Year);
        visit.Take(number);
        var item = visit.ContentItem;
        item.DisplayText = number;
        item.Apply(visit);
        await contents.CreateAsync(item, VersionOptions.Published);
        await history.KeepAsync(Record, item.ContentItemId, step);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(OfficeIndex.Number), NumberRefusals.TakenMeanwhile));
        await TellAsync(visit, [step]);
        return visit;
    }

    /// <summary>Saves a visit with the steps it took.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task SaveAsync(OfficeVisitPart visit, params IEnumerable<Step> steps)
    {
        var item = visit.ContentItem;
        item.Apply(visit);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        var taken = steps.ToList();
        await history.KeepAsync(Record, item.ContentItemId, taken);
        await session.FlushOrRefuseAsync();
        await TellAsync(visit, taken);
    }

    /// <summary>Deletes who came, once the community's time for it is over.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync()
    {
        var limit = clock.UtcNow - (await sites.GetSiteSettingsAsync()).As<VisitorSettings>().KeepsIdentity;
        var due = await session.QueryIndex<OfficeIndex>(row => row.VisitorName != "" && row.AtUtc <= limit).Take(500).ListAsync();
        var count = 0;
        foreach (var row in due.ToList())
        {
            if (await FindAsync(row.OfficeVisitId) is { } visit)
            {
                visit.Forget();
                await SaveAsync(visit);
                count++;
            }
        }

        return count;
    }

    private async Task TellAsync(OfficeVisitPart visit, IReadOnlyList<Step> steps)
    {
        foreach (var witness in steps.Count > 0 ? witnesses : [])
        {
            await witness.HappenedAsync(visit, steps);
        }
    }
}
