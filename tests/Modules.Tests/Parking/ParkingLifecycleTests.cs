using PropertySuite.Core;
using PropertySuite.Parking;
using static Modules.Tests.Parking.ParkingWorld;

namespace Modules.Tests.Parking;

/// <summary>Each table, transition by transition and person by person (PRK-04 to 07, 10 to 12, 20).</summary>
public sealed class ParkingLifecycleTests
{
    // The whole table by hand: what each state lets whom do. Everything that is not here must be refused.
    private static readonly Dictionary<(ApplicationState From, string Verb), string[]> Applications = new()
    {
        [(ApplicationState.Submitted, "verify")] = ["desk"],
        [(ApplicationState.Submitted, "refuse")] = ["desk"],
        [(ApplicationState.Submitted, "withdraw")] = ["applicant", "desk"],
        [(ApplicationState.Verified, "offer")] = ["desk"],
        [(ApplicationState.Verified, "wait")] = ["desk"],
        [(ApplicationState.Verified, "refuse")] = ["desk"],
        [(ApplicationState.Verified, "withdraw")] = ["applicant", "desk"],
        [(ApplicationState.Waiting, "offer")] = ["desk", "clock"],
        [(ApplicationState.Waiting, "refuse")] = ["desk"],
        [(ApplicationState.Waiting, "withdraw")] = ["applicant", "desk"],
        [(ApplicationState.Offered, "accept")] = ["applicant", "desk"],
        [(ApplicationState.Offered, "decline")] = ["applicant", "desk"],
        [(ApplicationState.Offered, "lapse-offer")] = ["clock"],
        [(ApplicationState.Offered, "withdraw")] = ["applicant", "desk"],
        [(ApplicationState.AwaitingPayment, "pay")] = ["clock"],
        [(ApplicationState.AwaitingPayment, "lapse-payment")] = ["clock"],
        [(ApplicationState.AwaitingPayment, "withdraw")] = ["applicant", "desk"],
        [(ApplicationState.ContractToSign, "sign")] = ["desk"],
    };

    private static readonly Dictionary<(LeaseState From, string Verb), string[]> Leases = new()
    {
        [(LeaseState.Reserved, "move-in")] = ["clock"],
        [(LeaseState.Reserved, "terminate")] = ["desk"],
        [(LeaseState.Active, "warn")] = ["clock"],
        [(LeaseState.Active, "renew")] = ["desk"],
        [(LeaseState.Active, "expire")] = ["clock"],
        [(LeaseState.Active, "release")] = ["clock"],
        [(LeaseState.Active, "terminate")] = ["desk"],
        [(LeaseState.Expiring, "renew")] = ["applicant", "desk"],
        [(LeaseState.Expiring, "expire")] = ["clock"],
        [(LeaseState.Expiring, "release")] = ["clock"],
        [(LeaseState.Expiring, "terminate")] = ["desk"],
        [(LeaseState.Ending, "release")] = ["clock"],
        [(LeaseState.Grace, "renew")] = ["desk"],
        [(LeaseState.Grace, "release")] = ["desk", "clock"],
    };

    private static readonly Dictionary<(VehicleState From, string Verb), string[]> Vehicles = new()
    {
        [(VehicleState.Registered, "verify")] = ["desk"],
        [(VehicleState.Registered, "block")] = ["desk"],
        [(VehicleState.Registered, "replace")] = ["desk"],
        [(VehicleState.Registered, "remove")] = ["applicant", "desk"],
        [(VehicleState.Verified, "block")] = ["desk"],
        [(VehicleState.Verified, "replace")] = ["desk"],
        [(VehicleState.Verified, "remove")] = ["applicant", "desk"],
        [(VehicleState.Blocked, "unblock")] = ["desk"],
        [(VehicleState.Blocked, "remove")] = ["desk"],
    };

    private static readonly Dictionary<(ViolationState From, string Verb), string[]> Violations = new()
    {
        [(ViolationState.Seen, "notice")] = ["desk", "guard"],
        [(ViolationState.Seen, "close")] = ["desk"],
        [(ViolationState.Seen, "drop")] = ["desk"],
        [(ViolationState.Noticed, "warn")] = ["desk"],
        [(ViolationState.Noticed, "close")] = ["desk"],
        [(ViolationState.Noticed, "drop")] = ["desk"],
        [(ViolationState.FirstWarning, "warn-again")] = ["desk"],
        [(ViolationState.FirstWarning, "close")] = ["desk"],
        [(ViolationState.FirstWarning, "drop")] = ["desk"],
        [(ViolationState.SecondWarning, "propose-fine")] = ["desk"],
        [(ViolationState.SecondWarning, "close")] = ["desk"],
        [(ViolationState.SecondWarning, "drop")] = ["desk"],
        [(ViolationState.FineProposed, "approve-fine")] = ["manager"],
        [(ViolationState.FineProposed, "drop")] = ["desk"],
        [(ViolationState.FineDue, "pay")] = ["clock"],
    };

