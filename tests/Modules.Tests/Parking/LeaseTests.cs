using PropertySuite.Core;
using PropertySuite.Parking;
using static Modules.Tests.Parking.ParkingWorld;

namespace Modules.Tests.Parking;

/// <summary>What days bring about for a lease (PRK-10, PRK-11).</summary>
public sealed class LeaseTests
{
    private static readonly DateOnly Until = Today.AddDays(60);

    [Fact]
    public void The_tenant_is_told_thirty_fifteen_and_three_days_before_the_end_and_once_each()
    {
        var lease = Lease(Today, Until);
        var told = new List<(int DaysLeft, string Verb)>();
        for (var day = Today; day < Until; day = day.AddDays(1))
        {
            foreach (var run in new[] { 1, 2 })
            {
                told.AddRange(lease.Tick(day, Now, isPromised: false).Select(step => (Until.DayNumber - day.DayNumber, step.Verb)));
            }
        }

        Assert.Equal([(30, "warn"), (15, "remind"), (3, "remind")], told);
    }

    [Fact]
    public void Who_slept_through_the_notices_gives_the_last_one_only()
    {
        var lease = Lease(Today, Until);

        Assert.Equal("warn", Assert.Single(lease.Tick(Until.AddDays(-2), Now, isPromised: false)).Verb);
        Assert.Empty(lease.Tick(Until.AddDays(-1), Now, isPromised: false));
        Assert.Equal(Until, lease.DueOn);
    }

    [Fact]
    public void After_the_last_day_the_space_is_held_for_the_days_of_grace_and_then_free()
    {
        var lease = Lease(Today, Until);
        lease.Tick(Until.AddDays(-1), Now, isPromised: false);

        Assert.Equal("expire", Assert.Single(lease.Tick(Until, Now, isPromised: false)).Verb);
        Assert.True(lease.HoldsOn(Until.AddDays(6)));
        Assert.False(lease.HoldsOn(Until.AddDays(7)));
        Assert.Empty(lease.Tick(Until.AddDays(6), Now, isPromised: false));
        Assert.Equal("release", Assert.Single(lease.Tick(Until.AddDays(7), Now, isPromised: false)).Verb);
        Assert.Null(lease.Held);
    }

    [Fact]
    public void There_is_no_grace_where_the_space_is_promised_to_somebody_else()
    {
        var lease = Lease(Today, Until);
        lease.Tick(Until.AddDays(-1), Now, isPromised: true);

        Assert.Equal("release", Assert.Single(lease.Tick(Until, Now, isPromised: true)).Verb);
    }

    [Fact]
    public void A_lease_of_later_holds_its_days_already_and_begins_on_the_first()
    {
        var lease = Lease(Today.AddDays(10), Until);

        Assert.Equal(LeaseState.Reserved, lease.State);
        Assert.NotNull(lease.Held);
        Assert.Empty(lease.Tick(Today.AddDays(9), Now, isPromised: false));
        Assert.Equal("move-in", Assert.Single(lease.Tick(Today.AddDays(10), Now, isPromised: false)).Verb);
    }

    [Fact]
    public void A_renewal_goes_on_from_the_last_day_at_the_new_price_and_tells_anew()
    {
        var lease = Lease(Today, Today.AddYears(1));
        lease.Tick(lease.Terms.Period.Until.AddDays(-5), Now, isPromised: false);
        Assert.Equal(LeaseState.Expiring, lease.State);

        lease.Renew(Elena, Now, 12, 64m);

        Assert.Equal((LeaseState.Active, Today.AddYears(2), 64m), (lease.State, lease.Terms.Period.Until, lease.Terms.Monthly));
        Assert.Equal(Today.AddYears(2).AddDays(-30), lease.DueOn);
    }

    [Fact]
    public void An_early_end_lies_between_today_and_the_last_day_and_the_space_is_let_go_after_it()
    {
        var lease = Lease(Today, Until);

        Assert.Equal("parking.last-day-wrong", Refused(() => lease.Terminate(Lucia, Now, Today, Today.AddDays(-1), "moves")));
        Assert.Equal("parking.last-day-wrong", Refused(() => lease.Terminate(Lucia, Now, Today, Until.AddDays(-1), "moves")));
        Assert.Equal("lifecycle.reason-missing", Refused(() => lease.Terminate(Lucia, Now, Today, Today.AddDays(20), " ")));
        lease.Terminate(Lucia, Now, Today, Today.AddDays(20), "moves");
        Assert.Equal(LeaseState.Ending, lease.State);
        Assert.Empty(lease.Tick(Today.AddDays(20), Now, isPromised: false));
        Assert.Equal("release", Assert.Single(lease.Tick(Today.AddDays(21), Now, isPromised: false)).Verb);
    }

    [Fact]
    public void A_lease_is_no_shorter_than_the_days_that_the_database_tells_apart() =>
        Assert.Equal("parking.too-short", Refused(() => Lease(Today, Today.AddDays(Occupancy.LeastDays - 1))));

    [Fact]
    public void A_price_holds_from_its_day_until_the_next_one()
    {
        var area = new AreaPart();
        area.Describe("p1", "Garage", -1);
        area.Price(SpaceKind.Car, 62m, new(2026, 1, 1));
        area.Price(SpaceKind.Car, 64m, new(2026, 7, 1));

        Assert.Null(area.PriceOn(SpaceKind.Car, new(2025, 12, 31)));
        Assert.Equal(62m, area.PriceOn(SpaceKind.Car, new(2026, 6, 30)));
        Assert.Equal(64m, area.PriceOn(SpaceKind.Car, new(2026, 7, 1)));
        Assert.Null(area.PriceOn(SpaceKind.Motorcycle, new(2026, 7, 1)));
    }
}
