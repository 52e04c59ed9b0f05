using PropertySuite.Complaints;
using PropertySuite.Core;
using static Modules.Tests.Complaints.ComplaintWorld;
using State = PropertySuite.Complaints.ComplaintState;

namespace Modules.Tests.Complaints;

/// <summary>CMP: the table of a case, every state with every verb and everybody.</summary>
public sealed class ComplaintLifecycleTests
{
    // The whole table by hand: verb, states it leaves, who may of a case of Elena that Marcos, the engineer, handles.
    private static readonly (string Verb, ComplaintState[] From, string Who)[] Allowed =
    [
        ("accept", [State.Received], "desk other supervisor manager"),
        ("answer", [State.Received], "desk other supervisor manager"),
        ("assign", [State.Accepted, State.Reopened, State.Assigned, State.InProgress], "supervisor manager policy"),
        ("take", [State.Accepted, State.Reopened], "desk engineer other supervisor manager"),
        ("contact", [State.Assigned], "engineer"),
        ("wait-owner", [State.InProgress], "engineer"),
        ("wait-third", [State.InProgress], "engineer"),
        ("defer", [State.InProgress], "engineer"),
        ("propose", [State.InProgress], "engineer supervisor manager"),
        ("resume", [State.WaitingOwner], "resident engineer supervisor manager"),
        ("resume", [State.WaitingThird, State.Deferred], "engineer supervisor manager clock"),
        ("agree", [State.Proposed], "resident desk other supervisor manager clock"),
        ("disagree", [State.Proposed], "resident desk other supervisor manager"),
        ("visited-well", [State.Resolved], "other supervisor manager"),
        ("visited-badly", [State.Resolved], "other supervisor manager"),
        ("close", [State.Resolved], "desk other supervisor manager clock"),
        ("reopen", [State.Closed, State.Answered], "resident desk other supervisor manager"),
        ("withdraw", [State.Received, State.Accepted, State.Assigned, State.InProgress, State.WaitingOwner, State.WaitingThird, State.Deferred, State.Reopened], "resident supervisor manager"),
        ("merge", [State.Received, State.Accepted, State.Assigned, State.InProgress, State.WaitingOwner, State.WaitingThird, State.Deferred, State.Reopened], "supervisor manager"),
        ("unfounded", [State.Received, State.Accepted, State.Assigned, State.InProgress, State.WaitingOwner, State.WaitingThird, State.Deferred, State.Reopened], "supervisor manager"),
    ];

    private static readonly (string Name, Actor Actor)[] People =
    [
        ("resident", Elena), ("desk", Hugo), ("engineer", Marcos), ("other", Ines), ("supervisor", Beatriz), ("manager", Laura), ("clock", Actor.Clock), ("policy", Actor.Policy),
        ("ex-owner", ExOwner), ("neighbour", Neighbour), ("nobody", Nobody),
    ];

    [Fact]
    public void CMP_Each_step_is_open_from_its_states_to_its_people_and_to_nobody_else()
    {
        var verbs = ComplaintLifecycle.Table.Transitions.Where(row => row.From is not null).Select(row => row.Verb).DistinctBy(verb => verb.Id).ToList();
        Assert.Equal(Allowed.Select(row => row.Verb).Distinct().Order(), verbs.Select(verb => verb.Id).Order());
        foreach (var state in Enum.GetValues<ComplaintState>())
        {
            foreach (var verb in verbs)
            {
                foreach (var (name, actor) in People)
                {
                    var complaint = Handled();
                    complaint.State = state;
                    var expected = Allowed.Any(row => row.Verb == verb.Id && row.From.Contains(state) && row.Who.Split(' ').Contains(name));

                    Assert.True(Takes(complaint, verb, actor) == expected, $"{name} · {verb.Id} · {state}");
                }
            }
        }
    }

    [Fact]
    public void CMP_A_case_begins_with_a_resident_or_the_desk()
    {
        foreach (var (name, actor) in People)
        {
            var taken = true;
            try
            {
                new ComplaintPart().Register(actor, Nine, Leak(), Rules);
            }
            catch (RefusedException)
            {
                taken = false;
            }

            Assert.True(taken == name is "resident" or "desk" or "other" or "supervisor" or "manager" or "ex-owner" or "neighbour", name);
        }
    }

    [Fact]
    public void CMP_The_usual_way_leads_from_the_first_word_to_the_return_visit() =>
        Assert.Equal([State.Received, State.Accepted, State.Assigned, State.InProgress, State.Proposed, State.Resolved, State.Closed], ComplaintLifecycle.Table.UsualPath(State.Received).Take(7));

    [Fact]
    public void WO_Each_step_of_an_order_is_open_to_its_people_and_to_nobody_else()
    {
        (string Verb, WorkOrderState[] From, string Who)[] allowed =
        [
            ("accept", [WorkOrderState.Sent], "engineer"),
            ("begin", [WorkOrderState.Accepted], "engineer"),
            ("finish", [WorkOrderState.InProgress], "engineer"),
            ("pause", [WorkOrderState.InProgress], "engineer"),
            ("go-on", [WorkOrderState.Paused], "engineer"),
            ("give-back", [WorkOrderState.Accepted, WorkOrderState.InProgress, WorkOrderState.Paused], "engineer supervisor manager"),
            ("sign", [WorkOrderState.Done], "resident"),
            ("sign-slip", [WorkOrderState.Done], "desk engineer other supervisor manager"),
            ("inspect", [WorkOrderState.Done], "supervisor manager"),
            ("refuse", [WorkOrderState.Done], "resident supervisor manager"),
            ("cancel", [WorkOrderState.Sent, WorkOrderState.Accepted, WorkOrderState.InProgress, WorkOrderState.Paused], "supervisor manager"),
        ];
        var verbs = WorkOrderLifecycle.Table.Transitions.Where(row => row.From is not null).Select(row => row.Verb).DistinctBy(verb => verb.Id).ToList();
        Assert.Equal(allowed.Select(row => row.Verb).Order(), verbs.Select(verb => verb.Id).Order());
        foreach (var state in Enum.GetValues<WorkOrderState>())
        {
            foreach (var verb in verbs)
            {
                foreach (var (name, actor) in People)
                {
                    var order = WorkOrderTests.TakenOn();
                    order.State = state;
                    var expected = allowed.Any(row => row.Verb == verb.Id && row.From.Contains(state) && row.Who.Split(' ').Contains(name));
                    var open = WorkOrderLifecycle.Table.Offers(order, actor, Nine).Any(offer => offer.Verb.Id == verb.Id && offer.IsOpen);

                    Assert.True(open == expected, $"{name} · {verb.Id} · {state}");
                }
            }
        }
    }

    // Praise, so that it may be answered as well; handled by Marcos, visited or not asked for.
    private static ComplaintPart Handled()
    {
        var complaint = Received(ComplaintKind.Praise);
        complaint.Accept(Laura, Nine, 2, "water", "Engineer", Rules);
        complaint.Grab(Marcos, Nine, Rules);
        complaint.Assign(Beatriz, Nine, "Engineer", (Hugo.Id, Hugo.Name), Rules);
        complaint.Assign(Beatriz, Nine, "Engineer", (Marcos.Id, Marcos.Name), Rules);
        return complaint;
    }

    private static bool Takes(ComplaintPart complaint, Verb verb, Actor actor) =>
        ComplaintLifecycle.Table.Offers(complaint, actor, Nine).Any(offer => offer.Verb.Id == verb.Id && offer.IsOpen);
}
