using System.Text.Json;
using OrchardCore.ContentManagement;
using PropertySuite.Core;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

public sealed class VisitPartTests
{
    [Fact]
    public void The_gate_opens_from_the_first_moment_of_the_window_until_just_before_its_last()
    {
        Assert.Equal("visit.too-early", Invited().WhyNot(Nine.AddTicks(-1))?.Code);
        Assert.Null(Invited().WhyNot(Nine));
        Assert.Null(Invited().WhyNot(Ten.AddTicks(-1)));
        Assert.Equal("visit.too-late", Invited().WhyNot(Ten)?.Code);
    }

    [Fact]
    public void The_tolerance_widens_the_window_on_both_sides_and_stays_half_open()
    {
        Assert.Equal("visit.too-early", Invited(30).WhyNot(Nine.AddMinutes(-30).AddTicks(-1))?.Code);
        Assert.Null(Invited(30).WhyNot(Nine.AddMinutes(-30)));
        Assert.Null(Invited(30).WhyNot(Ten.AddMinutes(30).AddTicks(-1)));
        Assert.Equal("visit.too-late", Invited(30).WhyNot(Ten.AddMinutes(30))?.Code);
    }

    [Fact]
    public void A_visitor_is_not_admitted_twice_on_one_pass()
    {
        var visit = Inside();
        Assert.Equal("visit.already-inside", Refused(() => visit.Admit(Tomas, Nine.AddMinutes(1), North, 1, null)));

        visit.Leave(Tomas, Nine.AddMinutes(20), North, BadgeReturn.Returned);
        Assert.Equal("visit.already-left", Refused(() => visit.Admit(Tomas, Nine.AddMinutes(30), North, 1, null)));
    }

    [Fact]
    public void A_visit_that_nobody_used_expires_by_time_alone_and_one_that_is_inside_does_not()
    {
        Assert.Equal(VisitState.Invited, Invited().StateAt(Ten.AddTicks(-1)));
        Assert.Equal(VisitState.Expired, Invited().StateAt(Ten));
        Assert.Equal(VisitState.CheckedIn, Inside().StateAt(Ten.AddDays(3)));
    }

    [Fact]
    public void An_expired_visit_can_neither_be_cancelled_nor_answered()
    {
        Assert.Equal("lifecycle.not-from-here", Refused(() => Invited().Cancel(Elena, Ten)));
        Assert.Equal("lifecycle.not-from-here", Refused(() => AtTheDesk().Log(Lucia, Nine.AddHours(5), true, "Elena", null)));
    }

    [Fact]
    public void More_persons_than_announced_do_not_come_in_and_fewer_may()
    {
        Assert.Equal("visit.more-persons", Refused(() => Invited().Admit(Tomas, Nine, North, 3, null)));
        Assert.Equal("visit.more-persons", Refused(() => Invited().Admit(Tomas, Nine, North, 0, null)));

        var visit = Invited();
        visit.Admit(Tomas, Nine, North, 1, null);
        Assert.Equal(1, visit.Admission!.Persons);
    }

    [Fact]
    public void Check_in_and_check_out_stand_on_the_visit_with_person_gate_and_time()
    {
        var visit = Inside();
        visit.Leave(Lucia, Nine.AddMinutes(40), new GatePlace("gate-s", "South gate"), BadgeReturn.Returned);

        Assert.Equal(new Admission("tomas", "Tomás Aguilar", North, Nine, 2), visit.Admission);
        Assert.Equal(new Departure("lucia", "Lucía Ferrer", new GatePlace("gate-s", "South gate"), Nine.AddMinutes(40), BadgeReturn.Returned), visit.Departure);
        Assert.False(visit.IsOnSite);
    }

    [Fact]
    public void A_visitor_with_a_badge_leaves_only_when_something_is_said_about_the_badge()
    {
        var visit = Inside();
        Assert.Equal("visit.badge-return-missing", Refused(() => visit.Leave(Tomas, Ten, North, BadgeReturn.None)));

        visit.Leave(Tomas, Ten, North, BadgeReturn.Lost);
        Assert.Equal(BadgeReturn.Lost, visit.Departure!.Badge);
    }

    [Fact]
    public void The_hosts_answer_is_logged_with_who_answered_at_which_number_and_who_logged_it()
    {
        var visit = AtTheDesk();
        Assert.Equal("visit.answerer-missing", Refused(() => visit.Log(Lucia, Nine, true, " ", "600 000 218")));

        visit.Log(Lucia, Nine.AddMinutes(2), true, " Elena Vidal ", "600 000 218");
        Assert.Equal(new HostAnswer(true, "Elena Vidal", "600 000 218", "lucia", "Lucía Ferrer", Nine.AddMinutes(2)), visit.Answer);
        Assert.Equal(VisitState.Confirmed, visit.State);
    }

    [Fact]
    public void A_host_is_called_twice_and_not_a_third_time()
    {
        var visit = AtTheDesk();
        visit.Log(Lucia, Nine.AddMinutes(3), null, null, "600 000 218");
        visit.AskAgain(Lucia, Nine.AddMinutes(4));
        visit.Log(Lucia, Nine.AddMinutes(7), null, null, "600 000 218");

        Assert.Equal("visit.no-attempt-left", Refused(() => visit.AskAgain(Lucia, Nine.AddMinutes(8))));
        Assert.Equal("visit.nobody-answered", visit.WhyNot(Nine.AddMinutes(8))?.Code);
    }

