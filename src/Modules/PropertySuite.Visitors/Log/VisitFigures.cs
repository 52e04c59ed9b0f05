using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>One bar of a figure.</summary>
/// <param name="Name">What it counts, as it is stored or in English.</param>
/// <param name="Count">How many.</param>
public sealed record FigureBar(string Name, int Count);

/// <summary>Figures of the log (VIS-18). Made of what stays when names are forgotten.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Visits">Visits that came in.</param>
/// <param name="Persons">Persons that came in.</param>
/// <param name="AverageStay">Average stay of those who left; zero when nobody did.</param>
/// <param name="ByHour">Admissions by hour of the community's day.</param>
/// <param name="ByUnit">Units with most visits.</param>
/// <param name="ByKind">By kind.</param>
/// <param name="Refusals">By kind of refusal.</param>
public sealed record VisitFigures(
    DateOnly From,
    DateOnly Until,
    int Visits,
    int Persons,
    TimeSpan AverageStay,
    IReadOnlyList<FigureBar> ByHour,
    IReadOnlyList<FigureBar> ByUnit,
    IReadOnlyList<FigureBar> ByKind,
    IReadOnlyList<FigureBar> Refusals)
{
    /// <summary>Longest span, in days.</summary>
    public const int LongestDays = 366;

    private const int MostUnits = 15;

    /// <summary>The figures of some days.</summary>
    /// <param name="session">Where the rows are.</param>
    /// <param name="time">The community's time.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day.</param>
    public static async Task<VisitFigures> ReadAsync(ISession session, CommunityTime time, DateOnly from, DateOnly until)
    {
        var (fromUtc, untilUtc) = (time.BeginningOf(from), time.BeginningOf(until.AddDays(1)));
        var came = (await session.QueryIndex<VisitIndex>(row => row.AdmittedAtUtc >= fromUtc && row.AdmittedAtUtc < untilUtc).ListAsync()).ToList();
        var refused = (await session.QueryIndex<VisitIndex>(row => row.RefusalKind != null && row.FromUtc >= fromUtc && row.FromUtc < untilUtc).ListAsync()).ToList();
        return Of(time, from, until, came, refused);
    }

    /// <summary>The figures of some rows.</summary>
    public static VisitFigures Of(CommunityTime time, DateOnly from, DateOnly until, IReadOnlyList<VisitIndex> came, IReadOnlyList<VisitIndex> refused)
    {
        var stays = came.Where(row => row.LeftAtUtc > row.AdmittedAtUtc).Select(row => (row.LeftAtUtc!.Value - row.AdmittedAtUtc!.Value).Ticks).ToList();
        var hours = came.ToLookup(row => time.At(row.AdmittedAtUtc!.Value).Hour);
        return new VisitFigures(
            from,
            until,
            came.Count,
            came.Sum(row => row.Persons),
            TimeSpan.FromTicks(stays.Count == 0 ? 0 : (long)stays.Average()),
            [.. Enumerable.Range(0, 24).Select(hour => new FigureBar($"{hour:00}", hours[hour].Count()))],
            Bars(came, row => row.UnitCode, MostUnits),
            Bars(came, row => row.Kind),
            Bars(refused, row => row.RefusalKind!));
    }

    private static IReadOnlyList<FigureBar> Bars(IEnumerable<VisitIndex> rows, Func<VisitIndex, string> by, int most = int.MaxValue) =>
        [.. rows.GroupBy(by, StringComparer.Ordinal).Select(group => new FigureBar(group.Key, group.Count())).OrderByDescending(bar => bar.Count).ThenBy(bar => bar.Name, StringComparer.Ordinal).Take(most)];
}
