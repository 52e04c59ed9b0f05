using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core;
using PropertySuite.Core.Today;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>Visits among the community's figures: the last seven whole days with the seven before, and the hours at which people come.</summary>
public sealed class VisitFiguresDriver(ISession session, ReaderAccess access, CommunityTimes times) : DisplayDriver<TodayBoard>
{
    private const int Days = 7;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(FigurePermissions.ViewFigures, VisitPermissions.View)) return Combine();

        var time = await times.GetAsync();
        var (first, middle) = (model.Day.AddDays(-2 * Days), model.Day.AddDays(-Days));
        var (fromUtc, untilUtc) = (time.BeginningOf(first), time.BeginningOf(model.Day));
        var came = (await session.QueryIndex<VisitIndex>(row => row.AdmittedAtUtc >= fromUtc && row.AdmittedAtUtc < untilUtc).ListAsync())
            .Select(row => time.At(row.AdmittedAtUtc!.Value)).ToList();
        var perDay = Enumerable.Range(0, 2 * Days).Select(day => came.Count(at => DateOnly.FromDateTime(at) == first.AddDays(day))).ToList();
        var hours = came.Where(at => DateOnly.FromDateTime(at) >= middle).ToLookup(at => at.Hour);
        var (earliest, latest) = hours.Count == 0 ? (8, 20) : (Math.Min(8, hours.Min(hour => hour.Key)), Math.Max(20, hours.Max(hour => hour.Key)));

        return Combine(
            Initialize<VisitStat>(shape => (shape.Now, shape.Before, shape.PerDay, shape.From, shape.Until) =
                (perDay.Skip(Days).Sum(), perDay.Take(Days).Sum(), perDay, middle, model.Day.AddDays(-1))).Location("Stats:10"),
            Initialize<VisitHours>(shape => (shape.Hours, shape.From, shape.Until) =
                ([.. Enumerable.Range(earliest, latest - earliest + 1).Select(hour => new FigureBar($"{hour:00}", hours[hour].Count()))], middle, model.Day.AddDays(-1)))
                .Location(hours.Count > 0 ? "Charts:10" : "-"));
    }
}

/// <summary>Shape <c>VisitStat</c>.</summary>
public class VisitStat
{
    /// <summary>Visits of the last seven whole days.</summary>
    public int Now { get; set; }

    /// <summary>Visits of the seven days before.</summary>
    public int Before { get; set; }

    /// <summary>Fourteen days, the oldest first.</summary>
    public IReadOnlyList<int> PerDay { get; set; } = [];

    public DateOnly From { get; set; }

    public DateOnly Until { get; set; }
}

/// <summary>Shape <c>VisitHours</c>.</summary>
public class VisitHours
{
    public IReadOnlyList<FigureBar> Hours { get; set; } = [];

    public DateOnly From { get; set; }

    public DateOnly Until { get; set; }
}
