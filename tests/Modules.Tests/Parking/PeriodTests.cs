using PropertySuite.Core;
using PropertySuite.Parking;

namespace Modules.Tests.Parking;

/// <summary>Days of leases (T34, PRK-09, PRK-10).</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2028-02-29", 48, "2032-02-29")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2026-01-31", 2, "2026-03-31")]
    [InlineData("2026-08-31", 1, "2026-09-30")]
    [InlineData("2026-11-23", 12, "2027-11-23")]
    public void A_lease_of_months_ends_on_the_same_day_or_on_the_last_one_of_a_shorter_month(string from, int months, string until) =>
        Assert.Equal(Day(until), Period.Of(Day(from), months).Until);

    [Fact]
    public void What_began_on_the_31st_returns_to_it_in_each_month_that_has_one()
    {
        var period = Period.Of(Day("2026-01-31"), 1);
        var ends = new List<string>();
        for (var month = 0; month < 12; month++)
        {
            ends.Add(period.Until.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            period = period.Longer(1);
        }

        Assert.Equal(["02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31", "01-31"], ends);
    }

    [Fact]
    public void A_lease_of_29_February_renewed_year_by_year_is_back_on_29_February_after_four()
    {
        var period = Period.Of(Day("2028-02-29"), 12);
        var years = Enumerable.Range(0, 4).Select(_ => { var end = period.Until; period = period.Longer(12); return end; }).ToList();

        Assert.Equal([Day("2029-02-28"), Day("2030-02-28"), Day("2031-02-28"), Day("2032-02-29")], years);
    }

    [Fact]
    public void Renewals_miss_no_day_and_double_none_whatever_day_and_length()
    {
        for (var start = Day("2027-12-25"); start < Day("2028-03-05"); start = start.AddDays(1))
        {
            foreach (var months in new[] { 1, 2, 5, 12 })
            {
                var period = Period.Of(start, months);
                for (var times = 0; times < 30; times++)
                {
                    var longer = period.Longer(months);
                    Assert.True(longer.Until > period.Until);
                    Assert.Equal(start.AddMonths(months * (times + 2)), longer.Until);
                    period = longer;
                }
            }
        }
    }

    [Fact]
    public void A_right_begins_at_the_communitys_midnight_also_where_that_hour_is_missing_or_comes_twice()
    {
        foreach (var zone in new[] { "Europe/Madrid", "Australia/Lord_Howe", "America/Santiago", "Asia/Shanghai" })
        {
            var time = new CommunityTime(TimeZoneInfo.FindSystemTimeZoneById(zone));
            for (var day = Day("2026-01-01"); day < Day("2027-01-01"); day = day.AddDays(1))
            {
                var begins = time.BeginningOf(day);
                Assert.Equal(day, time.DayAt(begins));
                Assert.Equal(day.AddDays(-1), time.DayAt(begins.AddTicks(-1)));
                Assert.Equal(day, day.AsColumn().AsDay());
            }
        }
    }

    [Fact]
    public void Two_rights_share_a_day_exactly_when_their_rows_share_a_key()
    {
        // All pairs around new year of a leap year, from a week to three months.
        var first = Day("2027-12-20");
        var periods = (from start in Enumerable.Range(0, 40) from days in new[] { 7, 8, 9, 13, 14, 15, 20, 28, 31, 60, 92 } select new Period(first.AddDays(start), first.AddDays(start + days))).ToList();
        var keys = periods.ToDictionary(period => period, period => Occupancy.DaysOf(period).ToHashSet());

        foreach (var one in periods)
        {
            foreach (var other in periods)
            {
                Assert.True(one.Overlaps(other) == keys[one].Overlaps(keys[other]), $"{one} and {other}");
            }
        }
    }

    [Fact]
    public void A_year_is_written_with_some_hundred_rows_and_each_day_once()
    {
        var days = Occupancy.DaysOf(Period.Of(Day("2026-11-25"), 12)).ToList();

        Assert.InRange(days.Count, 100, 120);
        Assert.Equal(days.Count, days.Distinct().Count());
    }

    [Fact]
    public void A_right_that_was_ended_within_its_first_week_holds_the_space_for_seven_days()
    {
        var ended = new Period(Day("2026-03-04"), Day("2026-03-06"));

        Assert.Equal(7, Occupancy.DaysOf(ended).Count());
        Assert.Equal(Day("2026-03-10"), Occupancy.DaysOf(ended).Max());
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
