using PropertySuite.Core;
using PropertySuite.Visitors;
using static Modules.Tests.Visitors.VisitWorld;

namespace Modules.Tests.Visitors;

/// <summary>VIS-10: who is on the watch list, and how one gets on it and off it.</summary>
public sealed class WatchTests
{
    private static readonly DateOnly Today = new(2026, 11, 13);
    private static readonly Actor Bruno = new("bruno", "Bruno", [VisitPermissions.Watch]);
    private static readonly Actor Marta = new("marta", "Marta Manager", [VisitPermissions.Manage]);

    [Theory]
    [InlineData("Nuria Salcedo", "Nuria Salcedo Pons", true)]
    [InlineData("NURIA SALCEDO PONS", "Salcedo Pons, Núria", true)]
    [InlineData("Juan de la Cruz", "Juan Cruz", true)]
    [InlineData("Nuria Salcedo Pons", "Nuria Salcedo", false)]
    [InlineData("Salcedo", "Nuria Salcedo", false)]
    [InlineData("王小明", "王小明", true)]
    [InlineData("王小明", "王明", false)]
    [InlineData(null, "Nuria Salcedo", false)]
    public void VIS10_Names_are_compared_by_their_words_in_any_order_without_accents(string? watched, string visitor, bool match) =>
        Assert.Equal(match, WatchNames.Matches(watched, visitor));

    [Fact]
    public void VIS10_Who_proposes_an_entry_cannot_agree_to_it_and_a_second_person_can()
    {
        var entry = new WatchEntryPart();
        entry.Propose(Carla, Nine, Today, Plan());

        Assert.Equal("watch.second-person", Refused(() => entry.Approve(Carla, Nine)));
        Assert.Equal("lifecycle.not-yours", Refused(() => entry.Approve(Tomas, Nine)));
        entry.Approve(Bruno, Nine);

        Assert.Equal((WatchState.Active, "Bruno"), (entry.State, entry.ApprovedByName));
    }

    [Fact]
    public void VIS10_An_entry_that_only_a_manager_lifts_is_lifted_by_nobody_else_and_never_without_a_reason()
    {
        var entry = new WatchEntryPart();
        entry.Propose(Lucia, Nine, Today, Plan() with { ManagerLifts = true });
        entry.Approve(Carla, Nine);

        Assert.Equal("lifecycle.not-yours", Refused(() => entry.End(WatchVerbs.Lift, Carla, Nine, "Paid")));
        Assert.Equal("lifecycle.reason-missing", Refused(() => entry.End(WatchVerbs.Lift, Marta, Nine, null)));
        entry.End(WatchVerbs.Lift, Marta, Nine, "Paid");

        Assert.Equal(WatchState.Lifted, entry.State);
    }

    [Fact]
    public void VIS10_An_entry_names_somebody_gives_a_reason_and_is_looked_at_again_within_a_year()
    {
        Assert.Equal("watch.nobody-named", Refused(() => Propose(Plan() with { Who = new Watched(null, null, null) })));
        Assert.Equal("watch.name-too-short", Refused(() => Propose(Plan() with { Who = new Watched("Salcedo", null, null) })));
        Assert.Equal("lifecycle.reason-missing", Refused(() => Propose(Plan() with { Reason = " " })));
        Assert.Equal("watch.day-over", Refused(() => Propose(Plan() with { ExpiresOn = Today.AddDays(-1) })));
        Assert.Equal("watch.review-too-far", Refused(() => Propose(Plan() with { ReviewOn = Today.AddYears(2) })));
    }

    public static TheoryData<WatchState, string> StatesAndVerbs()
    {
        var data = new TheoryData<WatchState, string>();
        foreach (var state in Enum.GetValues<WatchState>())
        {
            foreach (var verb in WatchLifecycle.Table.Transitions.Where(row => row.From is not null).Select(row => row.Verb.Id).Distinct())
            {
                data.Add(state, verb);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(StatesAndVerbs))]
    public void VIS10_Each_verb_from_each_state_is_open_to_those_of_the_table_and_to_nobody_else(WatchState state, string verbId)
    {
        var allowed = (state, verbId) switch
        {
            (WatchState.Proposed, "approve-entry") => new[] { "second" },
            (WatchState.Proposed, "reject") => ["captain", "second"],
            (WatchState.Active, "lift") => ["captain", "second", "manager"],
            (WatchState.Proposed or WatchState.Active, "end") => ["clock"],
            _ => [],
        };
        foreach (var (name, actor) in new[] { ("captain", Carla), ("second", Bruno), ("manager", Marta), ("desk", Lucia), ("guard", Tomas), ("clock", Actor.Clock), ("nobody", Nobody) })
        {
            var entry = new WatchEntryPart();
            entry.Propose(Carla, Nine, Today, Plan());
            entry.State = state;
            var taken = true;
            try
            {
                WatchLifecycle.Table.Take(entry, WatchLifecycle.Table.Transitions.First(row => row.Verb.Id == verbId).Verb, actor, Nine, "why");
            }
            catch (RefusedException)
            {
                taken = false;
            }

            Assert.True(taken == allowed.Contains(name), $"{name} · {verbId} · {state}");
        }
    }

    private static WatchPlan Plan() => new(new Watched("Nuria Salcedo", null, null), WatchLevel.Stop, WatchKind.UnpaidDamage, "Broke the door", null, null, Today.AddDays(30), Today.AddDays(90), ManagerLifts: false);

    private static void Propose(WatchPlan plan) => new WatchEntryPart().Propose(Carla, Nine, Today, plan);
}
