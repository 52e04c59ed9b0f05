using System.Globalization;
using Cronos;
using PropertySuite.Platform.BackgroundTasks;

namespace Platform.Tests.Runtime;

/// <summary>Times of schedules over changes of the clock: each time of the community's wall once, whatever the clock does.</summary>
public sealed class ScheduleTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("Europe/Madrid", "2026-03-28", "2026-03-31")] // 2:00 becomes 3:00 on the 29th
    [InlineData("Europe/Madrid", "2026-10-24", "2026-10-27")] // 3:00 becomes 2:00 on the 25th
    [InlineData("Australia/Lord_Howe", "2026-04-04", "2026-04-07")] // half an hour
    [InlineData("Australia/Lord_Howe", "2026-10-03", "2026-10-06")]
    [InlineData("America/Santiago", "2026-09-05", "2026-09-08")] // midnight itself is missing
    [InlineData("America/Santiago", "2026-04-04", "2026-04-07")]
    [InlineData("Asia/Shanghai", "1986-05-03", "1986-05-06")]
    public void T34_a_daily_time_comes_once_on_each_day_of_the_community(string zone, string first, string last)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        foreach (var schedule in new[] { "30 2 * * *", "0 0 * * *", "15 3 * * *" })
        {
            var runs = Play(schedule, info, Utc(first), Utc(last), Straight(Utc(first), Utc(last)));
            var days = runs.Select(run => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(run, info))).ToArray();
            Assert.Equal(days.Distinct(), days);
            Assert.Equal(days.Length - 1, days[^1].DayNumber - days[0].DayNumber);
        }
    }

    [Theory]
    [InlineData("*/5 * * * *", 1)]
    [InlineData("0 * * * *", 1)]
    [InlineData("0 3 * * *", 30)]
    [InlineData("0 3 1 * *", 30)]
    public void T8_a_clock_that_is_set_back_repeats_no_time(string schedule, int daysBack)
    {
        var start = Utc("2026-03-20");
        foreach (var back in new[] { TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromDays(daysBack) }.Where(back => schedule[0] != '*' || back <= TimeSpan.FromHours(1)))
        {
            var turn = start.AddDays(40);
            var seen = Straight(start, turn).Concat(Straight(turn - back, turn.AddDays(2)));
            var runs = Play(schedule, TimeZoneInfo.Utc, start, default, seen);
            Assert.Equal(runs.Distinct(), runs);
        }
    }

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("0 3 * * *")]
    public void T8_a_clock_that_jumps_forward_loses_nothing_and_makes_up_in_one_run(string schedule)
    {
        var start = Utc("2026-03-20");
        var jump = start.AddHours(2);
        foreach (var by in new[] { TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(30) })
        {
            var runs = Play(schedule, TimeZoneInfo.Utc, start, default, Straight(start, jump).Concat(Straight(jump + by, jump + by + TimeSpan.FromDays(1))), out var count);
            Assert.Equal(runs.Distinct(), runs);
            var missed = CronExpression.Parse(schedule).GetOccurrences(jump, jump + by, TimeZoneInfo.Utc, fromInclusive: false, toInclusive: true).Any();
            var within = CronExpression.Parse(schedule).GetOccurrences(start, jump, TimeZoneInfo.Utc, fromInclusive: false, toInclusive: true).Count()
                + CronExpression.Parse(schedule).GetOccurrences(jump + by, jump + by + TimeSpan.FromDays(1), TimeZoneInfo.Utc, fromInclusive: false, toInclusive: true).Count();
            Assert.InRange(count, within, within + (missed ? 1 : 0));
        }
    }

    [Fact]
    public void After_a_month_back_a_schedule_of_minutes_goes_on_and_does_not_wait_for_the_month_to_pass()
    {
        var record = new TaskRecord { SinceUtc = Utc("2026-03-01"), ThroughUtc = Utc("2026-04-15") };
        var now = Utc("2026-03-15");
        Assert.Equal(now.AddMinutes(5), ScheduledTask.Next(CronExpression.Parse("*/5 * * * *"), TimeZoneInfo.Utc, record, now));
    }

    private static IEnumerable<DateTime> Straight(DateTime from, DateTime to)
    {
        for (var now = from; now <= to; now += s_minute)
            yield return now;
    }

    private static List<DateTime> Play(string schedule, TimeZoneInfo zone, DateTime since, DateTime _, IEnumerable<DateTime> clock) => Play(schedule, zone, since, _, clock, out var _);

    // What the scheduler does at each look: is something due, and if so it is done and seen to.
    private static List<DateTime> Play(string schedule, TimeZoneInfo zone, DateTime since, DateTime _, IEnumerable<DateTime> clock, out int count)
    {
        var cron = CronExpression.Parse(schedule);
        var record = new TaskRecord { SinceUtc = since };
        var runs = new List<DateTime>();
        foreach (var now in clock)
        {
            if (ScheduledTask.Next(cron, zone, record, now) is not { } due || due > now)
                continue;
            runs.Add(due);
            ScheduledTask.See(record, cron, zone, now);
        }

        count = runs.Count;
        return runs;
    }

    private static DateTime Utc(string day) => DateTime.SpecifyKind(DateTime.Parse(day, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
