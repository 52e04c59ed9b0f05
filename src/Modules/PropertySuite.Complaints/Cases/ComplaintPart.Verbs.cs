using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>The verbs of a case.</summary>
public sealed partial class ComplaintPart
{
    private static Lifecycle<ComplaintPart, ComplaintState> Table => ComplaintLifecycle.Table;

    /// <summary>Takes a case in.</summary>
    /// <exception cref="RefusedException">Something is missing.</exception>
    public Step Register(Actor by, DateTime atUtc, ComplaintIntake intake, ComplaintRules rules)
    {
        if (string.IsNullOrWhiteSpace(intake.Subject)) throw ComplaintRefusals.SubjectMissing.At("Subject");
        if (string.IsNullOrWhiteSpace(intake.Text)) throw ComplaintRefusals.TextMissing.At("Text");

        (Kind, Channel, Category, By, Place) = (intake.Kind, intake.Channel, intake.Category, intake.By, intake.Place);
        (Subject, Text, ReceivedAtUtc) = (intake.Subject.Trim(), intake.Text.Trim(), atUtc);
        Acknowledge = Countdown.Start(rules.Acknowledge, atUtc, rules.Calendar, rules.WarnAtPercent);
        return Table.Begin(this, ComplaintVerbs.Register, by, atUtc);
    }

    /// <summary>Answers at once, and ends it.</summary>
    /// <exception cref="RefusedException">It is to be worked on, or the answer is missing.</exception>
    public Step Answer(Actor by, DateTime atUtc, string? text, ComplaintRules rules)
    {
        if (string.IsNullOrWhiteSpace(text)) throw ComplaintRefusals.TextMissing.At("Text");

        var step = Table.Take(this, ComplaintVerbs.Answer, by, atUtc);
        Answered = text.Trim();
        Say(by, atUtc, Answered, isInternal: false, isResident: false);
        Acknowledge = Acknowledge?.StopAt(atUtc);
        End(atUtc, rules);
        return step;
    }

    /// <summary>Accepts it: level, category, team; the deadlines begin.</summary>
    /// <exception cref="RefusedException">The level is not this person's to give.</exception>
    public Step Accept(Actor by, DateTime atUtc, int level, string category, string? team, ComplaintRules rules)
    {
        if (level is < 1 or > 4) throw ComplaintRefusals.LevelUnknown.At("Level");
        if (level >= 3 && !by.May(ComplaintPermissions.Lead)) throw ComplaintRefusals.LevelNeedsSupervisor.At("Level");

        var step = Table.Take(this, ComplaintVerbs.Accept, by, atUtc);
        (Level, Category, Team) = (level, category, team);
        Acknowledge = Acknowledge?.StopAt(atUtc);
        Contact = Countdown.Start(rules.Of(level).Contact, atUtc, rules.Calendar, rules.WarnAtPercent);
        Solve = Countdown.Start(rules.Of(level).Solve, atUtc, rules.Calendar, rules.WarnAtPercent);
        if (level == 4) Escalation = 4;
        return step;
    }

    /// <summary>Gives it another level. Lowering it is the manager's; a solution that is due is due from now.</summary>
    /// <exception cref="RefusedException">The level is not this person's to give, or no reason was given.</exception>
    public Step Regrade(Actor by, DateTime atUtc, int level, string? reason, ComplaintRules rules)
    {
        if (level is < 1 or > 4) throw ComplaintRefusals.LevelUnknown.At("Level");
        if (!by.May(ComplaintPermissions.Lead) || Level == 0 || !ComplaintStates.Unsolved.Contains(State)) throw LifecycleRefusals.NotYours.With();
        if (level < Level && !by.May(ComplaintPermissions.Manage)) throw ComplaintRefusals.LevelOnlyUp.At("Level");
        if (string.IsNullOrWhiteSpace(reason)) throw LifecycleRefusals.ReasonMissing.At("Reason");

        Level = level;
        if (Solve is { IsRunning: true })
        {
            (Solve, Alarms) = (Countdown.Start(rules.Of(level).Solve, atUtc, rules.Calendar, rules.WarnAtPercent), 0);
        }

        return Table.Note(this, ComplaintVerbs.Regrade, by, atUtc, reason);
    }

