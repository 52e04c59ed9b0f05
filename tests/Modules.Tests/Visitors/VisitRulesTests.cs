using PropertySuite.Core;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

/// <summary>What the office's rules and time bring about.</summary>
public sealed class VisitRulesTests
{
    [Fact]
    public void VIS03_The_clock_gives_up_when_the_time_for_the_answer_is_over_and_not_before()
    {
        var visit = AtTheDesk();

        Assert.Empty(visit.Tick(Nine.AddMinutes(3).AddTicks(-1)));
        var step = Assert.Single(visit.Tick(Nine.AddMinutes(20)));

        Assert.Equal(("give-up", "NoAnswer", Nine.AddMinutes(3)), (step.Verb, step.To, step.AtUtc));
        Assert.True(visit.CallLeft);
        visit.AskAgain(Actor.Policy, Nine.AddMinutes(20));
        Assert.Equal(Nine.AddMinutes(23), visit.AnswerDueAtUtc);
        Assert.Single(visit.Tick(Nine.AddMinutes(23)));
        Assert.Equal("visit.no-attempt-left", Refused(() => visit.AskAgain(Actor.Policy, Nine.AddMinutes(24))));
    }

    [Fact]
    public void VIS03_The_deadline_and_the_attempts_are_what_the_settings_said_when_the_visit_began()
    {
        var settings = new VisitorSettings { AnswerMinutes = 5, AnswerAttempts = 3 };
        var visit = new VisitPart();
        visit.Register(Lucia, Nine, Plan(Nine, Nine.AddHours(4)) with { Rules = settings.RulesOf(VisitKind.Guest, 1) }, identitySeen: true);

        Assert.Equal(Nine.AddMinutes(5), visit.AnswerDueAtUtc);
        Assert.Equal(3, visit.Rules.Attempts);
    }

    [Fact]
    public void VIS03_A_policy_lets_in_with_an_escort_or_turns_away_and_what_it_did_stays()
    {
        var (escorted, away) = (In(VisitState.NoAnswer), In(VisitState.NoAnswer));

        escorted.Escort(Actor.Policy, Nine.AddMinutes(9));
        away.TurnAway(Actor.Policy, Nine.AddMinutes(9), RefusalKind.NoAnswer, "Nobody answered twice");

        Assert.Equal((VisitState.Confirmed, true), (escorted.State, escorted.EscortRequired));
        Assert.Equal((VisitState.Refused, RefusalKind.NoAnswer), (away.State, away.Refusal!.Kind));
        Assert.Equal("visit.turned-away", away.WhyNot(Nine.AddMinutes(10))!.Code);
    }

    [Theory]
    [InlineData(false, 10, 10, false)]
    [InlineData(false, 10, 11, true)]
    [InlineData(true, null, 1, true)]
    [InlineData(false, null, 50, false)]
    public void VIS04_Kinds_that_the_office_names_and_large_groups_need_an_approval(bool always, int? above, int persons, bool needs)
    {
        var settings = new VisitorSettings { Rules = { ["Guest"] = new VisitKindRule { NeedsApproval = always, ApprovalAbovePersons = above } } };

        Assert.Equal(needs, settings.RulesOf(VisitKind.Guest, persons).NeedsApproval);
    }

    [Fact]
    public void VIS04_Without_the_captains_approval_nobody_comes_in_and_with_it_the_gate_opens()
    {
        var visit = Asking(VisitState.NeedsApproval);

        Assert.Equal("visit.approval-missing", Refused(() => visit.Admit(Tomas, Nine, North, 1, null)));
        Assert.Equal("lifecycle.not-yours", Refused(() => visit.Approve(Tomas, Nine)));
        visit.Approve(Carla, Nine);
        visit.Admit(Tomas, Nine, North, 1, null);

        Assert.Equal(VisitState.CheckedIn, visit.State);
        Assert.Equal("visit.approval-denied", Asking(VisitState.Denied).WhyNot(Nine)!.Code);
        Assert.Equal("lifecycle.reason-missing", Refused(() => Asking(VisitState.NeedsApproval).Deny(Carla, Nine, " ")));
    }