    [Theory]
    [InlineData(VisitState.WalkIn, "visit.not-answered-yet")]
    [InlineData(VisitState.NoAnswer, "visit.nobody-answered")]
    [InlineData(VisitState.Refused, "visit.refused")]
    [InlineData(VisitState.Cancelled, "visit.cancelled")]
    [InlineData(VisitState.CheckedIn, "visit.already-inside")]
    [InlineData(VisitState.CheckedOut, "visit.already-left")]
    [InlineData(VisitState.Expired, "visit.too-late")]
    public void The_gate_says_why_a_visitor_stays_outside(VisitState state, string code) =>
        Assert.Equal(code, In(state).WhyNot(Nine.AddMinutes(3))?.Code);

    [Theory]
    [InlineData(VisitState.Invited)]
    [InlineData(VisitState.Confirmed)]
    public void Who_is_expected_or_confirmed_may_come_in(VisitState state) => Assert.Null(In(state).WhyNot(Nine.AddMinutes(3)));

    [Fact]
    public void A_plan_that_makes_no_sense_is_refused_at_the_field_to_blame()
    {
        (VisitPlan Plan, string Code, string Field)[] wrong =
        [
            (Plan() with { Guest = new VisitGuest(" ", null, 1, null) }, "visit.name-missing", "Name"),
            (Plan() with { Guest = new VisitGuest(new string('x', 121), null, 1, null) }, "visit.name-too-long", "Name"),
            (Plan(persons: 0), "visit.persons-out-of-range", "Persons"),
            (Plan(persons: 51), "visit.persons-out-of-range", "Persons"),
            (Plan() with { Guest = new VisitGuest("Nuria", "call me", 1, null) }, "visit.phone-malformed", "Phone"),
            (Plan() with { Guest = new VisitGuest("Nuria", null, 1, "<b>") }, "visit.plate-malformed", "Plate"),
            (Plan(until: Nine), "visit.window-reversed", "Until"),
            (Plan(Nine.AddDays(-2), Nine.AddDays(-2).AddHours(1)), "visit.window-over", "Until"),
            (Plan(until: Nine.AddHours(24).AddTicks(1)), "visit.window-too-long", "Until"),
            (Plan(Nine.AddDays(61), Nine.AddDays(61).AddHours(1)), "visit.window-too-far", "Day"),
        ];

        Assert.All(wrong, row =>
        {
            var refused = Assert.Throws<RefusedException>(() => row.Plan.Check(Nine.AddHours(-1)));
            Assert.Equal((row.Code, row.Field), (refused.Code, refused.Field));
        });
        Plan(until: Nine.AddHours(24)).Check(Nine.AddHours(-1));
    }

    [Theory]
    [InlineData("7720 dmo", "7720-DMO")]
    [InlineData(" 沪a·12345 ", "沪A-12345")]
    [InlineData("  ", null)]
    public void A_plate_is_kept_in_one_form(string typed, string? kept) => Assert.Equal(kept, VisitPlan.Plate(typed));

    [Fact]
    public void A_visit_is_stored_whole()
    {
        foreach (var state in Enum.GetValues<VisitState>())
        {
            var visit = In(state);
            var item = new ContentItem { ContentType = VisitTypes.Visit, ContentItemId = "4visit", Latest = true };
            item.Apply(visit);

            var stored = JsonSerializer.Serialize(item);
            var read = JsonSerializer.Deserialize<ContentItem>(stored)!.As<VisitPart>()!;

            Assert.Equal(Facts(visit), Facts(read));
            Assert.DoesNotContain("IsOnSite", stored, StringComparison.Ordinal);
            Assert.DoesNotContain("AdmittedFromUtc", stored, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_badge_is_stored_whole_and_a_lost_one_stays_lost_until_found()
    {
        var badge = new BadgePart();
        badge.Introduce(" 27 ", "Tower B", escortRequired: true);
        badge.Lose(Nine);
        badge.Lose(Ten);
        var item = new ContentItem { ContentType = VisitTypes.Badge };
        item.Apply(badge);

        var read = JsonSerializer.Deserialize<ContentItem>(JsonSerializer.Serialize(item))!.As<BadgePart>()!;

        Assert.Equal(("27", "Tower B", true, Nine), (read.Number, read.Zone, read.EscortRequired, read.LostAtUtc));
        read.Find();
        Assert.Null(read.LostAtUtc);
    }

    [Fact]
    public void A_row_holds_the_badge_while_the_visitor_is_inside_and_the_code_while_it_can_be_used()
    {
        Assert.Equal((null, "20261113:483127"), Keys(Invited()));
        Assert.Equal(("badge-27", null), Keys(Inside()));
        Assert.Equal((null, null), Keys(In(VisitState.CheckedOut)));
        Assert.Equal((null, null), Keys(In(VisitState.Cancelled)));

        static (string?, string?) Keys(VisitPart visit) => VisitIndexProvider.Row("id", visit) is var row ? (row.LiveBadgeKey, row.LiveCodeKey) : default;
    }

    private static string Facts(VisitPart visit) => string.Join(" · ",
        visit.Number, visit.State, visit.Kind, visit.Guest, visit.Host, visit.Window, visit.ToleranceMinutes, visit.Reason, visit.IdentitySeen,
        visit.Pass, visit.Calls, visit.Answer, visit.Admission, visit.Badge, visit.Departure);
}