    /// <summary>Puts it into a team's queue, or on a person's desk.</summary>
    /// <exception cref="RefusedException">Neither was chosen, or it is not this person's to assign.</exception>
    public Step Assign(Actor by, DateTime atUtc, string? team, (string Id, string Name)? person, ComplaintRules rules)
    {
        if (team is null && person is null) throw ComplaintRefusals.TeamMissing.At("Team");

        var wasReopened = State == ComplaintState.Reopened;
        var step = Table.Take(this, ComplaintVerbs.Assign, by, atUtc, person?.Name);
        Give(atUtc, team ?? Team, person, wasReopened, rules);
        return step;
    }

    /// <summary>Somebody takes it on.</summary>
    public Step Grab(Actor by, DateTime atUtc, ComplaintRules rules)
    {
        var wasReopened = State == ComplaintState.Reopened;
        var step = Table.Take(this, ComplaintVerbs.Grab, by, atUtc);
        Give(atUtc, Team, (by.Id, by.Name), wasReopened, rules);
        return step;
    }

    /// <summary>Logs the first contact; what was said is in the talk.</summary>
    public Step BeContacted(Actor by, DateTime atUtc, string? said)
    {
        if (string.IsNullOrWhiteSpace(said)) throw ComplaintRefusals.TextMissing.At("Text");

        var step = Table.Take(this, ComplaintVerbs.Contact, by, atUtc);
        if (AssigneeId is null) Give(by.Id, by.Name);
        Contact = Contact?.StopAt(atUtc);
        Say(by, atUtc, said.Trim(), isInternal: false, isResident: false);
        return step;
    }

    /// <summary>Waits: the clock stands still until somebody says so, or until a moment.</summary>
    /// <exception cref="RefusedException">The reason is missing, or the day is not to come.</exception>
    public Step Wait(Verb verb, Actor by, DateTime atUtc, string? reason, DateTime? untilUtc, ComplaintRules rules)
    {
        if (verb == ComplaintVerbs.Defer && untilUtc is null) throw ComplaintRefusals.DayMissing.At("Until");
        if (untilUtc <= atUtc) throw ComplaintRefusals.DayPast.At("Until");

        var step = Table.Take(this, verb, by, atUtc, reason);
        Solve = Solve?.PauseAt(atUtc, step.Reason!, rules.Calendar, untilUtc);
        Pauses++;
        return step;
    }

    /// <summary>Goes on.</summary>
    public Step Resume(Actor by, DateTime atUtc, ComplaintRules rules)
    {
        var step = Table.Take(this, ComplaintVerbs.Resume, by, atUtc);
        Solve = Solve?.ResumeAt(atUtc, rules.Calendar);
        return step;
    }

    /// <summary>Proposes a solution; whoever raised it is asked.</summary>
    /// <exception cref="RefusedException">The measures are missing, or a work order is open.</exception>
    public Step Propose(Actor by, DateTime atUtc, string? measures, string? cause, ComplaintRules rules)
    {
        if (string.IsNullOrWhiteSpace(measures)) throw ComplaintRefusals.TextMissing.At("Text");

        var step = Table.Take(this, ComplaintVerbs.Propose, by, atUtc);
        Give(by.Id, AssigneeName is null ? by.Name : null);
        Proposal = new(measures.Trim(), string.IsNullOrWhiteSpace(cause) ? null : cause.Trim(), by.Name, atUtc);
        Say(by, atUtc, Proposal.Measures, isInternal: false, isResident: false);
        Solve = Solve?.StopAt(atUtc);
        SilenceUtc = rules.Silence.From(atUtc, rules.Calendar);
        return step;
    }

    /// <summary>A link was made by which whoever raised it can answer.</summary>
    public void AskBy(string linkHash) => LinkHash = State == ComplaintState.Proposed ? linkHash : throw LifecycleRefusals.NotFromHere.With();

    /// <summary>Whoever raised it agrees, or was silent for long enough.</summary>
    public Step Agree(Actor by, DateTime atUtc, int? satisfaction, ComplaintRules rules)
    {
        var step = Table.Take(this, ComplaintVerbs.Agree, by, atUtc);
        if (satisfaction is >= 1 and <= 5) Satisfaction = satisfaction;
        LinkHash = null;
        ResolvedAtUtc = atUtc;
        IsVisitAsked = By.Name is not null && Sampled(rules.Of(Math.Max(Level, 1)).VisitPercent);
        (Visit, VisitAttempts) = (null, 0);
        VisitDueUtc = IsVisitAsked ? rules.Visit.From(atUtc, rules.Calendar) : null;
        return step;
    }

    /// <summary>Whoever raised it says that it is not solved; there is a new deadline.</summary>
    public Step Disagree(Actor by, DateTime atUtc, string? reason, ComplaintRules rules)
    {
        var step = Table.Take(this, ComplaintVerbs.Disagree, by, atUtc, reason);
        OpenAgain(step, rules);
        return step;
    }

