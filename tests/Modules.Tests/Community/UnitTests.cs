using PropertySuite.Community;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;
using PropertySuite.Core;

namespace Modules.Tests.Community;

public sealed class UnitTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Fact]
    public void A_unit_is_completed_then_handed_over_then_closed()
    {
        var unit = new UnitPart();
        Refused(Refusals.UnitNotCompleted, () => unit.HandOver(Today));
        unit.Complete();
        unit.HandOver(Today);
        Refused(Refusals.UnitAlreadyHandedOver, () => unit.HandOver(Today));
        unit.Close(Today, []);

        Assert.False(unit.IsLive);
        Assert.Equal(Today, unit.ClosedOn);
        Refused(Refusals.UnitClosed, () => unit.BeginWorks(Today));
        Refused(Refusals.UnitClosed, () => unit.Describe(UnitKind.Flat, "T3", 3, 96.4m, 113.75m));
    }

    [Fact]
    public void A_unit_that_somebody_holds_or_that_has_works_is_not_closed()
    {
        var unit = HandedOver();
        Refused(Refusals.UnitHasTies, () => unit.Close(Today, [new TiePart()]));
        unit.BeginWorks(Today);
        Refused(Refusals.UnitHasWorks, () => unit.Close(Today, []));
        unit.EndWorks();
        unit.Close(Today, []);
    }

    [Fact]
    public void Its_state_is_read_from_its_stage_and_from_who_is_there_today()
    {
        var unit = HandedOver();
        var away = Tie(TieKind.Owner, atHome: false);
        var home = Tie(TieKind.Owner, atHome: true);
        var tenant = Tie(TieKind.Tenant, atHome: true);
        var family = Tie(TieKind.Family, atHome: true);
        var help = Tie(TieKind.Staff, atHome: true);

        Assert.Equal(UnitState.NotHandedOver, new UnitPart().StateOn(Today, [home]));
        Assert.Equal(UnitState.Vacant, unit.StateOn(Today, []));
        Assert.Equal(UnitState.Vacant, unit.StateOn(Today, [away, help]));
        Assert.Equal(UnitState.OwnerOccupied, unit.StateOn(Today, [away, family]));
        Assert.Equal(UnitState.OwnerOccupied, unit.StateOn(Today, [home]));
        Assert.Equal(UnitState.Let, unit.StateOn(Today, [away, tenant]));
        Assert.Equal(UnitState.Vacant, unit.StateOn(Today, [tenant with { Until = Today }]));
        Assert.Equal(UnitState.Let, unit.StateOn(Today, [tenant with { Until = Today.AddDays(1) }]));
        unit.BeginWorks(Today);
        Assert.Equal(UnitState.Decorating, unit.StateOn(Today, [home]));
    }

    [Fact]
    public void A_garage_is_in_use_as_long_as_somebody_owns_it()
    {
        var garage = HandedOver();
        garage.Describe(UnitKind.Garage, null, null, 12.5m, 14.75m);

        Assert.Equal(UnitState.OwnerOccupied, garage.StateOn(Today, [Tie(TieKind.Owner, atHome: false)]));
        Assert.Equal(UnitState.Vacant, garage.StateOn(Today, []));
    }

    [Theory]
    [InlineData(0, null, "InnerAreaSquareMetres")]
    [InlineData(null, -1, "BuiltAreaSquareMetres")]
    public void An_area_is_more_than_nothing(int? inner, int? built, string field) =>
        Assert.Equal(field, Assert.Throws<RefusedException>(() => new UnitPart().Describe(UnitKind.Flat, null, null, inner, built)).Field);

    private static UnitPart HandedOver()
    {
        var unit = new UnitPart();
        unit.Complete();
        unit.HandOver(new(2016, 4, 18));
        return unit;
    }

    private static TieSummary Tie(TieKind kind, bool atHome) =>
        new("tie", "unit", "person", kind, null, new(2016, 4, 18), null, atHome, PaysBills: false);

    private static void Refused(Refusal refusal, Action act) => Assert.Equal(refusal.Code, Assert.Throws<RefusedException>(act).Code);
}
