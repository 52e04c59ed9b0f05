using PropertySuite.Core;
using PropertySuite.Decoration;

namespace Modules.Tests.Decoration;

public sealed class PermitLifecycleTests
{
    private static readonly DateTime Noon = new(2026, 11, 2, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly PermitUnit Unit = new("unit", "E-10-B", "T2", 92.75m);

    private static readonly Actor Owner = new("o", "Carmen", [DecorationPermissions.Apply], ["unit"]);
    private static readonly Actor OtherOwner = new("p", "Elena", [DecorationPermissions.Apply], ["other"]);
    private static readonly Actor Desk = new("d", "Hugo", [DecorationPermissions.Handle]);
    private static readonly Actor Engineer = new("e", "Iván", [DecorationPermissions.Inspect, DecorationPermissions.Stop]);
    private static readonly Actor Captain = new("s", "Rosa", [DecorationPermissions.Stop]);
    private static readonly Actor Manager = new("m", "Marta", [DecorationPermissions.Handle, DecorationPermissions.Inspect, DecorationPermissions.Stop, DecorationPermissions.Decide]);
    private static readonly Actor Stranger = new("x", "Nobody", ["Else"]);

    private static readonly Dictionary<string, Actor> People = new() { ["Applicant"] = Owner, ["Desk"] = Desk, ["Engineer"] = Engineer, ["Security"] = Captain, ["Manager"] = Manager, ["Clock"] = Actor.Clock };

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, PermitLifecycle.Table.Transitions.Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void DEC_05_each_row_of_the_table_is_taken_by_its_roles_and_by_nobody_else(int at)
    {
        var row = PermitLifecycle.Table.Transitions[at];
        foreach (var (name, actor) in People.Append(new("Stranger", Stranger)).Append(new("Applicant of another unit", OtherOwner)))
        {
            var permit = Whole(row.From ?? PermitState.Draft, row.Verb);
            var may = row.By.Any(role => role.Name == name)
                || row.By.Any(role => role.Name is "Desk" or "Engineer" or "Security" && ReferenceEquals(actor, Manager))
                || row.By.Any(role => role.Name == "Security" && ReferenceEquals(actor, Engineer));
            void Act() => _ = row.From is null ? PermitLifecycle.Table.Begin(permit, row.Verb, actor, Noon.AddYears(1), "why") : PermitLifecycle.Table.Take(permit, row.Verb, actor, Noon.AddYears(1), "why");

            if (may)
            {
                Act();
                Assert.Equal(row.To, permit.State);
            }
            else
            {
                Assert.Equal("lifecycle.not-yours", Assert.Throws<RefusedException>(Act).Code);
            }
        }
    }

    [Fact]
    public void DEC_05_what_the_table_does_not_name_is_refused_from_every_state()
    {
        foreach (var state in Enum.GetValues<PermitState>())
        {
            foreach (var verb in PermitLifecycle.Table.Transitions.Select(row => row.Verb).Distinct())
            {
                if (PermitLifecycle.Table.Transitions.Any(row => row.From == state && row.Verb == verb)) continue;
                var refused = Assert.Throws<RefusedException>(() => PermitLifecycle.Table.Take(Whole(state), verb, Manager, Noon, "why"));
                Assert.Equal("lifecycle.not-from-here", refused.Code);
            }
        }
    }

    [Fact]
    public void DEC_04_the_scope_says_which_documents_are_asked_for()
    {
        Assert.Equal([DocumentKind.Licence, DocumentKind.Insurance], ScopeRules.Documents([ScopeKind.Finishes], byTenant: false));
        Assert.Equal(
            [DocumentKind.Plan, DocumentKind.Licence, DocumentKind.Insurance, DocumentKind.OwnersLetter, DocumentKind.Waterproofing, DocumentKind.ElectricalDiagram, DocumentKind.NeighbourConsent],
            ScopeRules.Documents([ScopeKind.WetArea, ScopeKind.Electrics], byTenant: true));
        Assert.False(ScopeRules.NeedsEngineering([ScopeKind.Finishes]));
        Assert.True(ScopeRules.NeedsEngineering([ScopeKind.Finishes, ScopeKind.Gas]));
    }

    [Fact]
    public void DEC_04_an_application_is_not_complete_while_documents_are_missing()
    {
        var permit = Applied(ScopeKind.WetArea);
        permit.Take(PermitVerbs.Submit, Owner, Noon);

        Refused("works.documents-missing", () => permit.Take(PermitVerbs.Complete, Desk, Noon));
        foreach (var document in permit.Asked) permit.Receive(document, Owner, Noon);
        permit.Take(PermitVerbs.Complete, Desk, Noon);

        Assert.Equal(PermitState.UnderReview, permit.State);
    }

    [Fact]
    public void DEC_09_there_is_no_permit_before_review_payment_and_signatures()
    {
        var permit = Applied(ScopeKind.WetArea);
        permit.Take(PermitVerbs.Submit, Owner, Noon);
        foreach (var document in permit.Asked) permit.Receive(document, Desk, Noon);
        permit.Take(PermitVerbs.Complete, Desk, Noon);

        Refused("works.not-reviewed", () => permit.Take(PermitVerbs.Approve, Manager, Noon));
        permit.Take(PermitVerbs.Review, Engineer, Noon);
        permit.Take(PermitVerbs.Approve, Manager, Noon);
        Refused("works.not-paid", () => permit.Take(PermitVerbs.Paid, Actor.Clock, Noon));
        permit.Know(isPaid: true);
        permit.Take(PermitVerbs.Paid, Actor.Clock, Noon);
        Refused("works.not-signed", () => permit.Issue(Desk, Noon, Noon));
        permit.Take(PermitVerbs.Sign, Desk, Noon);
        permit.Know(isPaid: false);
        Refused("works.not-paid", () => permit.Issue(Desk, Noon, Noon));
        permit.Know(isPaid: true);
        permit.Issue(Desk, Noon, Noon.AddDays(30));

        Assert.Equal(PermitState.Permitted, permit.State);
    }

    [Fact]
    public void DEC_06_conditions_are_kept_when_the_applicant_accepts_them()
    {
        var permit = Whole(PermitState.UnderReview);
        permit.Take(PermitVerbs.Propose, Engineer, Noon, "Floor protected to the lift");
        permit.Take(PermitVerbs.AcceptConditions, Owner, Noon);

        Assert.Equal((PermitState.UnderReview, "Floor protected to the lift"), (permit.State, permit.Conditions));
    }

    [Fact]
    public void DEC_05_what_is_returned_is_looked_at_again_by_engineering()
    {
        var permit = Whole(PermitState.UnderReview);
        Assert.NotNull(permit.ReviewedByName);

        permit.Take(PermitVerbs.Return, Manager, Noon, "The plan is old");

        Assert.Null(permit.ReviewedByName);
    }

    [Fact]
    public void DEC_07_the_tariff_asks_by_type_area_and_workers()
    {
        var sums = DecorationTariff.Of(new DecorationSettings(), Unit, new WorksPlan { Workers = 6 });

        Assert.Equal(
            [("DEC-M", 80m), ("DEC-W", 194.78m), ("DEC-P", 30m), ("DEC-D", 700m), ("DEC-C", 600m), ("DEC-K", 60m)],
            sums.Select(sum => (sum.Code, sum.Amount)));
        Assert.Equal(1_400m, DecorationTariff.Of(new DecorationSettings(), Unit with { Layout = "dúplex" }, new WorksPlan()).Single(sum => sum.Code == "DEC-D").Amount);
    }

    [Fact]
    public void DEC_15_a_grave_violation_stops_the_works_until_it_is_put_right_and_paid()
    {
        var permit = Whole(PermitState.InProgress);

        var steps = permit.Violate(Captain, Noon, Today, "hot-work", "Welding on the balcony");

        Assert.Equal((PermitState.Suspended, 2), (permit.State, steps.Count));
        Refused("works.violation-open", () => permit.Take(PermitVerbs.Resume, Manager, Noon));
        Refused("lifecycle.not-yours", () => permit.Cure(Captain, Noon, permit.Violations[0].Slot));
        permit.Cure(Engineer, Noon, permit.Violations[0].Slot);
        permit.Know(isPaid: false);
        Refused("works.not-paid", () => permit.Take(PermitVerbs.Resume, Manager, Noon));
        permit.Know(isPaid: true);
        permit.Take(PermitVerbs.Resume, Manager, Noon);
        Assert.Equal(PermitState.InProgress, permit.State);
    }

    [Fact]
    public void DEC_15_a_small_one_leaves_the_works_going_and_the_catalogue_is_the_only_list()
    {
        var permit = Whole(PermitState.InProgress);

        Assert.Single(permit.Violate(Engineer, Noon, Today, "rubbish", null));
        Assert.Equal(PermitState.InProgress, permit.State);
        Assert.Equal(Today.AddDays(1), permit.Violations[0].CureBy);
        Refused("works.violation-unknown", () => permit.Violate(Engineer, Noon, Today, "made-up", null));
        Refused("lifecycle.not-yours", () => permit.Violate(Owner, Noon, Today, "rubbish", null));
    }

    [Fact]
    public void DEC_18_more_time_is_given_twice_and_not_a_third_time()
    {
        var permit = Whole(PermitState.InProgress);
        for (var i = 0; i < PermitPart.MostExtensions; i++)
        {
            permit.AskForTime(Owner, Noon, permit.LastDay.AddDays(7), "tiles are late");
            permit.Extend(Manager, Noon, Noon.AddDays(60));
        }

        Assert.Equal(2, permit.Extensions);
        Refused("works.extended-twice", () => permit.AskForTime(Owner, Noon, permit.LastDay.AddDays(7), "again"));
    }

    [Fact]
    public void DEC_18_the_day_asked_for_is_later_than_the_last_one()
    {
        var permit = Whole(PermitState.InProgress);
        Refused("works.no-longer", () => permit.AskForTime(Owner, Noon, permit.LastDay, null));
    }

    [Fact]
    public void DEC_19_the_clock_books_an_overrun_only_when_the_last_day_has_passed()
    {
        var permit = Whole(PermitState.InProgress);
        Refused("works.not-over-yet", () => permit.Take(PermitVerbs.Overrun, Actor.Clock, permit.EndsAtUtc.AddSeconds(-1)));
        permit.Take(PermitVerbs.Overrun, Actor.Clock, permit.EndsAtUtc);
        Assert.Equal(PermitState.Overrun, permit.State);
    }

    [Fact]
    public void DEC_20_works_are_not_accepted_while_a_violation_is_open()
    {
        var permit = Whole(PermitState.InProgress);
        permit.Violate(Engineer, Noon, Today, "lift", null);
        permit.Take(PermitVerbs.ReportComplete, Owner, Noon);
        Refused("works.violation-open", () => permit.Accept(Engineer, Noon, Noon.AddMonths(2)));
    }

    [Fact]
    public void DEC_21_the_second_check_comes_before_the_settlement_unless_the_manager_says_why()
    {
        var permit = Whole(PermitState.CompletionReported);
        permit.Accept(Engineer, Noon, Noon.AddMonths(2));

        Refused("works.second-check-early", () => permit.Take(PermitVerbs.SecondCheck, Actor.Clock, Noon.AddMonths(1)));
        Refused("lifecycle.not-yours", () => permit.Take(PermitVerbs.SettleEarly, Engineer, Noon, "please"));
        Refused("lifecycle.reason-missing", () => permit.Take(PermitVerbs.SettleEarly, Manager, Noon));
        permit.Take(PermitVerbs.SettleEarly, Manager, Noon, "The flat is sold");

        Assert.Equal(PermitState.SettlementDraft, permit.State);
    }

    [Fact]
    public void DEC_22_no_more_is_kept_than_is_held()
    {
        var permit = Whole(PermitState.SettlementDraft);
        permit.Keep(Desk, Noon, 85, 700, "EUR", "A tile in the corridor");

        Refused("works.kept-too-much", () => permit.Keep(Desk, Noon, 615.01m, 700, "EUR", "more"));
        permit.Keep(Desk, Noon, 615, 700, "EUR", "the rest");
        Assert.Equal(700m, permit.Kept.Sum(sum => sum.Amount));
    }

    [Fact]
    public void DEC_13_workers_come_in_only_while_the_permit_holds()
    {
        PermitState[] open = [PermitState.Permitted, PermitState.InProgress, PermitState.ExtensionAsked, PermitState.CompletionReported, PermitState.Rectification];
        Assert.Equal(open, Enum.GetValues<PermitState>().Where(PermitStates.LetsWorkersIn));
    }

    [Theory]
    [InlineData("Scope", "works.scope-missing")]
    [InlineData("Contractor", "works.contractor-missing")]
    [InlineData("SiteManagerPhone", "works.phone-missing")]
    [InlineData("Until", "works.days-reversed")]
    [InlineData("From", "works.day-over")]
    [InlineData("Workers", "works.workers-wrong")]
    [InlineData("Rules", "works.rules-not-acknowledged")]
    public void DEC_01_what_is_missing_is_said_beside_its_field(string field, string code)
    {
        var plan = Plan(ScopeKind.Finishes);
        plan = field switch
        {
            "Scope" => plan with { Scope = [] },
            "Contractor" => plan with { Contractor = " " },
            "SiteManagerPhone" => plan with { SiteManagerPhone = "12" },
            "Until" => plan with { Until = plan.From.AddDays(-1) },
            "From" => plan with { From = Today.AddDays(-1) },
            "Workers" => plan with { Workers = 61 },
            _ => plan,
        };

        var refused = Assert.Throws<RefusedException>(() => new PermitPart().Begin(Owner, Noon, Today, Unit, new Applicant("p", "Carmen", false), plan, rulesAcknowledged: field != "Rules"));
        Assert.Equal((code, field), (refused.Code, refused.Field));
    }

    [Fact]
    public void DEC_01_nobody_applies_for_the_unit_of_another() =>
        Refused("works.unit-not-yours", () => new PermitPart().Begin(OtherOwner, Noon, Today, Unit, new Applicant("p", "Elena", false), Plan(ScopeKind.Finishes), true));

    [Fact]
    public void The_usual_way_leads_from_the_draft_to_the_file() => Assert.Equal(
        [
            PermitState.Draft, PermitState.Submitted, PermitState.UnderReview, PermitState.AwaitingPayment, PermitState.AgreementToSign, PermitState.Permitted, PermitState.InProgress, PermitState.CompletionReported,
            PermitState.Accepted, PermitState.SecondCheckDue, PermitState.SettlementDraft, PermitState.SettlementApproved, PermitState.Refunded, PermitState.Archived,
        ],
        PermitLifecycle.Table.UsualPath(PermitState.Draft));

    private static WorksPlan Plan(params ScopeKind[] scope) => new()
    {
        Scope = scope, Description = "Bathroom 1", From = Today.AddDays(14), Until = Today.AddDays(46), Contractor = "Obras Miravalle", SiteManager = "Óscar Benavides", SiteManagerPhone = "600 000 471", Workers = 6,
    };

    private static PermitPart Applied(params ScopeKind[] scope)
    {
        var permit = new PermitPart();
        permit.Begin(Owner, Noon, Today, Unit, new Applicant("p", "Carmen", false), Plan(scope), rulesAcknowledged: true);
        return permit;
    }

    // A record for which every condition holds, in a state.
    private static PermitPart Whole(PermitState state, Verb? before = null)
    {
        var permit = new PermitPart();
        permit.TakeOver(Engineer, Noon, "JDA-DEC-2026-00001", Unit, new Applicant("p", "Carmen", false), Plan(ScopeKind.WetArea), state == PermitState.UnderReview && before != PermitVerbs.Review ? PermitState.AwaitingPayment : state, Noon, Noon.AddDays(46), Noon.AddMonths(2), 0);
        foreach (var document in permit.Asked) permit.Receive(document, Desk, Noon);
        permit.Know(isPaid: true);
        permit.State = state;
        if (before == PermitVerbs.Permit) permit.Take(PermitVerbs.Sign, Desk, Noon);
        return permit;
    }

    private static void Refused(string code, Action act) => Assert.Equal(code, Assert.Throws<RefusedException>(act).Code);
}