    private static readonly Dictionary<(SpaceUse From, string Verb), string[]> Spaces = new()
    {
        [(SpaceUse.ToLet, "close")] = ["manager"],
        [(SpaceUse.ToLet, "for-guests")] = ["manager"],
        [(SpaceUse.ToLet, "for-staff")] = ["manager"],
        [(SpaceUse.ToLet, "sell")] = ["manager"],
        [(SpaceUse.Guests, "close")] = ["manager"],
        [(SpaceUse.Staff, "close")] = ["manager"],
        [(SpaceUse.Sold, "open")] = ["manager"],
        [(SpaceUse.Guests, "open")] = ["manager"],
        [(SpaceUse.Staff, "open")] = ["manager"],
        [(SpaceUse.OutOfService, "open")] = ["manager"],
    };

    [Fact]
    public void Each_step_of_an_application_is_open_to_those_of_the_table_and_to_nobody_else() => Hold(
        ApplicationLifecycle.Table, Applications, Application, (_, verb) => verb == "lapse-offer" ? Now.AddHours(48) : verb == "lapse-payment" ? Now.AddHours(72) : Now, application => application.State);

    [Fact]
    public void Each_step_of_a_lease_is_open_to_those_of_the_table_and_to_nobody_else() => Hold(
        LeaseLifecycle.Table, Leases, state => { var lease = Lease(Today, Today.AddYears(1)); lease.State = state; return lease; }, (_, _) => Now, lease => lease.State);

    [Fact]
    public void Each_step_of_a_vehicle_is_open_to_those_of_the_table_and_to_nobody_else() => Hold(
        VehicleLifecycle.Table, Vehicles, Vehicle, (_, _) => Now, vehicle => vehicle.State);

    [Fact]
    public void Each_step_of_a_violation_is_open_to_those_of_the_table_and_to_nobody_else() => Hold(
        ViolationLifecycle.Table, Violations, state => { var violation = Violation(OfB07C); violation.State = state; return violation; }, (_, _) => Now, violation => violation.State);

    [Fact]
    public void Each_change_of_a_spaces_use_is_the_managers() => Hold(
        SpaceLifecycle.Table, Spaces, state => new SpacePart { Use = state }, (_, _) => Now, space => space.Use);

    [Fact]
    public void An_offer_is_accepted_until_its_time_is_over_and_lapses_from_then_on()
    {
        var until = Now.AddHours(48);

        Assert.Equal("parking.offer-over", Refused(() => Application(ApplicationState.Offered).Accept(Elena, until, TimeSpan.FromHours(72))));
        Assert.Equal("parking.not-due-yet", Refused(() => Application(ApplicationState.Offered).Miss(ApplicationVerbs.LapseOffer, Actor.Clock, until.AddTicks(-1))));
        Assert.Equal(ApplicationState.AwaitingPayment, After(Application(ApplicationState.Offered), application => application.Accept(Elena, until.AddTicks(-1), TimeSpan.FromHours(72))).State);
        Assert.Equal(ApplicationState.Waiting, After(Application(ApplicationState.Offered), application => application.Miss(ApplicationVerbs.LapseOffer, Actor.Clock, until)).State);
    }

    [Fact]
    public void Nobody_says_paid_but_the_book_of_money()
    {
        foreach (var person in new[] { Elena, Lucia, Manager, Tomas })
        {
            Assert.Equal("lifecycle.not-yours", Refused(() => Application(ApplicationState.AwaitingPayment).Take(ApplicationVerbs.Pay, person, Now)));
        }
    }

    [Fact]
    public void The_rank_goes_by_need_then_by_the_units_first_car_then_by_date_and_who_let_two_offers_pass_comes_last()
    {
        var late = Waiting(Now.AddDays(3), first: true);
        var early = Waiting(Now, first: true);
        var second = Waiting(Now.AddDays(-9), first: false);
        var need = Waiting(Now.AddDays(9), first: false, accessible: true);
        var missed = Waiting(Now.AddDays(-20), first: true);
        for (var time = 0; time < 2; time++)
        {
            missed.Propose(Actor.Clock, Now, Offer());
            missed.Miss(ApplicationVerbs.LapseOffer, Actor.Clock, Now.AddHours(48));
        }

        ApplicationPart[] ranked = [.. new[] { late, missed, second, need, early }.OrderBy(application => application.RankKey, StringComparer.Ordinal)];

        Assert.Equal([need, early, late, second, missed], ranked);
    }

