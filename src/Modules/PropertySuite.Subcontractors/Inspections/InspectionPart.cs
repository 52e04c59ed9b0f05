using System.Text.Json.Serialization;
using PropertySuite.Core;
using PropertySuite.Core.Checklists;

namespace PropertySuite.Subcontractors;

/// <summary>Who looks, and how often. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckLevel>))]
public enum CheckLevel
{
    Daily,
    Weekly,
    Monthly,
}

/// <summary>Where an inspection stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InspectionState>))]
public enum InspectionState
{
    /// <summary>Somebody walks with the sheet.</summary>
    InProgress,

    /// <summary>Handed in; the contractor's contact signs or disputes.</summary>
    Submitted,

    /// <summary>The contractor agrees.</summary>
    Signed,

    /// <summary>The contractor does not agree.</summary>
    Disputed,

    /// <summary>Counts.</summary>
    Confirmed,
}

/// <summary>An inspection of a service by a checklist (SUB-02, SUB-03, SUB-05).</summary>
public sealed class InspectionPart : ServiceRecordPart
{
    [JsonInclude] public InspectionState State { get; internal set; }

    [JsonInclude] public string ContractId { get; private set; } = "";

    [JsonInclude] public CheckLevel Level { get; private set; }

    /// <summary>Where: "Tower B, lobby".</summary>
    [JsonInclude] public string Place { get; private set; } = "";

    [JsonInclude] public CheckSheet Sheet { get; private set; } = new("", "", "", [], []);

    [JsonInclude] public string InspectorName { get; private set; } = "";

    [JsonInclude] public DateTime StartedUtc { get; private set; }

    /// <summary>Until when the contractor signs or disputes, UTC; null before it is handed in. Silence agrees.</summary>
    [JsonInclude] public DateTime? AnswerByUtc { get; private set; }

    /// <summary>0 to 100; null before it is handed in.</summary>
    [JsonInclude] public decimal? Score { get; private set; }

    /// <summary>Whether something critical was not met.</summary>
    [JsonIgnore] public bool FailedCritically => CheckScore.Of(Sheet).FailedCritically;

    /// <summary>Begins to walk.</summary>
    /// <exception cref="RefusedException">The place is missing, or it is not for this person.</exception>
    public Step Begin(Actor by, DateTime atUtc, string contractId, ContractPart contract, CheckLevel level, string? place, CheckSheet sheet)
    {
        if (contract.State == ContractState.Ended) throw ServiceRefusals.ContractMissing.At("ContractId");
        Place = CompanyPart.Clean(place) ?? throw ServiceRefusals.PlaceMissing.At("Place");
        (ContractId, CompanyId, CompanyName, Trade) = (contractId, contract.CompanyId, contract.CompanyName, contract.Trade);
        (Level, Sheet, InspectorName, StartedUtc) = (level, sheet, by.Name, atUtc);
        return InspectionLifecycle.Table.Begin(this, InspectionVerbs.Begin, by, atUtc);
    }

    /// <summary>Keeps what has been found so far.</summary>
    /// <exception cref="RefusedException">It has been handed in already.</exception>
    public void Keep(CheckSheet sheet)
    {
        if (State != InspectionState.InProgress) throw LifecycleRefusals.NotFromHere.With();
        Sheet = sheet;
    }

    /// <summary>Hands the sheet in.</summary>
    /// <param name="answerByUtc">Until when the contractor signs or disputes.</param>
    /// <exception cref="RefusedException">Answers or photos are missing, or it is not for this person.</exception>
    public Step Submit(Actor by, DateTime atUtc, DateTime answerByUtc)
    {
        if (State == InspectionState.InProgress) Sheet.CheckComplete();
        var step = InspectionLifecycle.Table.Take(this, InspectionVerbs.Submit, by, atUtc);
        (Score, AnswerByUtc, LookUtc) = (CheckScore.Of(Sheet).Total, answerByUtc, answerByUtc);
        return step;
    }

    /// <summary>Takes a step of the table that needs nothing else.</summary>
    /// <exception cref="RefusedException">The table does not allow it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason)
    {
        var step = InspectionLifecycle.Table.Take(this, verb, by, atUtc, reason);
        LookUtc = null;
        if (State == InspectionState.InProgress) (Score, AnswerByUtc) = (null, null);
        return step;
    }

