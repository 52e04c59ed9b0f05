using PropertySuite.Core;
using PropertySuite.Visitors;

namespace Modules.Tests.Visitors;

public sealed class InviteFormTests
{
    private static readonly CommunityTime Madrid = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));
    private static readonly VisitHost Host = new("unit", "B-07-C", "elena", "Elena");

    [Fact]
    public void A_form_means_the_communitys_hours_whatever_the_server_thinks()
    {
        var plan = Form("today", "10:30", "14").ToPlan(Host, Madrid, Utc(2026, 11, 13, 8));

        Assert.Equal(new VisitWindow(Utc(2026, 11, 13, 9, 30), Utc(2026, 11, 13, 13)), plan.Window);
    }

    [Fact]
    public void Today_is_the_communitys_day_also_shortly_after_its_midnight()
    {
        var plan = Form("today", "9", "10").ToPlan(Host, Madrid, Utc(2026, 11, 12, 23, 30));

        Assert.Equal(Utc(2026, 11, 13, 8), plan.Window.FromUtc);
    }

    [Fact]
    public void From_ten_in_the_evening_until_two_is_a_night()
    {
        var plan = Form("tomorrow", "22:00", "2:00").ToPlan(Host, Madrid, Utc(2026, 11, 13, 8));

        Assert.Equal(new VisitWindow(Utc(2026, 11, 14, 21), Utc(2026, 11, 15, 1)), plan.Window);
    }

    [Fact]
    public void A_visit_across_the_end_of_summer_time_lasts_an_hour_longer_than_its_wall_times_say()
    {
        var plan = Form("other", "22:00", "6:00", "24/10").ToPlan(Host, Madrid, Utc(2026, 10, 20, 8));

        Assert.Equal(TimeSpan.FromHours(9), plan.Window.UntilUtc - plan.Window.FromUtc);
    }

    [Fact]
    public void A_visit_across_the_beginning_of_summer_time_lasts_an_hour_less()
    {
        var plan = Form("other", "22:00", "6:00", "28/3/2026").ToPlan(Host, Madrid, Utc(2026, 3, 20, 8));

        Assert.Equal(TimeSpan.FromHours(7), plan.Window.UntilUtc - plan.Window.FromUtc);
    }

    [Theory]
    [InlineData("other", "10", "12", "31/2", "Date")]
    [InlineData("other", "10", "12", null, "Date")]
    [InlineData("today", "25", "12", null, "From")]
    [InlineData("today", "10", "noon", null, "Until")]
    public void What_cannot_be_read_is_said_at_its_field(string day, string from, string until, string? date, string field)
    {
        var refused = Assert.Throws<RefusedException>(() => Form(day, from, until, date).ToPlan(Host, Madrid, Utc(2026, 11, 13, 8)));

        Assert.Equal(field, refused.Field);
    }

    [Fact]
    public void Who_comes_by_car_says_the_plate_and_who_does_not_needs_none()
    {
        var form = Form("today", "10", "12");
        form.Car = "yes";
        Assert.Equal("Plate", Assert.Throws<RefusedException>(() => form.ToPlan(Host, Madrid, Utc(2026, 11, 13, 8))).Field);

        form.Car = "no";
        form.Plate = "left over";
        Assert.Null(form.ToPlan(Host, Madrid, Utc(2026, 11, 13, 8)).Guest.Plate);
    }

    private static InviteForm Form(string day, string from, string until, string? date = null) =>
        new() { Name = "Nuria", Day = day, Date = date, From = from, Until = until, Persons = "1" };

    private static DateTime Utc(int year, int month, int day, int hour, int minute = 0) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
