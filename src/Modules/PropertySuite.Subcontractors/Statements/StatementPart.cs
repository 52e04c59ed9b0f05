using System.Globalization;
using System.Text.Json.Serialization;
using PropertySuite.Core;

namespace PropertySuite.Subcontractors;

/// <summary>Where a statement stands. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatementState>))]
public enum StatementState
{
    Draft,

    /// <summary>The contractor accepts or objects within five working days; silence accepts.</summary>
    Sent,

    Accepted,
    Objected,

    /// <summary>The objection is decided.</summary>
    Decided,

    /// <summary>A second person agrees.</summary>
    Approved,

    /// <summary>Recorded for payment.</summary>
    ToPayment,
}

/// <summary>The statement of a month (SUB-08, SUB-10, SUB-11): score line by line, grade, what is paid of the fee. One for each contract and month, by the database.</summary>
public sealed class StatementPart : ServiceRecordPart
{
    /// <summary>Working days that the contractor has.</summary>
    public const int ObjectionDays = 5;

    [JsonInclude] public StatementState State { get; internal set; }

    [JsonInclude] public string ContractId { get; private set; } = "";

    [JsonInclude] public string ContractNumber { get; private set; } = "";

    /// <summary>The month, <c>2026-10</c>.</summary>
    [JsonInclude] public string Period { get; private set; } = "";

    /// <summary>Fee of the month; of the days on which the contract was running in it.</summary>
    [JsonInclude] public decimal Fee { get; private set; }

    [JsonInclude] public decimal? Survey { get; private set; }

    [JsonInclude] public IReadOnlyList<Adjustment> Adjustments { get; private set; } = [];

    [JsonInclude] public IReadOnlyList<ScoreLine> Lines { get; private set; } = [];

    [JsonInclude] public decimal Score { get; private set; }

    /// <summary>Percent of the fee that is paid.</summary>
    [JsonInclude] public decimal Share { get; private set; }

    /// <summary>What is paid.</summary>
    [JsonInclude] public decimal Payable { get; private set; }

    /// <summary>Whether something critical failed in the month.</summary>
    [JsonInclude] public bool FailedCritically { get; private set; }

    /// <summary>User id of who drafted it: somebody else approves.</summary>
    [JsonInclude] public string DraftedById { get; private set; } = "";

    /// <summary>Until when the contractor may object, UTC; null before it is sent.</summary>
    [JsonInclude] public DateTime? ObjectByUtc { get; private set; }

    /// <summary>What is held back of the fee.</summary>
    [JsonIgnore] public decimal Deduction => Fee - Payable;