    internal override IEnumerable<Step> Tick(DateTime nowUtc, WorkingCalendar calendar) =>
        State == InspectionState.Submitted && AnswerByUtc <= nowUtc ? [Take(InspectionVerbs.Lapse, Actor.Clock, nowUtc, null)] : [];

    internal override ServiceIndex Row() => new()
    {
        Number = Number,
        Title = Place,
        CompanyId = CompanyId,
        CompanyName = CompanyName,
        ContractId = ContractId,
        Trade = Trade.ToString(),
        State = State.ToString(),
        Detail = Level.ToString(),
        Score = Score,
        AtUtc = StartedUtc,
        DueUtc = State == InspectionState.Submitted ? AnswerByUtc : null,
        LookUtc = LookUtc,
        Search = SearchText.Fold(Number, Place, CompanyName),
    };
}

/// <summary>What can be done with an inspection.</summary>
public static class InspectionVerbs
{
    public static readonly Verb Begin = new("begin-inspection", "Inspect");
    public static readonly Verb Submit = new("submit-inspection", "Hand in");
    public static readonly Verb Sign = new("sign-inspection", "Sign");
    public static readonly Verb Dispute = new("dispute-inspection", "Dispute");
    public static readonly Verb Lapse = new("inspection-unanswered", "Counts without an answer");
    public static readonly Verb Confirm = new("confirm-inspection", "Confirm");
    public static readonly Verb Uphold = new("uphold-inspection", "Confirm all the same");
    public static readonly Verb Reopen = new("reopen-inspection", "Look again");
}

/// <summary>How an inspection lives (SUB-03, SUB-05).</summary>
public static class InspectionLifecycle
{
    private static readonly Role<InspectionPart> Inspector = Roles.With<InspectionPart>("Inspector", ServicePermissions.Inspect);
    private static readonly Role<InspectionPart> Office = Roles.With<InspectionPart>("Office", ServicePermissions.Manage);
    private static readonly Role<InspectionPart> Contractor = Roles.With<InspectionPart>("Contractor", ServicePermissions.Serve, (inspection, actor) => actor.Holds(inspection.CompanyId));

    /// <summary>The table.</summary>
    public static readonly Lifecycle<InspectionPart, InspectionState> Table = Lifecycle
        .Of<InspectionPart, InspectionState>(typeof(ServiceTexts), inspection => inspection.State, (inspection, state) => inspection.State = state)
        .Start(InspectionState.InProgress, InspectionVerbs.Begin).By(Inspector)
        .From(InspectionState.InProgress).To(InspectionState.Submitted, InspectionVerbs.Submit).By(Inspector).Due("answer of the contractor", inspection => inspection.AnswerByUtc)
        .From(InspectionState.Submitted).To(InspectionState.Signed, InspectionVerbs.Sign).By(Contractor)
        .From(InspectionState.Submitted).To(InspectionState.Disputed, InspectionVerbs.Dispute).By(Contractor).AskingReason()
        .From(InspectionState.Submitted).To(InspectionState.Confirmed, InspectionVerbs.Lapse).By(Roles.Clock<InspectionPart>())
        .From(InspectionState.Signed).To(InspectionState.Confirmed, InspectionVerbs.Confirm).By(Office)
        .From(InspectionState.Disputed).To(InspectionState.InProgress, InspectionVerbs.Reopen).By(Office)
        .From(InspectionState.Disputed).To(InspectionState.Confirmed, InspectionVerbs.Uphold).By(Office).AskingReason();

    /// <summary>English name of a level.</summary>
    public static string Name(CheckLevel level) => level switch { CheckLevel.Daily => "Daily", CheckLevel.Weekly => "Weekly", _ => "Monthly" };

    /// <summary>English name of a state.</summary>
    public static string Name(InspectionState state) => state switch
    {
        InspectionState.InProgress => "Under way",
        InspectionState.Submitted => "Waits for the contractor",
        InspectionState.Signed => "Signed",
        InspectionState.Disputed => "Disputed",
        _ => "Confirmed",
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(InspectionState state) => state switch
    {
        InspectionState.InProgress => "run",
        InspectionState.Submitted => "wait",
        InspectionState.Signed => "prop",
        InspectionState.Disputed => "stop",
        _ => "done",
    };
}
