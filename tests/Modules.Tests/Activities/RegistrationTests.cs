using PropertySuite.Activities;
using PropertySuite.Core;
using static Modules.Tests.Activities.ActivityWorld;

namespace Modules.Tests.Activities;

/// <summary>Registrations and volunteers' turns (ACT-07, ACT-08, ACT-10, ACT-11, ACT-12, VOL-03, VOL-04).</summary>
public sealed class RegistrationTests
{
    private static readonly (string Name, Actor Actor)[] Actors =
        [("own", Elena), ("neighbour", Rafael), ("office", new Actor("irene", "Irene", [ActivityPermissions.Edit])), ("door", Door), ("clock", Actor.Clock), ("nobody", Nobody)];

    private static readonly Dictionary<(RegistrationState From, string Verb), string[]> Allowed = new()
    {
        [(RegistrationState.Waiting, "offer")] = ["clock"],
        [(RegistrationState.Offered, "accept")] = ["own", "office"],
        [(RegistrationState.Offered, "lapse")] = ["clock"],
        [(RegistrationState.Confirmed, "attend")] = ["door"],
        [(RegistrationState.Attended, "undo-attend")] = ["door"],
        [(RegistrationState.Confirmed, "miss")] = ["clock"],
        [(RegistrationState.Confirmed, "cancel")] = ["own", "office"],
        [(RegistrationState.Waiting, "cancel")] = ["own", "office"],
        [(RegistrationState.Offered, "cancel")] = ["own", "office"],
    };

