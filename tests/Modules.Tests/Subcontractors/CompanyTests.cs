using PropertySuite.Core;
using PropertySuite.Subcontractors;
using static Modules.Tests.Subcontractors.ServiceWorld;

namespace Modules.Tests.Subcontractors;

/// <summary>TEN-01, TEN-02, TEN-14: documents that expire, who is blocked, when the office is told; findings and their deadlines (SUB-07).</summary>
public sealed class CompanyTests
{
    [Theory]
    [InlineData(Trade.Cleaning, true, false, "")]
    [InlineData(Trade.Cleaning, false, true, "Insurance")]
    [InlineData(Trade.Lifts, true, false, "Licence")]
    [InlineData(Trade.Security, false, false, "Insurance Licence")]
    [InlineData(Trade.PestControl, true, true, "")]
    public void TEN02_A_company_is_blocked_while_a_document_of_its_trade_is_missing(Trade trade, bool insured, bool licensed, string missing)
    {
        var company = new CompanyPart();
        company.Register(Manager, Nine, new("Company", trade, null, new(null, null, null), null));
        if (insured) company.Record(Manager, Nine, Calendar, new(DocumentKind.Insurance, "Policy", Today));
        if (licensed) company.Record(Manager, Nine, Calendar, new(DocumentKind.Licence, "Licence", Today));

        Assert.Equal(missing, string.Join(' ', company.BlockedOn(Today).Select(block => block.Kind)));
    }

    [Fact]
    public void TEN02_The_last_day_is_valid_the_next_is_not_and_a_newer_document_frees_at_once()
    {
        var company = Company(Today);
        Assert.Empty(company.BlockedOn(Today));
        Assert.Equal(Today, Assert.Single(company.BlockedOn(Today.AddDays(1))).ExpiredOn);

        company.Record(Manager, Nine, Calendar, new(DocumentKind.Insurance, "Policy 2", Today.AddYears(1)));
        Assert.Empty(company.BlockedOn(Today.AddDays(1)));
    }

    [Fact]
    public void TEN14_The_office_is_told_60_30_and_7_days_before_the_end_and_after_it_once_each()
    {
        var last = new DateOnly(2027, 3, 31);
        var company = Company(last);
        var told = new List<string>();
        for (var looks = 0; company.LookUtc is { } look && looks < 20; looks++)
        {
            told.AddRange(company.Tick(look, Calendar).Select(step => $"{step.Verb} {(last.DayNumber - DateOnly.FromDateTime(look).DayNumber)}"));
        }

        Assert.Equal(["document-expires 60", "document-expires 30", "document-expires 7", "document-expired -1"], told);
        Assert.Null(company.LookUtc);
    }

    [Fact]
    public void TEN14_A_clock_that_looks_late_tells_once_and_a_document_that_has_a_successor_is_not_told()
    {
        var company = Company(Today.AddDays(5));
        Assert.Single(company.Tick(Nine, Calendar));
        Assert.Empty(company.Tick(Nine, Calendar));

        company.Record(Manager, Nine, Calendar, new(DocumentKind.Insurance, "Policy 2", Today.AddYears(1)));
        Assert.Empty(company.Tick(Nine.AddDays(6), Calendar));
    }