    /// <summary>First day of the month.</summary>
    [JsonIgnore] public DateOnly Month => DateOnly.ParseExact(Period + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The fee of a month: of the days on which the contract was running, to the cent.</summary>
    public static decimal FeeOf(ContractPart contract, DateOnly month)
    {
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        var last = month.AddDays(days - 1);
        var running = Math.Min(last.DayNumber, contract.EndsOn.DayNumber) - Math.Max(month.DayNumber, contract.StartsOn.DayNumber) + 1;
        return running >= days ? contract.Fee : Math.Round(contract.Fee * running / days, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>Drafts a statement.</summary>
    /// <param name="month">First day of the month.</param>
    /// <param name="today">Today in the community: the month is over.</param>
    /// <exception cref="RefusedException">The month is not over, the contract was not running, or it is not for this person.</exception>
    public Step Draft(Actor by, DateTime atUtc, DateOnly today, string contractId, ContractPart contract, DateOnly month, PeriodScore score, bool failedCritically)
    {
        CheckPeriod(today, contract, month);
        About(contractId, contract, month);
        DraftedById = by.Id;
        Take(contract, score, null, [], failedCritically);
        return StatementLifecycle.Table.Begin(this, StatementVerbs.Draft, by, atUtc);
    }

    /// <summary>Checks that a month can be settled: it is over, and the contract was running in it.</summary>
    /// <exception cref="RefusedException">It cannot.</exception>
    public static void CheckPeriod(DateOnly today, ContractPart contract, DateOnly month)
    {
        if (month.Day != 1 || month.AddMonths(1) > today || !contract.RunsIn(month.Year, month.Month)) throw ServiceRefusals.PeriodWrong.At("Period");
    }

    /// <summary>Takes over the score of a month from earlier books, as one that has been paid.</summary>
    internal void TakeOver(string contractId, ContractPart contract, DateOnly month, decimal score)
    {
        About(contractId, contract, month);
        Take(contract, new(score, [new(LineKind.TakenOver, null, 1, score, 100, score)]), null, [], failedCritically: false);
        State = StatementState.ToPayment;
    }

    /// <summary>Reckons a draft anew, with what residents say and points of the office.</summary>
    /// <exception cref="RefusedException">It is no draft any more.</exception>
    public Step Reckon(Actor by, DateTime atUtc, ContractPart contract, PeriodScore score, decimal? survey, IReadOnlyList<Adjustment> adjustments, bool failedCritically)
    {
        if (State != StatementState.Draft) throw LifecycleRefusals.NotFromHere.With();
        Take(contract, score, survey, adjustments, failedCritically);
        return StatementLifecycle.Table.Note(this, StatementVerbs.Reckon, by, atUtc);
    }

    /// <summary>Sends it to the contractor.</summary>
    /// <exception cref="RefusedException">Not from here, or not for this person.</exception>
    public Step Send(Actor by, DateTime atUtc, WorkingCalendar calendar)
    {
        var step = StatementLifecycle.Table.Take(this, StatementVerbs.Send, by, atUtc);
        LookUtc = ObjectByUtc = calendar.AddDays(atUtc, ObjectionDays);
        return step;
    }

    /// <summary>Decides an objection: with points that are given back or taken, 0 for none.</summary>
    /// <exception cref="RefusedException">No reason, not from here, or not for this person.</exception>
    public Step Decide(Actor by, DateTime atUtc, ContractPart contract, decimal points, string? reason)
    {
        var step = StatementLifecycle.Table.Take(this, StatementVerbs.Decide, by, atUtc, reason);
        var added = Math.Clamp(Score + points, 0, 100) - Score;
        if (added != 0)
        {
            Adjustments = [.. Adjustments, new(step.Reason!, added)];
            Settle(contract, new(Score + added, [.. Lines, new(LineKind.Adjustment, step.Reason, 1, null, 0, added)]));
        }

        return step;
    }

    /// <summary>Takes a step of the table that needs nothing else.</summary>
    /// <exception cref="RefusedException">The table does not allow it; who drafted it does not approve it.</exception>
    public Step Take(Verb verb, Actor by, DateTime atUtc, string? reason)
    {
        if (verb == StatementVerbs.Approve && State is StatementState.Accepted or StatementState.Decided && by.Id == DraftedById) throw ServiceRefusals.SecondPerson.With();
        var step = StatementLifecycle.Table.Take(this, verb, by, atUtc, reason);
        LookUtc = null;
        return step;
    }

    internal override IEnumerable<Step> Tick(DateTime nowUtc, WorkingCalendar calendar) =>
        State == StatementState.Sent && ObjectByUtc <= nowUtc ? [Take(StatementVerbs.Lapse, Actor.Clock, nowUtc, null)] : [];

    internal override ServiceIndex Row() => new()
    {
        Number = Number,
        Title = ContractNumber,
        CompanyId = CompanyId,
        CompanyName = CompanyName,
        ContractId = ContractId,
        Trade = Trade.ToString(),
        State = State.ToString(),
        Period = Period,
        Score = Score,
        Amount = Payable,
        Detail = FailedCritically ? nameof(FindingGrade.Critical) : null,
        AtUtc = Month.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        DueUtc = State == StatementState.Sent ? ObjectByUtc : null,
        LookUtc = LookUtc,
        OnceKey = $"STM:{ContractId}:{Period}",
        Search = SearchText.Fold(Number, ContractNumber, CompanyName, Period),
    };

    private void About(string contractId, ContractPart contract, DateOnly month)
    {
        (ContractId, ContractNumber, CompanyId, CompanyName, Trade) = (contractId, contract.Number, contract.CompanyId, contract.CompanyName, contract.Trade);
        (Period, Fee) = (month.ToString("yyyy-MM", CultureInfo.InvariantCulture), FeeOf(contract, month));
    }

    private void Take(ContractPart contract, PeriodScore score, decimal? survey, IReadOnlyList<Adjustment> adjustments, bool failedCritically)
    {
        (Survey, Adjustments, FailedCritically) = (survey, adjustments, failedCritically);
        Settle(contract, score);
    }

    private void Settle(ContractPart contract, PeriodScore score)
    {
        (Lines, Score, Share) = (score.Lines, score.Total, contract.ShareOf(score.Total));
        Payable = Math.Round(Fee * Share / 100, 2, MidpointRounding.AwayFromZero);
    }
}

/// <summary>What can be done with a statement.</summary>
public static class StatementVerbs
{
    public static readonly Verb Draft = new("draft-statement", "Draft the statement");
    public static readonly Verb Send = new("send-statement", "Send to the contractor");
    public static readonly Verb Accept = new("accept-statement", "Accept");
    public static readonly Verb Object = new("object-statement", "Object");
    public static readonly Verb Lapse = new("statement-unanswered", "Accepted without an answer");
    public static readonly Verb Decide = new("decide-objection", "Decide the objection");
    public static readonly Verb Approve = new("approve-statement", "Approve");
    public static readonly Verb Record = new("record-payment", "Record for payment");
    public static readonly Verb Reckon = new("reckon-statement", "Reckoned anew");
}

/// <summary>How a statement lives (SUB-11).</summary>
public static class StatementLifecycle
{
    private static readonly Role<StatementPart> Office = Roles.With<StatementPart>("Office", ServicePermissions.Manage);
    private static readonly Role<StatementPart> Manager = Roles.With<StatementPart>("Manager", ServicePermissions.Decide);
    private static readonly Role<StatementPart> Cashier = Roles.With<StatementPart>("Cashier", ServicePermissions.Pay);
    private static readonly Role<StatementPart> Contractor = Roles.With<StatementPart>("Contractor", ServicePermissions.Serve, (statement, actor) => actor.Holds(statement.CompanyId));
    private static readonly Guard<StatementPart> NotBlocked = new(ServiceRefusals.CompanyBlocked, (statement, _) => !statement.IsBlocked);

    /// <summary>The table.</summary>
    public static readonly Lifecycle<StatementPart, StatementState> Table = Lifecycle
        .Of<StatementPart, StatementState>(typeof(ServiceTexts), statement => statement.State, (statement, state) => statement.State = state)
        .Start(StatementState.Draft, StatementVerbs.Draft).By(Office)
        .From(StatementState.Draft).To(StatementState.Sent, StatementVerbs.Send).By(Office).Due("answer of the contractor", statement => statement.ObjectByUtc)
        .From(StatementState.Sent).To(StatementState.Accepted, StatementVerbs.Accept).By(Contractor)
        .From(StatementState.Sent).To(StatementState.Objected, StatementVerbs.Object).By(Contractor).AskingReason()
        .From(StatementState.Sent).To(StatementState.Accepted, StatementVerbs.Lapse).By(Roles.Clock<StatementPart>())
        .From(StatementState.Objected).To(StatementState.Decided, StatementVerbs.Decide).By(Manager).AskingReason()
        .From(StatementState.Accepted, StatementState.Decided).To(StatementState.Approved, StatementVerbs.Approve).By(Manager)
        .From(StatementState.Approved).To(StatementState.ToPayment, StatementVerbs.Record).By(Cashier).When(NotBlocked)
        .Noting(StatementVerbs.Reckon);

    /// <summary>English name of a state.</summary>
    public static string Name(StatementState state) => state switch
    {
        StatementState.Draft => "Draft",
        StatementState.Sent => "Waits for the contractor",
        StatementState.Accepted => "Accepted",
        StatementState.Objected => "Objected to",
        StatementState.Decided => "Objection decided",
        StatementState.Approved => "Approved",
        _ => "Recorded for payment",
    };

    /// <summary>Shape of a state's dot.</summary>
    public static string Dot(StatementState state) => state switch
    {
        StatementState.Draft => "new",
        StatementState.Sent => "wait",
        StatementState.Objected => "stop",
        StatementState.ToPayment => "done",
        _ => "prop",
    };
}
