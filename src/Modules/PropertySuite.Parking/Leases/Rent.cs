namespace PropertySuite.Parking;

/// <summary>The rent of a calendar month, or of some days of it.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Days">Days that are paid.</param>
/// <param name="Amount">In the community's currency, two decimals.</param>
public sealed record RentLine(DateOnly Month, int Days, decimal Amount);

/// <summary>Rent by calendar months: whole months at the price, the first and the last one by their days.</summary>
public static class Rent
{
    /// <summary>The lines of a period, one for each month that it touches.</summary>
    /// <param name="period">Days.</param>
    /// <param name="monthly">Price of a whole month.</param>
    public static IReadOnlyList<RentLine> Lines(Period period, decimal monthly)
    {
        var lines = new List<RentLine>();
        for (var month = new DateOnly(period.From.Year, period.From.Month, 1); month < period.Until; month = month.AddMonths(1))
        {
            var next = month.AddMonths(1);
            var days = (period.Until < next ? period.Until : next).DayNumber - (period.From > month ? period.From : month).DayNumber;
            lines.Add(new(month, days, Of(monthly, days, next.DayNumber - month.DayNumber)));
        }

        return lines;
    }

    /// <summary>What is paid before a lease begins: the rest of its first month, and the next one where that rest is shorter than half.</summary>
    public static decimal First(Period period, decimal monthly) => Sum(period with { Until = FirstUntil(period) }, monthly);

    /// <summary>First day that the first rent does not pay for.</summary>
    public static DateOnly FirstUntil(Period period)
    {
        var next = new DateOnly(period.From.Year, period.From.Month, 1).AddMonths(1);
        var until = next.DayNumber - period.From.DayNumber >= 15 ? next : next.AddMonths(1);
        return until < period.Until ? until : period.Until;
    }

    /// <summary>What was paid for days after an early end: what was paid less what was used, so that no cent is lost between them.</summary>
    /// <param name="from">First day of the lease.</param>
    /// <param name="last">Its last day.</param>
    /// <param name="paidUntil">First day that is not paid.</param>
    /// <param name="monthly">Price of a whole month.</param>
    public static decimal Unused(DateOnly from, DateOnly last, DateOnly paidUntil, decimal monthly) => paidUntil <= last
        ? 0
        : Sum(new Period(from, paidUntil), monthly) - Sum(new Period(from, last.AddDays(1)), monthly);

    /// <summary>Rent of a period.</summary>
    public static decimal Sum(Period period, decimal monthly) => Lines(period, monthly).Sum(line => line.Amount);

    private static decimal Of(decimal monthly, int days, int all) =>
        days == all ? monthly : Math.Round(monthly * days / all, 2, MidpointRounding.AwayFromZero);
}
