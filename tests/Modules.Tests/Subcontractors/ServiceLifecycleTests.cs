using PropertySuite.Core;
using PropertySuite.Subcontractors;
using static Modules.Tests.Subcontractors.ServiceWorld;

namespace Modules.Tests.Subcontractors;

/// <summary>Every verb from every state, by everybody: what the tables allow, and nothing else.</summary>
public sealed class ServiceLifecycleTests
{
    // Rows of the tables as people say them: state, verb, who may.
    private static readonly Dictionary<string, string> Companies = new(StringComparer.Ordinal)
    {
        ["Active end-company"] = "Manager",
        ["Ended resume-company"] = "Manager",
    };

    private static readonly Dictionary<string, string> Contracts = new(StringComparer.Ordinal)
    {
        ["Running renew-contract"] = "Manager",
        ["Running propose-termination"] = "Manager Supervisor",
        ["TerminationProposed keep-contract"] = "Manager",
        ["Running terminate-contract"] = "Manager",
        ["TerminationProposed terminate-contract"] = "Manager",
        ["Running contract-runs-out"] = "Clock",
        ["TerminationProposed contract-runs-out"] = "Clock",
    };

    private static readonly Dictionary<string, string> Tenders = new(StringComparer.Ordinal)
    {
        ["Need invite-bids"] = "Manager Supervisor",
        ["Inviting open-bids"] = "Manager Supervisor",
        ["Scoring rank-bids"] = "Clock",
        ["Ranked award-tender"] = "Manager",
        ["Need cancel-tender"] = "Manager",
        ["Inviting cancel-tender"] = "Manager",
        ["Scoring cancel-tender"] = "Manager",
        ["Ranked cancel-tender"] = "Manager",
    };

    private static readonly Dictionary<string, string> Inspections = new(StringComparer.Ordinal)
    {
        ["InProgress submit-inspection"] = "Manager Supervisor Engineer",
        ["Submitted sign-inspection"] = "Contractor",
        ["Submitted dispute-inspection"] = "Contractor",
        ["Submitted inspection-unanswered"] = "Clock",
        ["Signed confirm-inspection"] = "Manager Supervisor",
        ["Disputed reopen-inspection"] = "Manager Supervisor",
        ["Disputed uphold-inspection"] = "Manager Supervisor",
    };

    private static readonly Dictionary<string, string> Findings = new(StringComparer.Ordinal)
    {
        ["Open notify-finding"] = "Manager Supervisor Engineer",
        ["Notified answer-finding"] = "Manager Supervisor Engineer Contractor",
        ["Repeated answer-finding"] = "Manager Supervisor Engineer Contractor",
        ["Overdue answer-finding"] = "Manager Supervisor Engineer Contractor",
        ["Answered close-finding"] = "Manager Supervisor Engineer",
        ["Answered repeat-finding"] = "Manager Supervisor Engineer",
        ["Notified finding-overdue"] = "Clock",
        ["Repeated finding-overdue"] = "Clock",
        ["Open waive-finding"] = "Manager",
        ["Notified waive-finding"] = "Manager",
        ["Answered waive-finding"] = "Manager",
        ["Repeated waive-finding"] = "Manager",
        ["Overdue waive-finding"] = "Manager",
    };

    private static readonly Dictionary<string, string> Statements = new(StringComparer.Ordinal)
    {
        ["Draft send-statement"] = "Manager Supervisor",
        ["Sent accept-statement"] = "Contractor",
        ["Sent object-statement"] = "Contractor",
        ["Sent statement-unanswered"] = "Clock",
        ["Objected decide-objection"] = "Manager",
        ["Accepted approve-statement"] = "Manager",
        ["Decided approve-statement"] = "Manager",
        ["Approved record-payment"] = "Manager Cashier",
    };

    [Fact]
    public void TEN01_A_company_takes_the_steps_of_its_table_and_no_others() =>
        Walk(CompanyLifecycle.Table, Companies, state => { var company = Company(); company.State = state; return company; });

    [Fact]
    public void TEN10_SUB16_A_contract_takes_the_steps_of_its_table_and_no_others() => Walk(ContractLifecycle.Table, Contracts, state =>
    {
        var contract = Contract();
        contract.Evaluate(Manager, Nine, new(90, 80, 80, 80, 80, EvaluationEnd.Renew, "", "Marta", Nine));
        contract.State = state;
        return contract;
    });

    [Fact]
    public void TEN03_A_choice_takes_the_steps_of_its_table_and_no_others() => Walk(TenderLifecycle.Table, Tenders, state =>
    {
        var tender = BidTests.Scored();
        tender.State = state;
        return tender;
    }, state => state == nameof(TenderState.Need) ? BidTests.Due.AddDays(-1) : BidTests.Due.AddDays(1));

    [Fact]
    public void SUB03_An_inspection_takes_the_steps_of_its_table_and_no_others() => Walk(InspectionLifecycle.Table, Inspections, state =>
    {
        var inspection = new InspectionPart();
        inspection.Begin(Supervisor, Nine, "contract", Contract(), CheckLevel.Daily, "Tower B", Sheet());
        inspection.State = state;
        return inspection;
    });

    [Fact]
    public void SUB06_SUB07_A_finding_takes_the_steps_of_its_table_and_no_others() => Walk(FindingLifecycle.Table, Findings, state =>
    {
        var finding = new FindingPart();
        finding.Find(Supervisor, Nine, "contract", Contract(), null, "Tower B", "Dirty glass", FindingGrade.Critical);
        finding.Notify(Supervisor, Nine, Calendar);
        finding.State = state;
        return finding;
    }, _ => Nine.AddDays(1));

    [Fact]
    public void SUB11_A_statement_takes_the_steps_of_its_table_and_no_others() => Walk(StatementLifecycle.Table, Statements, state =>
    {
        var statement = StatementTests.Draft(Supervisor);
        statement.State = state;
        return statement;
    });

    private static void Walk<T, TState>(Lifecycle<T, TState> table, Dictionary<string, string> allowed, Func<TState, T> record, Func<string, DateTime>? at = null)
        where T : class
        where TState : struct, Enum
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var verb in table.Transitions.Where(row => row.From is not null).Select(row => row.Verb).DistinctBy(verb => verb.Id))
            {
                foreach (var (name, actor) in Everybody)
                {
                    var key = $"{state} {verb.Id}";
                    var may = allowed.TryGetValue(key, out var who) && who.Split(' ').Contains(name);
                    void Take() => table.Take(record(state), verb, actor, at?.Invoke(state.ToString()) ?? Nine, "because");
                    if (may)
                    {
                        Take();
                        seen.Add(key);
                    }
                    else
                    {
                        Assert.True(Refused(Take) is "lifecycle.not-from-here" or "lifecycle.not-yours", $"{key} by {name}");
                    }
                }
            }
        }

        Assert.Equal(allowed.Keys.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }
}