    [Fact]
    public void VIS07_Who_stays_past_the_grace_is_noticed_and_the_gate_alarmed_as_often_as_the_settings_say()
    {
        var visit = new VisitPart();
        visit.Invite(Elena, Nine.AddDays(-1), Plan() with { Rules = VisitRules.Usual with { GraceMinutes = 30, RingEveryMinutes = 10, Rings = 2 } }, Pass);
        visit.Admit(Tomas, Nine, North, 1, null);

        Assert.Empty(visit.Tick(Ten.AddMinutes(30).AddTicks(-1)));
        Assert.Equal(["overstay", "ring"], visit.Tick(Ten.AddMinutes(30)).Select(step => step.Verb));
        Assert.True(visit.IsOnSite);
        Assert.Empty(visit.Tick(Ten.AddMinutes(39)));
        Assert.Equal(["ring"], visit.Tick(Ten.AddMinutes(40)).Select(step => step.Verb));
        Assert.Empty(visit.Tick(Ten.AddHours(9)));
        Assert.Null(visit.DueAtUtc);
    }

    [Fact]
    public void VIS07_Who_stays_longer_with_the_hosts_word_is_inside_again_and_is_noticed_again()
    {
        var visit = In(VisitState.Overstay);

        Assert.Equal("lifecycle.not-yours", Refused(() => visit.Extend(Stranger, Ten.AddDays(1))));
        visit.Extend(Elena, Ten.AddDays(1));

        Assert.Equal((VisitState.CheckedIn, Ten.AddDays(1).AddHours(1)), (visit.State, visit.Window.UntilUtc));
        Assert.Equal(visit.Window.UntilUtc, visit.DueAtUtc);
        visit.Tick(visit.Window.UntilUtc);
        Assert.Equal(VisitState.Overstay, visit.State);
        visit.Leave(Tomas, visit.Window.UntilUtc, North, BadgeReturn.Returned);
        Assert.Equal(VisitState.CheckedOut, visit.State);
    }

    [Fact]
    public void VIS11_Who_is_turned_away_stays_outside_and_the_reason_is_kept_until_the_visitor_is_forgotten()
    {
        var visit = Invited();

        Assert.Equal("lifecycle.reason-missing", Refused(() => visit.TurnAway(Tomas, Nine, RefusalKind.Solicitor, null)));
        visit.TurnAway(Tomas, Nine, RefusalKind.Solicitor, "Sells brooms");
        Assert.Equal("visit.turned-away", visit.WhyNot(Nine)!.Code);
        visit.Forget();

        Assert.Equal((RefusalKind.Solicitor, null), (visit.Refusal!.Kind, visit.Refusal.Why));
        Assert.Equal("", VisitIndexProvider.Row("v", visit).NameKey);
    }

    [Fact]
    public void VIS10_A_stop_keeps_the_visitor_out_until_a_reason_is_given_why_it_is_somebody_else_and_a_hint_does_not()
    {
        var (stopped, hinted) = (Invited(), Invited());
        stopped.Look([new WatchHit("entry", WatchLevel.Stop, WatchMatch.Name, WatchKind.CourtOrder)]);
        hinted.Look([new WatchHit("entry", WatchLevel.Hint, WatchMatch.Plate, WatchKind.Other)]);

        Assert.Equal("visit.on-watch-list", Refused(() => stopped.Admit(Tomas, Nine, North, 1, null)));
        Assert.Equal("lifecycle.reason-missing", Refused(() => stopped.Clear(Carla, Nine, "entry", "")));
        stopped.Clear(Carla, Nine, "entry", "Another date of birth");
        stopped.Admit(Tomas, Nine, North, 1, null);
        hinted.Admit(Tomas, Nine, North, 1, null);

        Assert.True(stopped.IsOnSite && hinted.IsOnSite);
        Assert.Equal("visit.ask-the-office", Refused(() => new VisitPart().Invite(Elena, Nine, Plan() with { Hits = stopped.Hits }, Pass)));
    }
}
