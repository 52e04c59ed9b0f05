using PropertySuite.Core;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

public sealed class VisitLifecycleTests
{
    private static readonly (string Name, Actor Actor)[] Actors =
        [("host", Elena), ("another host", Stranger), ("desk", Lucia), ("guard", Tomas), ("device", Device), ("captain", Carla), ("policy", Actor.Policy), ("clock", Actor.Clock), ("nobody", Nobody)];

    private static readonly string[] Gate = ["desk", "guard", "device"];

    // The whole table by hand: what each state lets whom do. Everything that is not here must be refused.
    private static readonly Dictionary<(VisitState From, string Verb), string[]> Allowed = new()
    {
        [(VisitState.Invited, "admit")] = ["guard", "device"],
        [(VisitState.Confirmed, "admit")] = ["guard", "device"],
        [(VisitState.Approved, "admit")] = ["guard", "device"],
        [(VisitState.Invited, "admit-offline")] = ["device"],
        [(VisitState.Confirmed, "admit-offline")] = ["device"],
        [(VisitState.Approved, "admit-offline")] = ["device"],
        [(VisitState.Expired, "admit-offline")] = ["device"],
        [(VisitState.WalkIn, "confirm")] = ["host", .. Gate],
        [(VisitState.WalkIn, "refuse")] = ["host", .. Gate],
        [(VisitState.WalkIn, "give-up")] = ["clock", .. Gate],
        [(VisitState.NoAnswer, "ask-again")] = ["policy", .. Gate],
        [(VisitState.NoAnswer, "escort")] = ["captain", "policy"],
        [(VisitState.Invited, "ask-approval")] = [],
        [(VisitState.Confirmed, "ask-approval")] = [],
        [(VisitState.NeedsApproval, "approve")] = ["captain"],
        [(VisitState.NeedsApproval, "deny")] = ["captain"],
        [(VisitState.CheckedIn, "leave")] = Gate,
        [(VisitState.Overstay, "leave")] = Gate,
        [(VisitState.CheckedIn, "overstay")] = ["clock"],
        [(VisitState.Overstay, "extend")] = ["host", .. Gate],
        [(VisitState.Escalated, "leave")] = [],
        [(VisitState.Invited, "cancel")] = ["host", "desk"],
        [(VisitState.NeedsApproval, "cancel")] = ["host", "desk"],
        [(VisitState.Approved, "cancel")] = ["host", "desk"],
        [(VisitState.WalkIn, "cancel")] = Gate,
        [(VisitState.NoAnswer, "cancel")] = Gate,
        [(VisitState.Confirmed, "cancel")] = Gate,
        [(VisitState.CheckedIn, "escalate")] = Gate,
        [(VisitState.Overstay, "escalate")] = Gate,
    };

    static VisitLifecycleTests()
    {
        foreach (var state in VisitStates.Open)
        {
            Allowed[(state, "turn-away")] = ["policy", .. Gate];
            Allowed[(state, "escalate")] = Gate;
            Allowed[(state, "expire")] = ["clock"];
        }
    }

    // Rows that are there and closed by a condition in these visits: no approval is asked for, nobody is inside.
    private static readonly HashSet<(VisitState, string)> Closed = [(VisitState.Invited, "ask-approval"), (VisitState.Confirmed, "ask-approval"), (VisitState.Escalated, "leave")];