    /// <summary>Somebody who did not work on it has asked how it was; who is not content opens it again.</summary>
    /// <exception cref="RefusedException">An answer is missing, or this person worked on it.</exception>
    public Step BeVisited(Actor by, DateTime atUtc, ReturnVisit visit, bool isSatisfied, ComplaintRules rules)
    {
        if (HandlerIds.Contains(by.Id)) throw ComplaintRefusals.OnlySameHandler.With();
        if (!visit.IsWhole) throw ComplaintRefusals.RatingMissing.At("Solved");

        var step = Table.Take(this, isSatisfied ? ComplaintVerbs.VisitedWell : ComplaintVerbs.VisitedBadly, by, atUtc, isSatisfied ? visit.Said : visit.Said ?? "");
        Visit = visit;
        Satisfaction = (int)Math.Round(visit.Average, MidpointRounding.AwayFromZero);
        VisitDueUtc = null;
        if (isSatisfied) End(atUtc, rules);
        else OpenAgain(step, rules);
        return step;
    }

    /// <summary>Nobody was there at the return visit.</summary>
    public Step MissVisit(Actor by, DateTime atUtc, string? said)
    {
        if (State != ComplaintState.Resolved || VisitIsOver) throw LifecycleRefusals.NotFromHere.With();
        if (!by.May(ComplaintPermissions.Register)) throw LifecycleRefusals.NotYours.With();

        VisitAttempts++;
        return Table.Note(this, ComplaintVerbs.Missed, by, atUtc, said);
    }

    /// <summary>Closes it.</summary>
    public Step Close(Actor by, DateTime atUtc, ComplaintRules rules)
    {
        var step = Table.Take(this, ComplaintVerbs.Close, by, atUtc);
        VisitDueUtc = null;
        End(atUtc, rules);
        return step;
    }

    /// <summary>Opens it again after it was over (CMP-19).</summary>
    /// <exception cref="RefusedException">The time for it is over, or the reason is missing.</exception>
    public Step Reopen(Actor by, DateTime atUtc, string? reason, ComplaintRules rules)
    {
        var step = Table.Take(this, ComplaintVerbs.Reopen, by, atUtc, reason);
        if (Level == 0) Level = 1;
        OpenAgain(step, rules);
        return step;
    }

    /// <summary>Ends it without a solution: taken back, or nothing in it.</summary>
    public Step End(Verb verb, Actor by, DateTime atUtc, string? reason, ComplaintRules rules)
    {
        var step = Table.Take(this, verb, by, atUtc, reason);
        EndReason = step.Reason;
        Stop(atUtc);
        End(atUtc, rules);
        return step;
    }

    /// <summary>Joins it with another one, which is worked on (CMP-15).</summary>
    /// <exception cref="RefusedException">The other one is this one, or over.</exception>
    public Step Merge(Actor by, DateTime atUtc, ComplaintPart master, string? reason, ComplaintRules rules)
    {
        if (ReferenceEquals(master, this) || master.Number == Number || !master.IsOpen) throw ComplaintRefusals.MasterUnknown.At("Master");

        var step = End(ComplaintVerbs.Merge, by, atUtc, reason, rules);
        (MasterId, MasterNumber, MayReopenUntilUtc) = (master.ContentItem.ContentItemId, master.Number, atUtc);
        return step;
    }

    /// <summary>Notes that another case was joined with this one.</summary>
    public Step Join(Actor by, DateTime atUtc, string number) => Table.Note(this, ComplaintVerbs.Joined, by, atUtc, number);

    /// <summary>Somebody says that it needs somebody above.</summary>
    public Step Escalate(Actor by, DateTime atUtc, string? reason)
    {
        if (!by.May(ComplaintPermissions.Handle)) throw LifecycleRefusals.NotYours.With();
        if (!ComplaintStates.Unsolved.Contains(State)) throw LifecycleRefusals.NotFromHere.With();
        if (string.IsNullOrWhiteSpace(reason)) throw LifecycleRefusals.ReasonMissing.At("Reason");

        Escalation = Math.Min(4, Escalation + 1);
        return Table.Note(this, ComplaintVerbs.Escalate, by, atUtc, reason);
    }

