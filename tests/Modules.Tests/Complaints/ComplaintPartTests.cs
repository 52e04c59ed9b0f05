using PropertySuite.Complaints;
using PropertySuite.Core;
using static Modules.Tests.Complaints.ComplaintWorld;

namespace Modules.Tests.Complaints;

/// <summary>CMP-08 to CMP-21: deadlines, escalation, waiting, answers, reopening, return visits.</summary>
public sealed class ComplaintPartTests
{
    [Fact]
    public void CMP08_A_level_brings_its_deadlines_on_the_calendar()
    {
        var complaint = Received();
        Assert.Equal(Nine.AddMinutes(15), complaint.DeadlineUtc);

        complaint.Accept(Hugo, Nine.AddMinutes(6), 1, "water", "Engineer", Rules);

        Assert.True(complaint.Acknowledge!.WasMet);
        Assert.Equal(Nine.AddMinutes(6 + 240), complaint.Contact!.DueUtc);
        Assert.Equal(Nine.AddDays(3).AddHours(8), complaint.Solve!.DueUtc);
    }

    [Fact]
    public void CMP11_Major_levels_are_the_supervisors_and_only_the_manager_lowers_one()
    {
        Assert.Equal("complaint.level-needs-supervisor", Refused(() => Received().Accept(Hugo, Nine, 3, "water", null, Rules)));

        var complaint = InProgress(3);
        Assert.Equal("complaint.level-only-up", Refused(() => complaint.Regrade(Beatriz, Nine.AddHours(1), 2, "Not so bad", Rules)));
        Assert.Equal("lifecycle.reason-missing", Refused(() => complaint.Regrade(Laura, Nine.AddHours(1), 2, " ", Rules)));
        complaint.Regrade(Laura, Nine.AddHours(1), 2, "Not so bad", Rules);
        Assert.Equal(2, complaint.Level);
    }

    [Fact]
    public void CMP10_The_clock_escalates_at_80_and_100_percent_after_a_day_and_after_three()
    {
        var complaint = InProgress();
        var due = complaint.Solve!.DueUtc;
        var told = new List<string>();
        foreach (var (at, level) in new[] { (complaint.Solve.WarnUtc, 1), (due, 2), (due.AddHours(24), 3), (due.AddHours(72), 4) })
        {
            Assert.Empty(complaint.Tick(at.AddSeconds(-1), Rules));
            told.AddRange(complaint.Tick(at, Rules).Select(step => step.Verb));
            Assert.Equal(level, complaint.Escalation);
        }

        Assert.Equal(["warn", "breach", "breach-again", "breach-again"], told);
        Assert.Null(complaint.AlarmUtc);
        Assert.Equal(ComplaintState.InProgress, complaint.State);
    }

    [Fact]
    public void CMP09_What_nobody_looks_at_is_said_once()
    {
        var complaint = Received();

        Assert.Equal("unacknowledged", Assert.Single(complaint.Tick(Nine.AddMinutes(15), Rules)).Verb);
        Assert.Empty(complaint.Tick(Nine.AddMinutes(16), Rules));
    }

    [Fact]
    public void CMP08_Waiting_stops_the_clock_and_alarms_and_the_day_wakes_it_up()
    {
        var complaint = InProgress(1);
        var due = complaint.Solve!.DueUtc;
        var wake = Nine.AddDays(4);
        Assert.Equal("complaint.day-missing", Refused(() => complaint.Wait(ComplaintVerbs.Defer, Marcos, Nine.AddHours(1), "parts", null, Rules)));
        Assert.Equal("complaint.day-past", Refused(() => complaint.Wait(ComplaintVerbs.Defer, Marcos, Nine.AddHours(1), "parts", Nine, Rules)));

        complaint.Wait(ComplaintVerbs.Defer, Marcos, Nine.AddHours(1), "parts", wake, Rules);
        Assert.Null(complaint.AlarmUtc);
        Assert.Null(complaint.DeadlineUtc);
        Assert.Equal(wake, complaint.ClockUtc);
        Assert.Empty(complaint.Tick(wake.AddMinutes(-1), Rules));

        Assert.Equal("resume", Assert.Single(complaint.Tick(wake, Rules)).Verb);
        Assert.Equal(ComplaintState.InProgress, complaint.State);
        Assert.True(complaint.Solve!.DueUtc > due);
        Assert.Equal(1, complaint.Pauses);
    }