    [Fact]
    public void TEN01_A_bank_account_is_shown_by_its_end_only()
    {
        Assert.Equal("•••• 5678", Company().MaskedBank);
        Assert.DoesNotContain("ES00", Company().Row().Search, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TEN14_SUB16_A_contract_is_reviewed_90_and_30_days_before_its_end_and_runs_out_by_itself()
    {
        var contract = Contract(ends: new(2027, 6, 30));
        var told = new List<string>();
        for (var looks = 0; contract.LookUtc is { } look && looks < 20; looks++)
        {
            told.AddRange(contract.Tick(look, Calendar).Select(step => $"{step.Verb} {DateOnly.FromDateTime(look):yyyy-MM-dd}"));
        }

        Assert.Equal(["review-contract 2027-04-01", "review-contract 2027-05-31", "contract-runs-out 2027-07-01"], told);
        Assert.Equal(ContractState.Ended, contract.State);
    }

    [Fact]
    public void SUB16_A_contract_is_renewed_only_after_an_evaluation_of_the_year_that_says_so()
    {
        var contract = Contract();
        Assert.Equal("service.no-evaluation", Refused(() => contract.Renew(Manager, Nine, Calendar, new(2029, 1, 1))));
        contract.Evaluate(Manager, Nine, new(90, 80, 70, 60, 50, EvaluationEnd.Stop, "", "Marta", Nine));
        Assert.Equal("service.no-evaluation", Refused(() => contract.Renew(Manager, Nine, Calendar, new(2029, 1, 1))));

        var renew = new ContractEvaluation(90, 80, 70, 60, 50, EvaluationEnd.Renew, "", "Marta", Nine);
        Assert.Equal(81.5m, renew.Total);
        contract.Evaluate(Manager, Nine, renew);
        Assert.Equal("service.no-evaluation", Refused(() => contract.Renew(Manager, Nine.AddYears(1), Calendar, new(2029, 1, 1))));
        contract.Renew(Manager, Nine, Calendar, new(2029, 1, 1));
        Assert.Equal(new DateOnly(2029, 1, 1), contract.EndsOn);
    }

    [Fact]
    public void SUB07_Deadlines_by_grade_run_day_and_night_for_what_is_grave_and_on_working_days_for_the_rest()
    {
        Assert.Equal(Nine.AddHours(2), FindingPart.Deadline(FindingGrade.Critical, Nine, Calendar));
        Assert.Equal(Nine.AddHours(24), FindingPart.Deadline(FindingGrade.Serious, Nine, Calendar));
        Assert.Equal(Calendar.AddDays(Nine, 3), FindingPart.Deadline(FindingGrade.Normal, Nine, Calendar));
        Assert.Equal(Calendar.AddDays(Nine, 7), FindingPart.Deadline(FindingGrade.Minor, Nine, Calendar));
    }

    [Fact]
    public void SUB07_A_finding_in_time_takes_nothing_late_once_wrong_again_half_more_then_twice_and_waived_nothing()
    {
        var finding = Found(FindingGrade.Serious);
        Assert.Equal(0, finding.Points);

        Assert.Empty(finding.Tick(Nine.AddHours(23), Calendar));
        Assert.Single(finding.Tick(Nine.AddHours(24), Calendar));
        Assert.Equal((FindingState.Overdue, 2m), (finding.State, finding.Points));

        finding.Reply(Contractor, Nine.AddHours(30), "Cleaned");
        finding.Repeat(Supervisor, Nine.AddHours(31), Calendar, "Still dirty");
        Assert.Equal((3m, Nine.AddHours(55)), (finding.Points, finding.DueUtc));

        finding.Reply(Contractor, Nine.AddHours(32), "Cleaned again");
        finding.Repeat(Supervisor, Nine.AddHours(33), Calendar, "Still dirty");
        Assert.Equal(4m, finding.Points);

        finding.Take(FindingVerbs.Waive, Manager, Nine.AddHours(34), "A burst pipe");
        Assert.Equal(0, finding.Points);
        Assert.Null(finding.Queued);
    }

    [Fact]
    public void SUB17_Another_companys_contact_does_not_answer_and_nobody_answers_with_nothing()
    {
        var finding = Found(FindingGrade.Normal);
        Assert.Equal("lifecycle.not-yours", Refused(() => finding.Reply(OtherContractor, Nine, "Cleaned")));
        Assert.Equal("finding.answer-missing", Refused(() => finding.Reply(Contractor, Nine, " ")));
        finding.Reply(Contractor, Nine, "Cleaned");
        Assert.Equal(FindingState.Answered, finding.State);
    }

    [Fact]
    public void SUB05_Silence_about_an_inspection_agrees_after_48_hours_and_a_disputed_one_is_looked_at_again()
    {
        var inspection = Submitted();
        Assert.Equal(70m, inspection.Score);
        Assert.Empty(inspection.Tick(Nine.AddHours(47), Calendar));
        Assert.Single(inspection.Tick(Nine.AddHours(48), Calendar));
        Assert.Equal(InspectionState.Confirmed, inspection.State);

        var disputed = Submitted();
        Assert.Equal("lifecycle.reason-missing", Refused(() => disputed.Take(InspectionVerbs.Dispute, Contractor, Nine, null)));
        disputed.Take(InspectionVerbs.Dispute, Contractor, Nine, "It was raining");
        disputed.Take(InspectionVerbs.Reopen, Supervisor, Nine, null);
        Assert.Equal((InspectionState.InProgress, null), (disputed.State, disputed.Score));
    }

    private static InspectionPart Submitted()
    {
        var inspection = new InspectionPart();
        inspection.Begin(Supervisor, Nine, "contract", Contract(), CheckLevel.Daily, "Tower B", Sheet("0.5"));
        inspection.Submit(Supervisor, Nine, Nine.AddHours(48));
        return inspection;
    }

    private static FindingPart Found(FindingGrade grade)
    {
        var finding = new FindingPart();
        finding.Find(Supervisor, Nine, "contract", Contract(), null, "Tower B", "Dirty glass", grade);
        finding.Notify(Supervisor, Nine, Calendar);
        return finding;
    }
}