    [Fact]
    public void An_application_holds_its_space_from_the_offer_until_the_contract_and_never_longer()
    {
        foreach (var state in Enum.GetValues<ApplicationState>())
        {
            Assert.Equal(state is ApplicationState.Offered or ApplicationState.AwaitingPayment or ApplicationState.ContractToSign, Application(state).Held is not null);
        }
    }

    [Fact]
    public void A_fine_is_approved_by_somebody_else_than_who_proposed_it()
    {
        var both = new Actor("both", "Both", [ParkingPermissions.Handle, ParkingPermissions.Manage]);
        var violation = Violation(OfB07C);
        violation.State = ViolationState.SecondWarning;
        violation.Propose(both, Now, 60m, "third time");

        Assert.Equal("lifecycle.not-yours", Refused(() => violation.Take(ViolationVerbs.ApproveFine, both, Now)));
        Assert.Equal("approve-fine", violation.Take(ViolationVerbs.ApproveFine, Manager, Now).Verb);
    }

    [Fact]
    public void A_strangers_car_gets_a_notice_and_nobody_is_warned()
    {
        var violation = Violation(null);
        violation.Take(ViolationVerbs.Notice, Tomas, Now);

        Assert.Equal("parking.holder-unknown", Refused(() => violation.Take(ViolationVerbs.Warn, Lucia, Now)));
    }

    [Fact]
    public void Every_state_has_a_name_and_a_shape()
    {
        Assert.All(Enum.GetValues<ApplicationState>(), state => Assert.NotEmpty(ApplicationLifecycle.Name(state) + ApplicationLifecycle.Dot(state)));
        Assert.All(Enum.GetValues<LeaseState>(), state => Assert.NotEmpty(LeaseLifecycle.Name(state) + LeaseLifecycle.Dot(state)));
        Assert.All(Enum.GetValues<ViolationState>(), state => Assert.NotEmpty(ViolationLifecycle.Name(state) + ViolationLifecycle.Dot(state)));
        Assert.All(Enum.GetValues<SpaceState>(), state => Assert.NotEmpty(SpaceWords.Name(state) + SpaceWords.Dot(state)));
    }

    private static void Hold<T, TState>(
        Lifecycle<T, TState> table, Dictionary<(TState From, string Verb), string[]> allowed, Func<TState, T> make, Func<TState, string, DateTime> at, Func<T, TState> stateOf)
        where T : class where TState : struct, Enum
    {
        var verbs = table.Transitions.Where(row => row.From is not null).Select(row => row.Verb).DistinctBy(verb => verb.Id).ToList();
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var verb in verbs)
            {
                foreach (var (name, actor) in Actors)
                {
                    var record = make(state);
                    var taken = true;
                    try
                    {
                        table.Take(record, verb, actor, at(state, verb.Id), "why");
                    }
                    catch (RefusedException refused)
                    {
                        taken = false;
                        Assert.Equal(state, stateOf(record));
                        Assert.Contains(refused.Code, new[] { "lifecycle.not-from-here", "lifecycle.not-yours" });
                    }

                    Assert.True(taken == allowed.GetValueOrDefault((state, verb.Id), []).Contains(name), $"{name} · {verb.Id} · {state}: {(taken ? "was let" : "was refused")}");
                }
            }
        }

        Assert.All(allowed.Keys, key => Assert.Contains(verbs, verb => verb.Id == key.Verb));
    }

    private static ApplicationPart Waiting(DateTime at, bool first, bool accessible = false)
    {
        var application = new ApplicationPart();
        application.Apply(Elena, at, OfB07C, "car", "1234-DMO", Wish with { Accessible = accessible }, first);
        application.Take(ApplicationVerbs.Verify, Lucia, at);
        application.Take(ApplicationVerbs.Wait, Lucia, at);
        return application;
    }

    private static VehiclePart Vehicle(VehicleState state)
    {
        var vehicle = new VehiclePart();
        vehicle.Register(Elena, Now, VehicleFacts.Of("1234-DMO", VehicleKind.Car, null, false), OfB07C);
        vehicle.State = state;
        return vehicle;
    }

    private static ViolationPart Violation(Holder? holder)
    {
        var violation = new ViolationPart();
        violation.Report(Tomas, Now, ViolationKind.BlocksWay, "1234-DMO", "P1, ramp", null, holder is null ? null : "car", holder, 0);
        return violation;
    }

    private static T After<T>(T record, Action<T> act)
    {
        act(record);
        return record;
    }
}