    [Fact]
    public void CMP20_Three_working_days_of_silence_agree()
    {
        var complaint = Proposed();
        var silence = complaint.SilenceUtc!.Value;

        Assert.Equal(Nine.AddDays(3).AddHours(8), silence);
        Assert.Empty(complaint.Tick(silence.AddMinutes(-1), Rules));
        Assert.Equal("agree", complaint.Tick(silence, Rules)[0].Verb);
        Assert.Equal(ComplaintState.Resolved, complaint.State);
    }

    [Fact]
    public void CMP19_Not_solved_gives_a_new_deadline_counts_and_climbs()
    {
        var complaint = Proposed();
        var before = complaint.Solve!.DueUtc;
        Assert.Equal("lifecycle.reason-missing", Refused(() => complaint.Disagree(Elena, Nine.AddHours(3), "", Rules)));

        complaint.Disagree(Elena, Nine.AddHours(3), "It drips still", Rules);

        Assert.Equal((ComplaintState.Reopened, 1, 2), (complaint.State, complaint.Reopenings, complaint.Escalation));
        Assert.True(complaint.Solve!.IsRunning && complaint.Solve.DueUtc > before);
        complaint.Grab(Marcos, Nine.AddHours(4), Rules);
        complaint.BeContacted(Marcos, Nine.AddHours(4), "Again");
        complaint.Propose(Marcos, Nine.AddHours(5), "Pipe changed.", null, Rules);
        complaint.Disagree(Elena, Nine.AddHours(6), "Still", Rules);
        Assert.Equal((2, 3), (complaint.Reopenings, complaint.Escalation));
    }

    [Fact]
    public void CMP19_A_closed_case_is_reopened_within_its_window_and_not_after()
    {
        var closed = Closed();
        Assert.Equal("complaint.too-late-to-reopen", Refused(() => closed.Reopen(Elena, closed.EndedAtUtc!.Value.AddDays(31), "Again", Rules)));
        closed.Reopen(Elena, closed.EndedAtUtc!.Value.AddDays(30), "Again", Rules);
        Assert.Equal(ComplaintState.Reopened, closed.State);
    }

    [Fact]
    public void CMP18_The_return_visit_is_made_by_somebody_else_and_who_is_not_content_opens_it_again()
    {
        var complaint = Proposed();
        complaint.Agree(Elena, Nine.AddHours(3), 4, Rules);
        var good = new ReturnVisit(5, 4, 5, 4, null, "Inés", Nine.AddHours(4));

        Assert.Equal("complaint.visit-missing", Refused(() => complaint.Close(Hugo, Nine.AddHours(4), Rules)));
        Assert.Equal("complaint.same-handler", Refused(() => complaint.BeVisited(Marcos, Nine.AddHours(4), good, true, Rules)));
        Assert.Equal("complaint.rating-missing", Refused(() => complaint.BeVisited(Ines, Nine.AddHours(4), good with { Time = 0 }, true, Rules)));
        complaint.BeVisited(Ines, Nine.AddHours(4), good with { Solved = 1, Said = "It drips" }, isSatisfied: false, Rules);

        Assert.Equal(ComplaintState.Reopened, complaint.State);
        Assert.Equal(4, complaint.Satisfaction);
    }

    [Fact]
    public void RV03_After_three_attempts_nobody_is_looked_for_any_more()
    {
        var complaint = Proposed();
        complaint.Agree(Elena, Nine.AddHours(3), null, Rules);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.False(complaint.VisitIsOver);
            complaint.MissVisit(Ines, Nine.AddHours(4 + attempt), null);
        }

