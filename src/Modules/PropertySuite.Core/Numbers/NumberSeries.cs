using System.Globalization;
using YesSql;

namespace PropertySuite.Core;

/// <summary>
/// Gives records their numbers: community code, kind, year and a counter, such as <c>JDA-VIS-2026-00042</c>. A number
/// is given once: if the transaction that took it fails, nobody has seen it and it is given again; what has been
/// committed is never given again, whatever becomes of the record.
/// </summary>
public sealed class NumberSeries(ISession session)
{
    /// <summary>Takes the next number, within the session's transaction: call it before other writes of the request.</summary>
    /// <param name="community">Code of the community; letters and digits.</param>
    /// <param name="kind">Kind of record, such as <c>VIS</c>.</param>
    /// <param name="year">Year of the community's calendar.</param>
    /// <exception cref="RefusedException">Another request took a number at the same moment on another node; trying again helps.</exception>
    public async Task<string> NextAsync(string community, string kind, int year)
    {
        // The write lock first, then the look: two that read the same counter would both lose on SQLite.
        await session.BeginTransactionAsync();

        var series = string.Create(CultureInfo.InvariantCulture, $"{community}-{kind}-{year}");
        var counter = await session.Query<NumberCounter, NumberCounterIndex>(row => row.Series == series).FirstOrDefaultAsync()
            ?? new NumberCounter { Series = series };
        counter.Last++;
        await session.SaveAsync(counter, checkConcurrency: true);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(NumberCounterIndex.Series), NumberRefusals.TakenMeanwhile));

        return string.Create(CultureInfo.InvariantCulture, $"{series}-{counter.Last:00000}");
    }
}

/// <summary>Refusals of number series.</summary>
public static class NumberRefusals
{
    /// <summary>Two nodes at once.</summary>
    public static readonly Refusal TakenMeanwhile = new(typeof(NumberRefusals), "number.taken-meanwhile", "Somebody saved at the same moment. Save again.");
}
