using PropertySuite.Core;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

/// <summary>VIS-09 and VIS-17: passes by days of the week and hours.</summary>
public sealed class RecurringPassTests
{
    // A Friday.
    private static readonly DateOnly Friday = new(2026, 11, 13);
    private static readonly TimeOnly Nine9 = new(9, 0);

    [Theory]
    [InlineData(0, 9, 0, false, null)]
    [InlineData(0, 7, 30, false, null)]
    [InlineData(0, 7, 29, false, "recurring.not-now")]
    [InlineData(0, 13, 59, false, null)]
    [InlineData(0, 14, 0, false, "recurring.not-now")]
    [InlineData(1, 9, 0, false, "recurring.not-today")]
    [InlineData(3, 9, 0, false, null)]
    [InlineData(3, 9, 0, true, "recurring.holiday")]
    [InlineData(-7, 9, 0, false, "recurring.not-begun")]
    [InlineData(70, 9, 0, false, "recurring.over")]
    public void VIS09_A_pass_opens_on_its_days_in_its_hours_and_rests_on_holidays(int days, int hour, int minute, bool holiday, string? code) =>
        Assert.Equal(code, Issued().WhyNot(Friday.AddDays(days), new TimeOnly(hour, minute), holiday)?.Code);

    [Fact]
    public void VIS09_A_suspended_pass_opens_nothing_until_it_is_resumed_and_an_ended_one_never_again()
    {
        var pass = Issued();

        Assert.Equal("lifecycle.reason-missing", Refused(() => pass.Take(RecurringVerbs.Suspend, Elena, Nine)));
        pass.Take(RecurringVerbs.Suspend, Elena, Nine, "On holiday");
        Assert.Equal("recurring.suspended", pass.WhyNot(Friday, Nine9, false)!.Code);
        pass.Take(RecurringVerbs.Resume, Lucia, Nine);
        Assert.Null(pass.WhyNot(Friday, Nine9, false));
        pass.Take(RecurringVerbs.End, Elena, Nine);
        Assert.Equal("recurring.over", pass.WhyNot(Friday, Nine9, false)!.Code);
        Assert.Equal("lifecycle.not-from-here", Refused(() => pass.Take(RecurringVerbs.Resume, Elena, Nine)));
    }

    [Fact]
    public void VIS09_Only_the_host_of_the_unit_and_the_desk_issue_and_change_a_pass()
    {
        Assert.Equal("visit.unit-not-yours", Refused(() => Issued(Stranger)));
        Assert.Equal("visit.unit-not-yours", Refused(() => Issued(Tomas)));
        Assert.Equal("lifecycle.not-yours", Refused(() => Issued().Take(RecurringVerbs.End, Stranger, Nine)));
        Assert.Equal("lifecycle.not-yours", Refused(() => Issued().Take(RecurringVerbs.End, Tomas, Nine)));
        Assert.Equal("lifecycle.not-yours", Refused(() => Issued().Take(RecurringVerbs.Expire, Lucia, Nine)));
        Assert.Equal(RecurringState.Active, Issued(Lucia).State);
    }

    [Fact]
    public void VIS09_A_pass_needs_a_day_hours_in_order_and_lasts_a_year_at_most()
    {
        Assert.Equal("recurring.no-day", Refused(() => Issue(Plan() with { Hours = new PassHours(WeekDays.None, new(8, 0), new(14, 0), true) })));
        Assert.Equal("visit.window-reversed", Refused(() => Issue(Plan() with { Hours = new PassHours(WeekDays.Monday, new(14, 0), new(8, 0), true) })));
        Assert.Equal("recurring.too-long", Refused(() => Issue(Plan() with { ValidUntil = Friday.AddYears(1).AddDays(1) })));
        Assert.Equal("visit.window-over", Refused(() => Issue(Plan() with { ValidFrom = Friday.AddDays(-9), ValidUntil = Friday.AddDays(-1) })));
        Assert.Equal("visit.name-missing", Refused(() => Issue(Plan() with { Guest = new VisitGuest(" ", null, 1, null) })));
    }

    [Fact]
    public void VIS09_The_week_begins_on_monday_and_each_day_is_itself() =>
        Assert.Equal(RecurringLifecycle.Week, Enumerable.Range(0, 7).Select(day => PassHours.Of(new DateOnly(2026, 11, 9).AddDays(day))));

    private static RecurringPlan Plan() => new(
        VisitKind.DomesticHelp,
        new VisitGuest("Carmen Ruiz", null, 1, null),
        new VisitHost(UnitB07C, "B-07-C", "person-elena", "Elena Vidal"),
        new PassHours(WeekDays.Monday | WeekDays.Friday, new TimeOnly(8, 0), new TimeOnly(14, 0), NotOnHolidays: true),
        Friday,
        Friday.AddDays(60));

    private static RecurringPassPart Issued(Actor? by = null)
    {
        var pass = new RecurringPassPart();
        pass.Issue(by ?? Elena, Nine, Friday, Plan(), Pass);
        return pass;
    }

    private static void Issue(RecurringPlan plan) => new RecurringPassPart().Issue(Elena, Nine, Friday, plan, Pass);
}
