using PropertySuite.Core;

namespace Modules.Tests.Core;

public sealed class CommunityTimeTests
{
    [Fact]
    public void A_time_that_is_missing_means_the_first_moment_after_the_gap()
    {
        var madrid = Zone("Europe/Madrid");

        Assert.Equal(Utc(2026, 3, 29, 1), madrid.ToUtc(new DateOnly(2026, 3, 29), new TimeOnly(2, 30)));
        Assert.Equal(Utc(2026, 3, 29, 1), madrid.ToUtc(new DateOnly(2026, 3, 29), new TimeOnly(3, 0)));
    }

    [Fact]
    public void A_time_that_comes_twice_begins_early_and_ends_late()
    {
        var madrid = Zone("Europe/Madrid");
        var day = new DateOnly(2026, 10, 25);

        Assert.Equal(Utc(2026, 10, 25, 0, 30), madrid.ToUtc(day, new TimeOnly(2, 30)));
        Assert.Equal(Utc(2026, 10, 25, 1, 30), madrid.ToUtc(day, new TimeOnly(2, 30), end: true));
    }

    [Theory]
    [InlineData("Europe/Madrid", 2026)]
    [InlineData("Australia/Lord_Howe", 2026)]
    [InlineData("America/Santiago", 2026)]
    [InlineData("Asia/Shanghai", 1988)]
    public void The_days_of_a_year_follow_each_other_without_gap_or_overlap(string zoneId, int year)
    {
        var zone = Zone(zoneId);
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var (begin, end) = (zone.BeginningOf(day), zone.BeginningOf(day.AddDays(1)));

            Assert.True(begin < end);
            Assert.Equal(day, zone.DayAt(begin));
            Assert.Equal(day, zone.DayAt(end.AddTicks(-1)));
            Assert.Equal(day.AddDays(1), zone.DayAt(end));
        }
    }

    [Fact]
    public void A_day_that_begins_at_one_o_clock_begins_at_one_o_clock()
    {
        var santiago = Zone("America/Santiago");

        Assert.Equal(Utc(2026, 9, 6, 4), santiago.BeginningOf(new DateOnly(2026, 9, 6)));
    }

    private static CommunityTime Zone(string id) => new(TimeZoneInfo.FindSystemTimeZoneById(id));

    private static DateTime Utc(int year, int month, int day, int hour, int minute = 0) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
