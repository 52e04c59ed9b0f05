using PropertySuite.Core;
using static PropertySuite.Complaints.WorkOrderState;

namespace PropertySuite.Complaints;

/// <summary>What can be done with a work order.</summary>
public static class WorkOrderVerbs
{
    public static readonly Verb Send = new("send", "Send a work order");
    public static readonly Verb Accept = new("accept", "Take it on");
    public static readonly Verb GiveBack = new("give-back", "Give it back to the queue");
    public static readonly Verb Begin = new("begin", "Begin the work");
    public static readonly Verb Pause = new("pause", "Pause the work");
    public static readonly Verb GoOn = new("go-on", "Go on with the work");
    public static readonly Verb Finish = new("finish", "The work is done");
    public static readonly Verb SignOnPage = new("sign", "Sign");
    public static readonly Verb SignOnSlip = new("sign-slip", "Log the signature of the slip");
    public static readonly Verb Inspect = new("inspect", "Approve without a signature");
    public static readonly Verb Refuse = new("refuse", "Not accepted as done");
    public static readonly Verb Cancel = new("cancel", "Give the order up");
}

/// <summary>How a work order lives (WO).</summary>
public static class WorkOrderLifecycle
{
    private static readonly Role<WorkOrderPart> Office = Roles.With<WorkOrderPart>("Office", ComplaintPermissions.Handle);
    private static readonly Role<WorkOrderPart> Engineer = Roles.With<WorkOrderPart>("Engineer", ComplaintPermissions.Work);
    private static readonly Role<WorkOrderPart> Worker = Roles.With<WorkOrderPart>("Who took it on", ComplaintPermissions.Work, (order, actor) => order.AssigneeId == actor.Id);
    private static readonly Role<WorkOrderPart> Resident = Roles.With<WorkOrderPart>("Resident", ComplaintPermissions.Raise, (order, actor) => order.IsOf(actor));
    private static readonly Role<WorkOrderPart> Supervisor = Roles.With<WorkOrderPart>("Supervisor", ComplaintPermissions.Lead);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<WorkOrderPart, WorkOrderState> Table = Lifecycle
        .Of<WorkOrderPart, WorkOrderState>(typeof(WorkOrderLifecycle), order => order.State, (order, state) => order.State = state)
        .Start(Sent, WorkOrderVerbs.Send).By(Office).Due("Done", order => order.Due?.OpenDueUtc)
        .From(Sent).To(Accepted, WorkOrderVerbs.Accept).By(Engineer).Due("Done", order => order.Due?.OpenDueUtc)
        .From(Accepted).To(InProgress, WorkOrderVerbs.Begin).By(Worker).Due("Done", order => order.Due?.OpenDueUtc)
        .From(InProgress).To(Done, WorkOrderVerbs.Finish).By(Worker)
        .From(InProgress).To(Paused, WorkOrderVerbs.Pause).By(Worker).AskingReason()
        .From(Paused).To(InProgress, WorkOrderVerbs.GoOn).By(Worker)
        .From(Accepted, InProgress, Paused).To(Sent, WorkOrderVerbs.GiveBack).By(Worker, Supervisor).AskingReason()
        .From(Done).To(Signed, WorkOrderVerbs.SignOnPage).By(Resident)
        .From(Done).To(Signed, WorkOrderVerbs.SignOnSlip).By(Office)
        .From(Done).To(Signed, WorkOrderVerbs.Inspect).By(Supervisor).AskingReason()
        .From(Done).To(InProgress, WorkOrderVerbs.Refuse).By(Resident, Supervisor).AskingReason()
        .From(Sent, Accepted, InProgress, Paused).To(Cancelled, WorkOrderVerbs.Cancel).By(Supervisor).AskingReason();

    /// <summary>English name of a state, translated in the context of this class.</summary>
    public static string Name(WorkOrderState state) => state switch
    {
        Sent => "Sent",
        Accepted => "Taken on",
        InProgress => "At work",
        Paused => "Work paused",
        Done => "Done, to be signed",
        Signed => "Signed",
        Cancelled => "Given up",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(WorkOrderState state) => state switch
    {
        Sent => "new",
        Accepted or InProgress => "run",
        Paused => "wait",
        Done => "offer",
        Signed => "done",
        _ => "stop",
    };
}

/// <summary>What work orders refuse.</summary>
public static class WorkOrderRefusals
{
    public static readonly Refusal SubjectMissing = Say("work-order.subject-missing", "Write what is to be done.");
    public static readonly Refusal TypeMissing = Say("work-order.type-missing", "Choose the kind of work.");
    public static readonly Refusal ReportMissing = Say("work-order.report-missing", "Write what was done.");
    public static readonly Refusal MinutesMissing = Say("work-order.minutes-missing", "Write how many minutes it took.");
    public static readonly Refusal NameMissing = Say("work-order.name-missing", "Write the name of who signs.");
    public static readonly Refusal HoursWrong = Say("work-order.hours-wrong", "Write in how many hours it is to be done, from 1 to 2000.");

    private static Refusal Say(string code, string text) => new(typeof(WorkOrderRefusals), code, text);
}
