using PropertySuite.Core;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

/// <summary>VIS-15: those who come to the office, from the appointment until they are seen off.</summary>
public sealed class OfficeVisitTests
{
    // The whole table by hand; all of it is the desk's.
    private static readonly HashSet<(OfficeState, string)> Allowed =
    [
        (OfficeState.Appointed, "receive"), (OfficeState.Appointed, "cancel-office"), (OfficeState.Arrived, "call"), (OfficeState.Arrived, "farewell"),
        (OfficeState.Called, "bring"), (OfficeState.Called, "wait"), (OfficeState.Called, "decline"), (OfficeState.Waiting, "bring"), (OfficeState.Waiting, "decline"),
        (OfficeState.Waiting, "farewell"), (OfficeState.NotAvailable, "call"), (OfficeState.NotAvailable, "farewell"), (OfficeState.Escorted, "meet"), (OfficeState.Met, "farewell"),
    ];

    [Fact]
    public void VIS15_Each_step_is_open_to_the_desk_from_its_states_and_to_nobody_else()
    {
        foreach (var state in Enum.GetValues<OfficeState>())
        {
            foreach (var verb in OfficeLifecycle.Table.Transitions.Where(row => row.From is not null).Select(row => row.Verb).DistinctBy(verb => verb.Id))
            {
                foreach (var (name, actor) in new[] { ("desk", Lucia), ("guard", Tomas), ("host", Elena), ("clock", Actor.Clock), ("nobody", Nobody) })
                {
                    var visit = new OfficeVisitPart { State = state };
                    var taken = true;
                    try
                    {
                        visit.Take(verb, actor, Nine, "Meeting room 2");
                    }
                    catch (RefusedException)
                    {
                        taken = false;
                    }

                    Assert.True(taken == (name == "desk" && Allowed.Contains((state, verb.Id))), $"{name} · {verb.Id} · {state}");
                }
            }
        }
    }

    [Fact]
    public void VIS15_Who_waits_is_looked_after_every_ten_minutes_served_and_brought()
    {
        var visit = Here();
        visit.Take(OfficeVerbs.Call, Lucia, Nine);

        Assert.Equal("office.room-missing", Refused(() => visit.Take(OfficeVerbs.Wait, Lucia, Nine)));
        visit.Take(OfficeVerbs.Wait, Lucia, Nine, "Meeting room 2");
        Assert.Equal(Nine.AddMinutes(10), visit.DueAtUtc);
        visit.Note(OfficeVerbs.Serve, Lucia, Nine.AddMinutes(4));
        Assert.Equal((true, Nine.AddMinutes(14)), (visit.IsServed, visit.DueAtUtc));
        visit.Take(OfficeVerbs.Bring, Lucia, Nine.AddMinutes(12));
        visit.Take(OfficeVerbs.Meet, Lucia, Nine.AddMinutes(13));
        visit.Take(OfficeVerbs.Farewell, Lucia, Nine.AddMinutes(50));
        visit.Note(OfficeVerbs.Tidy, Lucia, Nine.AddMinutes(55));

        Assert.Equal((OfficeState.Left, null, true, Nine.AddMinutes(50)), (visit.State, visit.DueAtUtc, visit.IsTidied, visit.LeftAtUtc));
    }

    [Fact]
    public void VIS15_When_the_employee_cannot_come_something_is_offered_and_another_one_may_be_called()
    {
        var visit = Here();
        visit.Take(OfficeVerbs.Call, Lucia, Nine);

        Assert.Equal("lifecycle.reason-missing", Refused(() => visit.Take(OfficeVerbs.Decline, Lucia, Nine)));
        visit.Take(OfficeVerbs.Decline, Lucia, Nine, "Ana Ruiz instead");
        visit.Take(OfficeVerbs.Call, Lucia, Nine, "Ana Ruiz");

        Assert.Equal(("Ana Ruiz instead", "Ana Ruiz"), (visit.Offered, visit.Plan.Employee));
    }

    [Fact]
    public void VIS15_An_appointment_has_a_time_to_come_and_every_visitor_a_name_and_somebody_to_see()
    {
        var plan = new OfficePlan("Nuria Salcedo", null, "Marta Gil", null, null, 1);

        Assert.Equal("office.time-missing", Refused(() => new OfficeVisitPart().Begin(Lucia, Nine, plan, isHere: false)));
        Assert.Equal("visit.window-over", Refused(() => new OfficeVisitPart().Begin(Lucia, Nine, plan with { AppointmentUtc = Nine.AddMinutes(-1) }, isHere: false)));
        Assert.Equal("office.employee-missing", Refused(() => new OfficeVisitPart().Begin(Lucia, Nine, plan with { Employee = " " }, isHere: true)));
        Assert.Equal("visit.name-missing", Refused(() => new OfficeVisitPart().Begin(Lucia, Nine, plan with { Name = "" }, isHere: true)));
        Assert.Equal("lifecycle.not-yours", Refused(() => new OfficeVisitPart().Begin(Tomas, Nine, plan, isHere: true)));
    }

    private static OfficeVisitPart Here()
    {
        var visit = new OfficeVisitPart();
        visit.Begin(Lucia, Nine, new OfficePlan("Nuria Salcedo", "Salcedo SL", "Marta Gil", "Contract", Nine, 2), isHere: true);
        return visit;
    }
}
