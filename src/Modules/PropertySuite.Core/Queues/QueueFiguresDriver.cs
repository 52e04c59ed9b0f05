using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core.Charts;
using PropertySuite.Core.Today;
using YesSql;
using ISession = YesSql.ISession;

namespace PropertySuite.Core.Queues;

/// <summary>Open matters by kind among the community's figures: overdue, due within a day, later.</summary>
public sealed class QueueFiguresDriver(
    WorkQueue queue, ISession session, ReaderAccess access, IHttpContextAccessor accessor, IStringLocalizerFactory localizers)
    : DisplayDriver<TodayBoard>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (accessor.HttpContext?.User is not { } user || !await access.MayAsync(FigurePermissions.ViewFigures)
            || await queue.ReaderAsync(user) is not { Kinds.Count: > 0 } reader) return Combine();

        var rows = (await WorkQueue.Of(session.QueryIndex<QueueIndex>(), reader, QueueScope.Everybody).ListAsync()).ToLookup(row => row.Kind);
        var (now, soon) = (model.AtUtc, model.AtUtc.AddDays(1));
        var kinds = reader.Kinds.Where(kind => rows[kind].Any()).Select(kind => (
            Name: localizers.Create(queue.Kinds[kind].Texts)[queue.Kinds[kind].Name].Value,
            Kind: kind,
            Late: rows[kind].Count(row => row.SortUtc <= now),
            Soon: rows[kind].Count(row => row.SortUtc > now && row.SortUtc <= soon),
            All: rows[kind].Count())).OrderByDescending(kind => kind.All).ToList();
        var (open, late) = (kinds.Sum(kind => kind.All), kinds.Sum(kind => kind.Late));

        return Combine(
            Initialize<QueueStat>(shape => (shape.Open, shape.Late) = (open, late)).Location("Stats:20"),
            Initialize<QueueBars>(shape => shape.Rows = [.. kinds.Select(kind => new QueueBar(kind.Name, kind.Kind, kind.All - kind.Late - kind.Soon, kind.Soon, kind.Late))])
                .Location(kinds.Count > 0 ? "Charts:20" : "-"));
    }
}

/// <summary>Shape <c>QueueStat</c>.</summary>
public class QueueStat
{
    public int Open { get; set; }

    public int Late { get; set; }
}

/// <summary>Shape <c>QueueBars</c>.</summary>
public class QueueBars
{
    public IReadOnlyList<QueueBar> Rows { get; set; } = [];
}

/// <param name="Name">Of the kind, in the reader's language.</param>
/// <param name="Later">Due in more than a day, or not at all.</param>
/// <param name="Soon">Due within a day.</param>
public sealed record QueueBar(string Name, string Kind, int Later, int Soon, int Late);
