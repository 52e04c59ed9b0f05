using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Complaints;

/// <summary>One figure with the same of the month before.</summary>
/// <param name="Now">Of the month; null when there is nothing to say.</param>
/// <param name="Before">Of the month before.</param>
public sealed record Trend(double? Now, double? Before)
{
    /// <summary>The difference; null when one of them is missing.</summary>
    public double? Change => Now - Before;
}

/// <summary>How many, beside how many the month before.</summary>
/// <param name="Id">What is counted, as it is stored.</param>
/// <param name="Count">In the month.</param>
/// <param name="Before">In the month before.</param>
public sealed record CountOf(string Id, int Count, int Before);

/// <summary>The month of the service desk (CMP-24): of cases that came in it and of those that ended in it.</summary>
public sealed record ComplaintFigures(
    DateOnly Month,
    Trend Received,
    Trend Ended,
    Trend Open,
    Trend ContactRate,
    Trend SolveRate,
    Trend ReopenRate,
    Trend Satisfaction,
    IReadOnlyList<CountOf> ByDay,
    IReadOnlyList<CountOf> ByCategory,
    IReadOnlyList<CountOf> ByBuilding,
    IReadOnlyList<CountOf> ByLevel,
    IReadOnlyList<CountOf> ByChannel,
    IReadOnlyList<CountOf> Units)
{
    /// <summary>The figures of a month.</summary>
    public static async Task<ComplaintFigures> ReadAsync(ISession session, CommunityTime time, DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var (before, from, until) = (time.BeginningOf(first.AddMonths(-1)), time.BeginningOf(first), time.BeginningOf(first.AddMonths(1)));
        var received = (await session.QueryIndex<ComplaintIndex>(row => row.ReceivedAtUtc >= before && row.ReceivedAtUtc < until).ListAsync()).ToList();
        var ended = (await session.QueryIndex<ComplaintIndex>(row => row.EndedAtUtc >= before && row.EndedAtUtc < until).ListAsync()).ToList();
        var openBefore = await session.QueryIndex<ComplaintIndex>(row => row.ReceivedAtUtc < from && (row.EndedAtUtc == null || row.EndedAtUtc >= from)).CountAsync();
        var openNow = await session.QueryIndex<ComplaintIndex>(row => row.ReceivedAtUtc < until && (row.EndedAtUtc == null || row.EndedAtUtc >= until)).CountAsync();
        return Of(time, first, from, received, ended, openNow, openBefore);
    }

    /// <summary>The figures of some rows.</summary>
    /// <param name="time">The community's time.</param>
    /// <param name="month">First day of the month.</param>
    /// <param name="fromUtc">Its beginning; rows before it are of the month before.</param>
    /// <param name="received">Cases that came in the two months.</param>
    /// <param name="ended">Cases that ended in them.</param>
    /// <param name="open">Open at the end of the month.</param>
    /// <param name="openBefore">Open at its beginning.</param>
    public static ComplaintFigures Of(CommunityTime time, DateOnly month, DateTime fromUtc, IReadOnlyList<ComplaintIndex> received, IReadOnlyList<ComplaintIndex> ended, int open, int openBefore)
    {
        var came = (Now: received.Where(row => row.ReceivedAtUtc >= fromUtc).ToList(), Before: received.Where(row => row.ReceivedAtUtc < fromUtc).ToList());
        var over = (Now: ended.Where(row => row.EndedAtUtc >= fromUtc).ToList(), Before: ended.Where(row => row.EndedAtUtc < fromUtc).ToList());
        var days = came.Now.ToLookup(row => time.DayAt(row.ReceivedAtUtc).Day);
        var daysBefore = came.Before.ToLookup(row => time.DayAt(row.ReceivedAtUtc).Day);
        return new ComplaintFigures(
            month,
            new(came.Now.Count, came.Before.Count),
            new(over.Now.Count, over.Before.Count),
            new(open, openBefore),
            new(Share(came.Now.Where(row => row.ContactMet is not null), row => row.ContactMet == true), Share(came.Before.Where(row => row.ContactMet is not null), row => row.ContactMet == true)),
            new(Share(over.Now.Where(row => row.SolveMet is not null), row => row.SolveMet == true), Share(over.Before.Where(row => row.SolveMet is not null), row => row.SolveMet == true)),
            new(Share(over.Now, row => row.Reopenings > 0), Share(over.Before, row => row.Reopenings > 0)),
            new(Average(over.Now), Average(over.Before)),
            [.. Enumerable.Range(1, DateTime.DaysInMonth(month.Year, month.Month)).Select(day => new CountOf($"{day}", days[day].Count(), daysBefore[day].Count()))],
            By(came, row => row.Category),
            By(came, row => row.Building),
            [.. By(came, row => row.Level == 0 ? null : $"{row.Level}").OrderBy(count => count.Id, StringComparer.Ordinal)],
            By(came, row => row.Channel),
            [.. By(came, row => row.UnitId is null ? null : row.Place).Where(count => count.Count > 1).Take(10)]);
    }

    private static IReadOnlyList<CountOf> By((List<ComplaintIndex> Now, List<ComplaintIndex> Before) rows, Func<ComplaintIndex, string?> by)
    {
        var before = rows.Before.Where(row => by(row) is not null).CountBy(row => by(row)!).ToDictionary();
        var now = rows.Now.Where(row => by(row) is not null).CountBy(row => by(row)!).ToDictionary();
        return [.. now.Keys.Union(before.Keys).Select(id => new CountOf(id, now.GetValueOrDefault(id), before.GetValueOrDefault(id)))
            .OrderByDescending(count => count.Count).ThenByDescending(count => count.Before).ThenBy(count => count.Id, StringComparer.Ordinal)];
    }

    private static double? Share(IEnumerable<ComplaintIndex> rows, Func<ComplaintIndex, bool> holds)
    {
        var all = rows.ToList();
        return all.Count == 0 ? null : Math.Round(all.Count(holds) * 100d / all.Count, 1);
    }

    private static double? Average(IEnumerable<ComplaintIndex> rows)
    {
        var said = rows.Where(row => row.Satisfaction is not null).Select(row => row.Satisfaction!.Value).ToList();
        return said.Count == 0 ? null : Math.Round(said.Average(), 2);
    }
}