    /// <summary>Writes into the talk. A resident's word goes on with what waited for it.</summary>
    /// <exception cref="RefusedException">Nothing was written, or it is over.</exception>
    public void Say(Actor by, DateTime atUtc, string? text, bool isInternal, bool isResident)
    {
        if (string.IsNullOrWhiteSpace(text)) throw ComplaintRefusals.TextMissing.At("Text");

        Comments = [.. Comments, new(by.Id, by.Name, atUtc, text.Trim(), isInternal, isResident)];
        if (!isInternal && !isResident) Acknowledge = Acknowledge?.StopAt(atUtc);
    }

    /// <summary>A work order was sent.</summary>
    public Step SendOrder(Actor by, DateTime atUtc, string number, bool isMandatory)
    {
        if (State is ComplaintState.Received || !ComplaintStates.Unsolved.Contains(State)) throw ComplaintRefusals.OrderTooEarly.With();

        if (isMandatory) OpenOrders = [.. OpenOrders, number];
        return Table.Note(this, ComplaintVerbs.OrderSent, by, atUtc, number);
    }

    /// <summary>A work order is over.</summary>
    public Step TakeOrderBack(Actor by, DateTime atUtc, string number, string? said)
    {
        OpenOrders = [.. OpenOrders.Where(open => open != number)];
        return Table.Note(this, ComplaintVerbs.OrderBack, by, atUtc, said is null ? number : $"{number}: {said}");
    }

    /// <summary>Books what time has brought about: alarms, wake-ups, silence, visits that are not asked for.</summary>
    public IReadOnlyList<Step> Tick(DateTime atUtc, ComplaintRules rules)
    {
        List<Step> steps = [];
        if (State == ComplaintState.Received && !AcknowledgeWarned && Acknowledge?.OpenDueUtc <= atUtc)
        {
            AcknowledgeWarned = true;
            steps.Add(Table.Note(this, ComplaintVerbs.Unacknowledged, Actor.Clock, atUtc));
        }

        if (WakeUtc <= atUtc && State != ComplaintState.WaitingOwner)
        {
            steps.Add(Resume(Actor.Clock, atUtc, rules));
        }

        while (AlarmUtc <= atUtc)
        {
            Alarms++;
            Escalation = Math.Max(Escalation, Alarms);
            steps.Add(Table.Note(this, Alarms == 1 ? ComplaintVerbs.Warn : Alarms == 2 ? ComplaintVerbs.Breach : ComplaintVerbs.BreachAgain, Actor.Clock, atUtc));
        }

        if (State == ComplaintState.Proposed && SilenceUtc <= atUtc && OpenOrders.Count == 0)
        {
            steps.Add(Agree(Actor.Clock, atUtc, null, rules));
        }

        if (State == ComplaintState.Resolved && VisitIsOver)
        {
            steps.Add(Close(Actor.Clock, atUtc, rules));
        }

        return steps;
    }

    private void OpenAgain(Step step, ComplaintRules rules)
    {
        Reopenings++;
        Alarms = 0;
        Escalation = Math.Max(Escalation, Math.Min(4, Reopenings + 1));
        (LinkHash, SilenceUtc, ResolvedAtUtc, EndedAtUtc, MayReopenUntilUtc, VisitDueUtc, EndReason) = (null, null, null, null, null, null, null);
        Solve = Countdown.Start(rules.Of(Level).Solve, step.AtUtc, rules.Calendar, rules.WarnAtPercent);
    }

    private void Give(DateTime atUtc, string? team, (string Id, string Name)? person, bool wasReopened, ComplaintRules rules)
    {
        (Team, AssigneeId, AssigneeName) = (team, null, null);
        if (person is { } who) Give(who.Id, who.Name);
        if (wasReopened) Contact = Countdown.Start(rules.Of(Level).Contact, atUtc, rules.Calendar, rules.WarnAtPercent);
    }

    private void Give(string id, string? name)
    {
        if (name is not null) (AssigneeId, AssigneeName) = (id, name);
        if (!HandlerIds.Contains(id)) HandlerIds = [.. HandlerIds, id];
    }

    private void Stop(DateTime atUtc) => (Acknowledge, Contact, Solve) = (Acknowledge?.StopAt(atUtc), Contact?.StopAt(atUtc), Solve?.StopAt(atUtc));

    private void End(DateTime atUtc, ComplaintRules rules) => (EndedAtUtc, MayReopenUntilUtc) = (atUtc, atUtc.AddDays(rules.ReopenDays));

    // The same record is always in the sample or out of it, so that nobody can choose.
    private bool Sampled(int percent) => percent >= 100 || (percent > 0 && int.TryParse(Number[^Math.Min(2, Number.Length)..], out var last) && last * 37 % 100 < percent);
}
