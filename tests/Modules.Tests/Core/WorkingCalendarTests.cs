using PropertySuite.Core;

namespace Modules.Tests.Core;

/// <summary>Times are those of Madrid unless they say UTC; November 2026 begins on a Sunday.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly CommunityTime Madrid = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));

    private static readonly WorkingCalendar Office = Week("9-14, 16-20", "10-14");

    [Fact]
    public void Working_time_skips_the_break_the_night_and_the_weekend()
    {
        // Friday 13, 19:00: one hour of Friday, four of Saturday, three of Monday.
        Assert.Equal(At(16, 12), Office.Add(At(13, 19), TimeSpan.FromHours(8)));
        Assert.Equal(TimeSpan.FromHours(8), Office.Between(At(13, 19), At(16, 12)));
        Assert.Equal(TimeSpan.Zero, Office.Between(At(14, 15), At(15, 23)));
    }

    [Fact]
    public void What_ends_with_the_day_is_due_at_its_close_and_not_on_the_next_morning() =>
        Assert.Equal(At(16, 20), Office.Add(At(16, 9), TimeSpan.FromHours(9)));

    [Fact]
    public void What_begins_outside_of_hours_counts_from_the_next_opening()
    {
        Assert.Equal(At(16, 10), Office.Add(At(15, 3), TimeSpan.FromHours(1)));
        Assert.Equal(At(16, 17), Office.Add(At(16, 15), TimeSpan.FromHours(1)));
        Assert.Equal(At(16, 9), Office.NextOpening(At(14, 14)));
        Assert.Equal(At(16, 9, 30), Office.NextOpening(At(16, 9, 30)));
    }

    [Fact]
    public void Hours_include_their_first_moment_and_not_their_last()
    {
        Assert.True(Office.IsOpen(At(16, 9)));
        Assert.False(Office.IsOpen(At(16, 14)));
        Assert.False(Office.IsOpen(At(16, 14).AddMinutes(30)));
        Assert.True(Office.IsOpen(At(16, 16)));
    }

    [Fact]
    public void Nobody_works_on_a_holiday()
    {
        var calendar = Week("9-18", "", new DateOnly(2026, 11, 17));

        Assert.False(calendar.IsOpen(At(17, 12)));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 11, 17)));
        Assert.Equal(At(18, 10), calendar.Add(At(16, 17), TimeSpan.FromHours(2)));
        Assert.Equal(At(18, 18), calendar.AddDays(At(16, 10), 1));
    }

    [Fact]
    public void A_night_shift_belongs_to_the_day_on_which_it_begins()
    {
        var guards = new WorkingCalendar(Madrid, [new(DayOfWeek.Monday, new(22, 0), new(6, 0))], []);

        Assert.True(guards.IsOpen(At(17, 5)));
        Assert.False(guards.IsOpen(At(16, 5)));
        Assert.Equal(At(23, 23), guards.Add(At(16, 22), TimeSpan.FromHours(9)));
        Assert.Equal(At(17, 6), guards.AddDays(At(15, 12), 1));
        Assert.False(new WorkingCalendar(Madrid, [new(DayOfWeek.Monday, new(22, 0), new(6, 0))], [new(2026, 11, 16)]).IsOpen(At(17, 5)));
    }

    [Fact]
    public void A_night_is_an_hour_shorter_in_spring_and_an_hour_longer_in_autumn()
    {
        var nights = new WorkingCalendar(Madrid, [new(DayOfWeek.Saturday, new(22, 0), new(6, 0))], []);
        DateTime Evening(int month, int day) => Madrid.ToUtc(new(2026, month, day), new(22, 0));

        Assert.Equal(TimeSpan.FromHours(7), nights.Between(Evening(3, 28), Evening(3, 28).AddDays(1)));
        Assert.Equal(TimeSpan.FromHours(9), nights.Between(Evening(10, 24), Evening(10, 24).AddDays(1)));
        Assert.Equal(Madrid.ToUtc(new(2026, 3, 29), new(6, 0)), nights.Add(Evening(3, 28), TimeSpan.FromHours(7)));
    }

    [Fact]
    public void Shifts_that_overlap_count_once()
    {
        var desk = new WorkingCalendar(Madrid, [new(DayOfWeek.Monday, new(7, 0), new(15, 0)), new(DayOfWeek.Monday, new(14, 30), new(23, 0))], []);

        Assert.Equal(TimeSpan.FromHours(16), desk.Between(At(16, 0), At(17, 0)));
    }

    [Fact]
    public void A_day_round_the_clock_follows_the_one_before_without_a_gap()
    {
        var always = Week("0-24", "0-24");

        Assert.Equal(At(18, 10), always.Add(At(16, 10), TimeSpan.FromHours(48)));
        Assert.True(always.IsOpen(At(16, 0)));
    }

    [Fact]
    public void A_community_without_hours_never_closes()
    {
        var always = WorkingCalendar.Always(Madrid);

        Assert.True(always.IsOpen(At(15, 3)));
        Assert.Equal(At(15, 5), always.Add(At(15, 3), TimeSpan.FromHours(2)));
        Assert.Equal(At(18, 0), always.AddDays(At(15, 3), 2));
    }

    [Theory]
    [InlineData(13, 10, 3, 18, 20)]
    [InlineData(15, 10, 1, 16, 20)]
    [InlineData(16, 10, 0, 16, 20)]
    [InlineData(15, 10, 0, 16, 20)]
    [InlineData(16, 21, 0, 17, 20)]
    public void Working_days_end_with_the_close_of_the_last(int day, int hour, int days, int dueDay, int dueHour)
    {
        var weekdays = Week("9-14, 16-20", "");

        Assert.Equal(At(dueDay, dueHour), weekdays.AddDays(At(day, hour), days));
    }

    [Fact]
    public void Adding_and_measuring_agree_over_a_year()
    {
        var from = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var hours = 1; hours < 2400; hours += 37)
        {
            Assert.Equal(TimeSpan.FromHours(hours), Office.Between(from, Office.Add(from, TimeSpan.FromHours(hours))));
        }
    }

    [Theory]
    [InlineData("9-14, 16-20", "9:00–14:00, 16:00–20:00")]
    [InlineData("9.30–17", "9:30–17:00")]
    [InlineData("22:00 - 6:00", "22:00–6:00")]
    [InlineData("0-24", "0:00–24:00")]
    [InlineData("8点至12点，14:00-18:00", "8:00–12:00, 14:00–18:00")]
    [InlineData("", "")]
    public void Hours_are_read_as_they_are_typed(string typed, string shown) =>
        Assert.Equal(shown, WorkingHoursText.Write(WorkingHoursText.Read(DayOfWeek.Monday, typed)!));

    [Theory]
    [InlineData("nine to five")]
    [InlineData("9")]
    [InlineData("9-25")]
    [InlineData("9-12-15")]
    public void What_is_no_hours_is_not_guessed(string typed) => Assert.Null(WorkingHoursText.Read(DayOfWeek.Monday, typed));

    [Fact]
    public void Holidays_of_every_year_come_every_year()
    {
        var settings = new WorkingHoursSettings { Holidays = "12-25\n2026-11-09\n02-29\nsoon" };
        var (days, unread) = settings.ReadHolidays(2027);

        Assert.Contains(new DateOnly(2026, 12, 25), days);
        Assert.Contains(new DateOnly(2029, 12, 25), days);
        Assert.Contains(new DateOnly(2026, 11, 9), days);
        Assert.Contains(new DateOnly(2028, 2, 29), days);
        Assert.Equal(["soon"], unread);
    }

    private static WorkingCalendar Week(string weekdays, string saturday, params DateOnly[] holidays) => new(
        Madrid,
        [.. Enumerable.Range(1, 5).SelectMany(day => WorkingHoursText.Read((DayOfWeek)day, weekdays)!), .. WorkingHoursText.Read(DayOfWeek.Saturday, saturday)!,
            .. weekdays == "0-24" ? WorkingHoursText.Read(DayOfWeek.Sunday, weekdays)! : []],
        holidays);

    private static DateTime At(int day, int hour, int minute = 0) => Madrid.ToUtc(new DateOnly(2026, 11, day), new TimeOnly(hour, minute));
}