        Assert.Equal("close", Assert.Single(complaint.Tick(Nine.AddHours(8), Rules)).Verb);
    }

    [Fact]
    public void RV02_A_case_outside_of_the_sample_closes_by_itself()
    {
        var asked = 0;
        for (var number = 0; number < 100; number++)
        {
            var complaint = new ComplaintPart();
            complaint.Register(Elena, Nine, Leak(), Rules);
            complaint.Take($"JDA-CMP-2026-000{number:00}");
            complaint.Accept(Laura, Nine, 1, "water", "Engineer", Rules);
            complaint.Grab(Marcos, Nine, Rules);
            complaint.BeContacted(Marcos, Nine, "Hello");
            complaint.Propose(Marcos, Nine, "Done", null, Rules);
            complaint.Agree(Elena, Nine, null, Rules);
            asked += complaint.IsVisitAsked ? 1 : 0;
            Assert.Equal(complaint.IsVisitAsked ? ComplaintState.Resolved : ComplaintState.Closed, Ticked(complaint).State);
        }

        Assert.Equal(30, asked);
    }

    [Fact]
    public void CMP14_Nothing_is_proposed_or_resolved_while_a_mandatory_order_is_open()
    {
        var complaint = InProgress();
        complaint.SendOrder(Marcos, Nine.AddHours(1), "WO-1", isMandatory: true);

        Assert.Equal("complaint.order-open", Refused(() => complaint.Propose(Marcos, Nine.AddHours(2), "Done", null, Rules)));
        complaint.TakeOrderBack(Marcos, Nine.AddHours(2), "WO-1", "sealed");
        complaint.Propose(Marcos, Nine.AddHours(2), "Done", null, Rules);
        Assert.Equal("complaint.order-too-early", Refused(() => complaint.SendOrder(Marcos, Nine.AddHours(3), "WO-2", isMandatory: true)));
    }

    [Fact]
    public void CMP15_Joined_cases_end_and_name_the_other_one()
    {
        var (master, member) = (InProgress(), new ComplaintPart());
        master.ContentItem = new() { ContentItemId = "master" };
        member.Register(Elena, Nine, Leak(), Rules);
        member.Take("JDA-CMP-2026-00004");

        Assert.Equal("complaint.master-unknown", Refused(() => master.Merge(Beatriz, Nine.AddHours(1), master, "Same", Rules)));
        member.Merge(Beatriz, Nine.AddHours(1), master, "Same leak", Rules);

        Assert.Equal((ComplaintState.Merged, "JDA-CMP-2026-00003"), (member.State, member.MasterNumber));
        Assert.Null(member.Queued);
    }

    [Fact]
    public void CMP04_Enquiries_are_answered_at_once_and_complaints_are_not()
    {
        Assert.Equal("complaint.not-to-be-answered", Refused(() => Received().Answer(Hugo, Nine, "Yes", Rules)));
        var enquiry = Received(ComplaintKind.Enquiry);
        Assert.Equal("complaint.text-missing", Refused(() => enquiry.Answer(Hugo, Nine, " ", Rules)));
        enquiry.Answer(Hugo, Nine.AddMinutes(4), "On the fifth.", Rules);
        Assert.Equal((ComplaintState.Answered, true), (enquiry.State, enquiry.Acknowledge!.WasMet));
    }

    [Fact]
    public void CMP13_A_word_of_the_staff_to_the_resident_acknowledges_and_a_note_does_not()
    {
        var complaint = Received();
        complaint.Say(Hugo, Nine.AddMinutes(2), "Look at B-08-C first", isInternal: true, isResident: false);
        Assert.Null(complaint.Acknowledge!.WasMet);
        complaint.Say(Hugo, Nine.AddMinutes(3), "We come at once.", isInternal: false, isResident: false);
        Assert.True(complaint.Acknowledge!.WasMet);
    }

    [Fact]
    public void CMP12_What_waits_is_in_the_queue_of_whose_turn_it_is()
    {
        Assert.Equal("Desk", Received().Queued!.Team);
        Assert.Equal((Marcos.Id, "Engineer"), (InProgress().Queued!.AssigneeId, InProgress().Queued!.Team));
        var resolved = Proposed();
        resolved.Agree(Elena, Nine.AddHours(3), null, Rules);
        Assert.Equal(("Desk", null), (resolved.Queued!.Team, resolved.Queued!.AssigneeId));
        Assert.Null(Closed().Queued);
    }

    [Fact]
    public void CMP_A_case_is_its_persons_alone_and_only_while_the_unit_is()
    {
        var complaint = Received();

        Assert.True(complaint.IsOf(Elena));
        Assert.False(complaint.IsOf(ExOwner));
        Assert.False(complaint.IsOf(Neighbour));
        Assert.False(complaint.IsOf(new Actor("moved", "Elena, in another flat", [ComplaintPermissions.Raise], [Person, "unit-other"])));
    }

    private static ComplaintPart Closed()
    {
        var complaint = Proposed();
        complaint.Agree(Elena, Nine.AddHours(3), 5, Rules);
        complaint.BeVisited(Ines, Nine.AddHours(4), new ReturnVisit(5, 5, 5, 5, null, "Inés", Nine.AddHours(4)), isSatisfied: true, Rules);
        return complaint;
    }

    private static ComplaintPart Ticked(ComplaintPart complaint)
    {
        complaint.Tick(Nine, Rules);
        return complaint;
    }
}
