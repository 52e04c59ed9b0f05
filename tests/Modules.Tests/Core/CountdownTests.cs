using System.Text.Json;
using PropertySuite.Core;

namespace Modules.Tests.Core;

/// <summary>Times are those of Madrid; the office works from Monday to Friday, 9 to 17. Monday is 16 November 2026.</summary>
public sealed class CountdownTests
{
    private static readonly CommunityTime Madrid = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));

    private static readonly WorkingCalendar Office = new(Madrid, Enumerable.Range(1, 5).Select(day => new WorkingShift((DayOfWeek)day, new(9, 0), new(17, 0))), []);

    [Fact]
    public void It_warns_when_its_share_of_the_working_time_is_over()
    {
        var countdown = Countdown.Start(Target.Hours(10), At(16, 9), Office);

        Assert.Equal(At(17, 11), countdown.DueUtc);
        Assert.Equal(At(16, 17), countdown.WarnUtc);
        Assert.False(countdown.IsWarningAt(At(16, 16)));
        Assert.True(countdown.IsWarningAt(At(16, 17)));
        Assert.True(countdown.IsLateAt(At(17, 11)));
    }

    [Fact]
    public void A_pause_gives_back_the_working_time_that_was_left_and_not_the_night()
    {
        var paused = Countdown.Start(Target.Hours(4), At(16, 9), Office).PauseAt(At(16, 10), "waits for the owner", Office);

        Assert.True(paused.IsPaused);
        Assert.Null(paused.OpenDueUtc);
        Assert.False(paused.IsLateAt(At(20, 9)));
        Assert.Equal(TimeSpan.FromHours(3), paused.LeftAt(At(20, 9), Office));

        var resumed = paused.ResumeAt(At(18, 15), Office);
        Assert.Equal(At(19, 10), resumed.DueUtc);
        Assert.Equal(1, resumed.Pauses);
        Assert.Equal(At(19, 9, 12), resumed.WarnUtc);
    }

    [Fact]
    public void A_pause_outside_of_hours_costs_nothing()
    {
        var countdown = Countdown.Start(Target.Hours(4), At(16, 15), Office);

        Assert.Equal(countdown.DueUtc, countdown.PauseAt(At(16, 18), "night", Office).ResumeAt(At(17, 8), Office).DueUtc);
    }

    [Fact]
    public void What_was_late_when_it_was_paused_is_late_still()
    {
        var late = Countdown.Start(Target.Hours(1), At(16, 9), Office).PauseAt(At(16, 12), "waits", Office).ResumeAt(At(17, 12), Office);

        Assert.Equal(At(16, 10), late.DueUtc);
        Assert.True(late.IsLateAt(At(17, 12)));
    }

    [Fact]
    public void A_warning_that_was_given_is_not_given_again_after_a_pause()
    {
        var countdown = Countdown.Start(Target.Hours(5), At(16, 9), Office).PauseAt(At(16, 13, 30), "waits", Office).ResumeAt(At(17, 9), Office);

        Assert.Equal(At(16, 13), countdown.WarnUtc);
        Assert.Equal(At(17, 9, 30), countdown.DueUtc);
    }

    [Fact]
    public void Working_days_are_due_at_the_close_of_the_last_also_after_a_pause()
    {
        var countdown = Countdown.Start(Target.Days(3), At(12, 10), Office);
        Assert.Equal(At(17, 17), countdown.DueUtc);

        var resumed = countdown.PauseAt(At(13, 9), "parts", Office).ResumeAt(At(16, 9), Office);
        Assert.Equal(At(18, 17), resumed.DueUtc);
    }

    [Fact]
    public void Hours_of_the_clock_run_through_nights_and_weekends()
    {
        var countdown = Countdown.Start(Target.ClockHours(24), At(14, 12), Office);

        Assert.Equal(At(15, 12), countdown.DueUtc);
        Assert.Equal(TimeSpan.FromHours(12), countdown.PauseAt(At(15, 0), "waits", Office).LeftAt(At(17, 0), Office));
    }

    [Fact]
    public void What_was_met_knows_whether_in_time()
    {
        var countdown = Countdown.Start(Target.Hours(1), At(16, 9), Office);

        Assert.Null(countdown.WasMet);
        Assert.True(countdown.StopAt(At(16, 10)).WasMet);
        Assert.False(countdown.StopAt(At(16, 11)).WasMet);
        Assert.False(countdown.StopAt(At(16, 11)).IsLateAt(At(17, 9)));
        Assert.Equal(At(16, 10), countdown.StopAt(At(16, 10)).StopAt(At(16, 12)).StoppedUtc);
    }

    [Fact]
    public void The_share_that_has_passed_stands_still_with_it()
    {
        var paused = Countdown.Start(Target.Hours(4), At(16, 9), Office).PauseAt(At(16, 10), "waits", Office);

        Assert.Equal(25, paused.PercentAt(At(18, 9), Office));
        Assert.Equal(100, Countdown.Start(Target.Hours(4), At(16, 9), Office).PercentAt(At(18, 9), Office));
    }

    [Fact]
    public void It_is_kept_and_read_again_as_it_was()
    {
        var countdown = Countdown.Start(Target.Hours(4), At(16, 9), Office).PauseAt(At(16, 10), "waits", Office, At(17, 9));

        Assert.Equal(countdown, JsonSerializer.Deserialize<Countdown>(JsonSerializer.Serialize(countdown)));
    }

    private static DateTime At(int day, int hour, int minute = 0) => Madrid.ToUtc(new DateOnly(2026, 11, day), new TimeOnly(hour, minute));
}
