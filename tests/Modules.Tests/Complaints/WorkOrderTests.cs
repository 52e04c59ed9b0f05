using PropertySuite.Complaints;
using PropertySuite.Core;
using static Modules.Tests.Complaints.ComplaintWorld;

namespace Modules.Tests.Complaints;

/// <summary>WO-05 to WO-19: a work order from the office to the signature.</summary>
public sealed class WorkOrderTests
{
    [Fact]
    public void WO05_An_order_is_taken_on_begun_done_and_signed_on_the_page()
    {
        var order = TakenOn();
        order.Take(WorkOrderVerbs.Begin, Marcos, Nine.AddHours(1), null, Office);
        Assert.Equal("work-order.minutes-missing", Refused(() => order.Finish(Marcos, Nine.AddHours(2), new WorkReport("Sealed", 0, null))));
        order.Finish(Marcos, Nine.AddHours(2), new WorkReport("Sealed", 45, "silicone"));
        order.Sign(Elena, Nine.AddHours(3), "Elena", SignedBy.Page);

        Assert.Equal((WorkOrderState.Signed, SignedBy.Page, true), (order.State, order.Signature!.How, order.Due!.WasMet));
        Assert.Null(order.Queued);
    }

    [Fact]
    public void WO09_Waiting_for_parts_stops_its_clock()
    {
        var order = TakenOn();
        var due = order.Due!.DueUtc;
        order.Take(WorkOrderVerbs.Begin, Marcos, Nine.AddHours(1), null, Office);
        Assert.Equal("lifecycle.reason-missing", Refused(() => order.Take(WorkOrderVerbs.Pause, Marcos, Nine.AddHours(1), null, Office)));
        order.Take(WorkOrderVerbs.Pause, Marcos, Nine.AddHours(1), "parts", Office);
        Assert.Null(order.Queued!.DueAtUtc);
        order.Take(WorkOrderVerbs.GoOn, Marcos, Nine.AddDays(1).AddHours(1), null, Office);

        Assert.Equal(due.AddDays(1), order.Due!.DueUtc);
    }

    [Fact]
    public void WO19_Who_does_not_accept_the_work_gets_it_done_again()
    {
        var order = Done();
        order.Take(WorkOrderVerbs.Refuse, Elena, Nine.AddHours(3), "It drips", Office);

        Assert.Equal((WorkOrderState.InProgress, null, true), (order.State, order.Report, order.Due!.IsRunning));
    }

    [Fact]
    public void WO05_A_slip_is_signed_by_name_and_a_supervisor_needs_a_reason()
    {
        Assert.Equal("work-order.name-missing", Refused(() => Done().Sign(Hugo, Nine.AddHours(3), " ", SignedBy.Slip)));
        Assert.Equal("lifecycle.reason-missing", Refused(() => Done().Sign(Beatriz, Nine.AddHours(3), "Beatriz", SignedBy.Supervisor)));
        var order = Done();
        order.Sign(Hugo, Nine.AddHours(3), "Elena Vidal", SignedBy.Slip);
        Assert.Equal(("Elena Vidal", SignedBy.Slip), (order.Signature!.Name, order.Signature.How));
    }

    [Fact]
    public void WO10_Given_back_it_is_free_again()
    {
        var order = TakenOn();
        order.Take(WorkOrderVerbs.GiveBack, Marcos, Nine.AddHours(1), "ill", Office);
        Assert.Equal((WorkOrderState.Sent, null), (order.State, order.AssigneeId));
    }

    internal static WorkOrderPart TakenOn()
    {
        var order = new WorkOrderPart();
        var complaint = InProgress();
        complaint.ContentItem = new() { ContentItemId = "complaint" };
        order.Send(Hugo, Nine, "JDA-WO-2026-00001", complaint, new WorkPlan("Plumbing", "Seal the drain", null, true, true), Countdown.Start(Target.Hours(8), Nine, Office));
        order.Take(WorkOrderVerbs.Accept, Marcos, Nine, null, Office);
        return order;
    }

    private static WorkOrderPart Done()
    {
        var order = TakenOn();
        order.Take(WorkOrderVerbs.Begin, Marcos, Nine.AddHours(1), null, Office);
        order.Finish(Marcos, Nine.AddHours(2), new WorkReport("Sealed", 45, null));
        return order;
    }
}