    public static TheoryData<VisitState, string> StatesAndVerbs()
    {
        var data = new TheoryData<VisitState, string>();
        foreach (var state in Enum.GetValues<VisitState>())
        {
            foreach (var verb in VisitLifecycle.Table.Transitions.Where(row => row.From is not null).Select(row => row.Verb.Id).Distinct())
            {
                data.Add(state, verb);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(StatesAndVerbs))]
    public void Each_verb_from_each_state_is_open_to_those_of_the_table_and_to_nobody_else(VisitState state, string verbId)
    {
        var verb = VisitLifecycle.Table.Transitions.First(row => row.Verb.Id == verbId).Verb;
        var allowed = Allowed.GetValueOrDefault((state, verbId), []);

        foreach (var (name, actor) in Actors)
        {
            var visit = In(state);
            var at = verbId is "expire" or "overstay" ? Ten.AddDays(2) : verbId == "give-up" && name == "clock" ? Nine.AddMinutes(4) : Nine.AddMinutes(3);
            var taken = true;
            try
            {
                VisitLifecycle.Table.Take(visit, verb, actor, at, "why");
            }
            catch (RefusedException refused)
            {
                taken = false;
                Assert.Equal(state, visit.State);
                if (!Closed.Contains((state, verbId)))
                {
                    Assert.Contains(refused.Code, new[] { "lifecycle.not-from-here", "lifecycle.not-yours" });
                }
            }

            Assert.True(taken == allowed.Contains(name), $"{name} · {verbId} · {state}: {(taken ? "was let" : "was refused")}");
        }
    }

    [Fact]
    public void A_host_announces_visits_for_the_units_held_today_and_for_no_other()
    {
        var visit = new VisitPart();

        Assert.Equal("visit.unit-not-yours", Refused(() => visit.Invite(Stranger, Nine, Plan(), Pass)));
        Assert.Equal("lifecycle.not-yours", Refused(() => visit.Invite(new Actor("x", "x", [], [UnitB07C]), Nine, Plan(), Pass)));
        Assert.Equal("invite", visit.Invite(Elena, Nine.AddHours(-1), Plan(), Pass).Verb);
    }

    [Fact]
    public void The_desk_registers_a_walk_in_only_after_looking_at_an_identity_document()
    {
        Assert.Equal("visit.identity-not-seen", Refused(() => new VisitPart().Register(Lucia, Nine, Plan(), identitySeen: false)));
        Assert.Equal("lifecycle.not-yours", Refused(() => new VisitPart().Register(Elena, Nine, Plan(), identitySeen: true)));
        Assert.Equal(VisitState.WalkIn, AtTheDesk().State);
    }

    [Fact]
    public void A_refused_step_leaves_the_visit_as_it_was()
    {
        var visit = Invited();

        Assert.Throws<RefusedException>(() => visit.Admit(Elena, Nine, North, 2, Badge27));

        Assert.Equal(VisitState.Invited, visit.State);
        Assert.Null(visit.Admission);
        Assert.Null(visit.Badge);
    }

    [Fact]
    public void A_step_says_who_when_where_and_from_which_state_to_which()
    {
        var step = Invited().Admit(Tomas.At("North gate", "phone"), Nine, North, 1, null);

        Assert.Equal(("admit", "Invited", "CheckedIn", Nine), (step.Verb, step.From, step.To, step.AtUtc));
        Assert.Equal(("tomas", "North gate", "phone"), (step.By.Id, step.By.Place, step.By.Device));
    }

    [Fact]
    public void The_usual_path_leads_from_the_invitation_through_the_gate_and_out_again()
    {
        Assert.Equal([VisitState.Invited, VisitState.CheckedIn, VisitState.CheckedOut], VisitLifecycle.Table.UsualPath(VisitState.Invited));
        Assert.Equal([VisitState.WalkIn, VisitState.Confirmed, VisitState.CheckedIn, VisitState.CheckedOut], VisitLifecycle.Table.UsualPath(VisitState.WalkIn));
        Assert.Equal([VisitState.Refused], VisitLifecycle.Table.UsualPath(VisitState.Refused));
    }

    [Fact]
    public void A_closed_step_is_offered_with_its_reason_and_a_step_of_others_is_not_offered_at_all()
    {
        var offers = VisitLifecycle.Table.Offers(Invited(), Tomas, Nine.AddHours(-2));

        var admit = Assert.Single(offers, offer => offer.Verb.Id == "admit");
        Assert.False(admit.IsOpen);
        Assert.Equal(["admit", "turn-away", "escalate"], offers.Select(offer => offer.Verb.Id));
        Assert.Equal("visit.too-early", admit.Closed!.Code);
    }

    [Fact]
    public void The_diagram_shows_every_row_of_the_table()
    {
        var diagram = VisitLifecycle.Table.ToMermaid();

        Assert.StartsWith("stateDiagram-v2", diagram, StringComparison.Ordinal);
        Assert.Equal(VisitLifecycle.Table.Transitions.Count, diagram.Split('\n').Count(line => line.Contains(" : ", StringComparison.Ordinal)));
        Assert.Contains("[*] --> Invited : Announce a visit (Host)", diagram, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_state_has_a_name_and_a_shape_and_every_kind_a_name_and_a_stay()
    {
        Assert.All(Enum.GetValues<VisitState>(), state => Assert.NotEmpty(VisitLifecycle.Name(state) + VisitLifecycle.Dot(state)));
        Assert.All(Enum.GetValues<VisitKind>(), kind => Assert.NotEmpty(VisitKinds.Name(kind)));
        Assert.All(Enum.GetValues<VisitKind>(), kind => Assert.True(VisitKinds.UsualStay(kind) > TimeSpan.Zero));
    }
}