    public static TheoryData<RegistrationState, string> StatesAndVerbs()
    {
        var data = new TheoryData<RegistrationState, string>();
        foreach (var state in Enum.GetValues<RegistrationState>())
        {
            foreach (var verb in RegistrationLifecycle.Table.Transitions.Where(row => row.From is not null).Select(row => row.Verb.Id).Distinct())
            {
                data.Add(state, verb);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(StatesAndVerbs))]
    public void Each_verb_from_each_state_is_open_to_those_of_the_table_and_to_nobody_else(RegistrationState state, string verbId)
    {
        var verb = RegistrationLifecycle.Table.Transitions.First(row => row.Verb.Id == verbId).Verb;
        foreach (var (name, actor) in Actors)
        {
            var registration = Registered(In(ActivityState.Open), waits: true);
            registration.Offer(Now, [1, 2], Now.AddHours(24));
            registration.State = state;
            var taken = true;
            try
            {
                RegistrationLifecycle.Table.Take(registration, verb, actor, verbId == "lapse" ? Now.AddHours(24) : Now.AddHours(23));
            }
            catch (RefusedException refused)
            {
                taken = false;
                Assert.Contains(refused.Code, new[] { "lifecycle.not-from-here", "lifecycle.not-yours" });
            }

            Assert.True(taken == Allowed.GetValueOrDefault((state, verbId), []).Contains(name), $"{name} · {verbId} · {state}: {(taken ? "was let" : "was refused")}");
        }
    }

    [Theory]
    [InlineData(0, "registration.persons-out-of-range")]
    [InlineData(7, "registration.persons-out-of-range")]
    public void A_family_is_as_large_as_the_activity_allows(int persons, string code)
    {
        Assert.Equal(code, Refused(() => Registered(In(ActivityState.Open), persons)));
    }

    [Fact]
    public void A_family_larger_than_all_places_does_not_wait_for_ever()
    {
        Assert.Equal("registration.more-than-places", Refused(() => Registered(In(ActivityState.Full, Plan(capacity: 2)), 3, waits: true)));
    }

    [Theory]
    [InlineData(ActivityState.Draft)]
    [InlineData(ActivityState.Published)]
    [InlineData(ActivityState.Closed)]
    [InlineData(ActivityState.Held)]
    [InlineData(ActivityState.Postponed)]
    [InlineData(ActivityState.Cancelled)]
    public void Nobody_registers_while_registration_is_not_open(ActivityState state)
    {
        Assert.Contains(Refused(() => Registered(In(state))), new[] { "registration.not-open", "activity.deadline-passed" });
    }

    [Fact]
    public void Only_ones_own_unit_registers_and_owners_alone_where_it_is_for_owners()
    {
        var plan = new RegistrationPlan(ElenasHousehold, 1);
        Assert.Equal("registration.unit-not-yours", Refused(() => new RegistrationPart().Register(Rafael, Now, In(ActivityState.Open), plan, [1], 1, "K7QM2XWA")));

        var forOwners = Plan() with { Registration = new RegistrationRules { Needed = true, Audience = Audience.Holders } };
        var tenant = plan with { Who = ElenasHousehold with { IsHolder = false } };
        Assert.Equal("registration.not-for-you", Refused(() => new RegistrationPart().Register(Elena, Now, In(ActivityState.Open, forOwners), tenant, [], 1, "K7QM2XWA")));
    }

    [Fact]
    public void An_offer_is_taken_before_its_end_and_lost_from_then_on()
    {
        var registration = Registered(In(ActivityState.Full), waits: true);
        registration.Offer(Now, [3, 4], Now.AddHours(24));

        Assert.Equal("registration.offer-over", Refused(() => registration.Accept(Elena, Now.AddHours(24))));
        Assert.Equal("registration.offer-runs", Refused(() => registration.Lapse(Now.AddHours(23))));
        registration.Lapse(Now.AddHours(24));

        Assert.Empty(registration.Places);
        Assert.Equal(RegistrationState.Lapsed, registration.State);
    }

    [Fact]
    public void Who_gives_up_gives_the_places_back_and_nobody_gives_up_after_the_beginning()
    {
        var late = Registered(In(ActivityState.Open));
        Assert.Equal("registration.begun", Refused(() => late.Cancel(Elena, Start)));

        late.Cancel(Elena, Start.AddSeconds(-1));
        Assert.Empty(late.Places);
    }

    [Fact]
    public void The_door_opens_two_hours_before_the_beginning()
    {
        var activity = In(ActivityState.Closed);
        var registration = Registered(In(ActivityState.Open));

        Assert.Equal("registration.door-closed", Refused(() => registration.Attend(Door, Start.AddHours(-2).AddSeconds(-1), activity)));
        registration.Attend(Door, Start.AddHours(-2), activity, persons: 1);
        Assert.Equal(1, registration.Came);
        registration.UndoAttend(Door, Start);
        Assert.Null(registration.Came);
    }

    [Fact]
    public void A_shift_takes_as_many_as_it_needs_and_its_hours_are_confirmed_when_it_is_over()
    {
        var activity = In(ActivityState.Open);
        var turn = new TurnPart();
        Assert.Equal("shift.full", Refused(() => new TurnPart().SignUp(Elena, Now, activity, "chairs", "person-elena", "Elena", 3)));
        Assert.Equal("shift.unknown", Refused(() => new TurnPart().SignUp(Elena, Now, activity, "cakes", "person-elena", "Elena", 1)));
        Assert.Equal("lifecycle.not-yours", Refused(() => new TurnPart().SignUp(Rafael, Now, activity, "chairs", "person-elena", "Elena", 1)));

        turn.SignUp(Elena, Now, activity, "chairs", "person-elena", "Elena", 2);
        Assert.Equal("shift.not-over", Refused(() => turn.Confirm(Editor, Start.AddMinutes(-1), 1)));
        Assert.Equal("lifecycle.not-yours", Refused(() => turn.Confirm(Elena, Start, 1)));
        Assert.Equal("shift.hours-out-of-range", Refused(() => turn.Confirm(Editor, Start, 25)));
        turn.Confirm(Editor, Start, 1.5m);

        Assert.Equal((TurnState.Confirmed, 1.5m), (turn.State, turn.Hours));
    }
}
