using PropertySuite.Community;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;
using PropertySuite.Core;

namespace Modules.Tests.Community;

public sealed class TieTests
{
    private static readonly DateOnly March1 = new(2024, 3, 1);
    private static readonly DateTime Noon = new(2024, 2, 20, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_tie_holds_from_its_first_day_until_just_before_its_end()
    {
        var tie = Tenant("carmen", from: new(2024, 2, 29), until: new(2028, 2, 29));

        Assert.False(tie.HoldsOn(new(2024, 2, 28)));
        Assert.True(tie.HoldsOn(new(2024, 2, 29)));
        Assert.True(tie.HoldsOn(new(2028, 2, 28)));
        Assert.False(tie.HoldsOn(new(2028, 2, 29)));
    }

    [Fact]
    public void Who_sells_on_a_day_and_who_buys_on_it_never_both_own()
    {
        var seller = Owner("ignacio", 100, from: new(2016, 4, 18));
        seller.End(March1, "Sale", "manager", Noon);
        var buyer = Owner("nerea", 100, from: March1);

        Assert.True(seller.HoldsOn(March1.AddDays(-1)));
        Assert.False(seller.HoldsOn(March1));
        Assert.True(buyer.HoldsOn(March1));
        TieRules.Check(buyer, [seller]);
    }

    [Fact]
    public void Three_owners_of_50_30_and_20_make_the_whole()
    {
        TiePart[] two = [Owner("elena", 50), Owner("rafael", 30)];

        TieRules.Check(Owner("julian", 20), two);
        Refused(Refusals.SharesAboveWhole, () => TieRules.Check(Owner("julian", 20.01m), two));
    }

    [Fact]
    public void Shares_are_added_on_the_days_on_which_they_meet_and_on_no_others()
    {
        TiePart[] others =
        [
            Owner("a", 60, from: new(2020, 1, 1), until: new(2021, 1, 1)),
            Owner("b", 60, from: new(2021, 1, 1), until: new(2022, 1, 1)),
        ];

        TieRules.Check(Owner("c", 40, from: new(2020, 6, 1)), others);
        Refused(Refusals.SharesAboveWhole, () => TieRules.Check(Owner("c", 41, from: new(2020, 6, 1)), others));
        Refused(Refusals.SharesAboveWhole, () => TieRules.Check(Owner("c", 41, from: new(2019, 1, 1)), others));
        TieRules.Check(Owner("c", 100, from: new(2022, 1, 1)), others);
    }

    [Fact]
    public void A_share_that_is_to_come_counts_too() =>
        Refused(Refusals.SharesAboveWhole, () => TieRules.Check(Owner("b", 50, from: new(2020, 1, 1)), [Owner("a", 60, from: new(2030, 1, 1))]));

    [Fact]
    public void One_person_has_one_tie_of_a_kind_at_a_time()
    {
        var first = Tenant("carmen", from: new(2024, 1, 1), until: new(2025, 1, 1));

        Refused(Refusals.SameTieOverlaps, () => TieRules.Check(Tenant("carmen", from: new(2024, 12, 31)), [first]));
        TieRules.Check(Tenant("carmen", from: new(2025, 1, 1)), [first]);
        TieRules.Check(Tenant("olga", from: new(2024, 6, 1)), [first]);
        TieRules.Check(Owner("carmen", 100, from: new(2024, 6, 1)), [first]);
    }

    [Fact]
    public void A_tie_ended_on_the_day_it_began_held_on_none_and_bars_nothing()
    {
        var mistake = Owner("elena", 100);
        mistake.End(mistake.From, "Entered by mistake", "manager", Noon);

        Assert.False(mistake.HoldsOn(mistake.From));
        TieRules.Check(Owner("elena", 100), [mistake]);
    }

    [Fact]
    public void The_end_is_kept_with_who_and_why()
    {
        var tie = Owner("ignacio", 100);
        tie.End(March1, "  Sale ", "manager", Noon);

        Assert.Equal(new TieEnd(March1, "Sale", "manager", Noon), tie.Ended);
        Refused(Refusals.AlreadyEnded, () => tie.End(March1, "again", "manager", Noon));
    }

    [Fact]
    public void An_end_needs_a_reason_and_a_day_that_is_not_before_the_beginning()
    {
        var tie = Owner("ignacio", 100, from: March1);

        Refused(Refusals.ReasonMissing, () => tie.End(March1, " ", "manager", Noon));
        Refused(Refusals.EndBeforeBeginning, () => tie.End(March1.AddDays(-1), "Sale", "manager", Noon));
        Assert.Null(tie.Until);
    }

    [Fact]
    public void A_lease_can_end_sooner_than_agreed_and_not_later()
    {
        var early = Tenant("priya", from: new(2025, 3, 1), until: new(2027, 3, 1));
        var late = Tenant("priya", from: new(2025, 3, 1), until: new(2027, 3, 1));

        early.End(new(2026, 6, 1), "Moved out", "manager", Noon);
        Assert.False(early.HoldsOn(new(2026, 6, 1)));
        Refused(Refusals.AlreadyEnded, () => late.End(new(2027, 3, 2), "Moved out", "manager", Noon));
    }

    [Theory]
    [InlineData(TieKind.Owner, null)]
    [InlineData(TieKind.Owner, 0.0)]
    [InlineData(TieKind.Owner, -5.0)]
    [InlineData(TieKind.Owner, 100.01)]
    [InlineData(TieKind.Tenant, 50.0)]
    public void Owners_hold_a_share_above_nothing_and_others_hold_none(TieKind kind, double? share) =>
        Assert.Equal(nameof(TiePart.SharePercent), Assert.Throws<RefusedException>(() =>
            new TiePart().Begin("unit", "person", kind, March1, null, (decimal?)share)).Field);

    private static TiePart Owner(string person, decimal share, DateOnly? from = null, DateOnly? until = null)
    {
        var tie = new TiePart();
        tie.Begin("unit", person, TieKind.Owner, from ?? new(2016, 4, 18), until, share);
        return tie;
    }

    private static TiePart Tenant(string person, DateOnly from, DateOnly? until = null)
    {
        var tie = new TiePart();
        tie.Begin("unit", person, TieKind.Tenant, from, until);
        return tie;
    }

    private static void Refused(Refusal refusal, Action act) => Assert.Equal(refusal.Code, Assert.Throws<RefusedException>(act).Code);
}
