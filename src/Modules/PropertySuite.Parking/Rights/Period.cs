using System.Text.Json.Serialization;

namespace PropertySuite.Parking;

/// <summary>Days of the community on which a right holds.</summary>
/// <remarks>Days, not moments: a right begins at the community's midnight whatever the clock does on that day.</remarks>
/// <param name="From">First day.</param>
/// <param name="Until">First day on which it is no more, so that one right's end is the next one's beginning.</param>
public sealed record Period(DateOnly From, DateOnly Until)
{
    /// <summary>The last day.</summary>
    [JsonIgnore] public DateOnly Last => Until.AddDays(-1);

    /// <summary>Days in all.</summary>
    [JsonIgnore] public int Days => Math.Max(0, Until.DayNumber - From.DayNumber);

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day) => From <= day && day < Until;

    /// <summary>Whether two periods share a day.</summary>
    public bool Overlaps(Period other) => From < other.Until && other.From < Until;

    /// <summary>So many months from a day: to the same day of the month, or to the last one where that month is shorter.</summary>
    public static Period Of(DateOnly from, int months) => new(from, from.AddMonths(months));

    /// <summary>
    /// The same right for so many months more. The day on which it began stays the measure: what began on the 31st, or on 29 February,
    /// returns to that day in months and years that have it.
    /// </summary>
    public Period Longer(int months)
    {
        var whole = ((Until.Year - From.Year) * 12) + Until.Month - From.Month;
        return whole > 0 && From.AddMonths(whole) == Until ? new(From, From.AddMonths(whole + months)) : new(From, Until.AddMonths(months));
    }

    /// <summary>The same right, ended after a day.</summary>
    public Period EndingAfter(DateOnly last) => this with { Until = last.AddDays(1) };
}
