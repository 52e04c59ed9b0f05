using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Parking;

/// <summary>Applications for spaces, from the wish to the lease (PRK-04 to 07, 09).</summary>
public sealed class Applications(ISession session, ParkingBook book, Spaces spaces, Vehicles vehicles, Leases leases, ParkingRules rules, ParkingMoney money, ITimedWorkBell bell, IClock clock)
{
    private const string Waiting = nameof(ApplicationState.Waiting);

    /// <summary>The application with this id; null when there is none.</summary>
    public Task<ApplicationPart?> FindAsync(string? id) => book.FindAsync<ApplicationPart>(ParkingTypes.Application, id);

    /// <summary>Open applications of a unit.</summary>
    public async Task<IReadOnlyList<ApplicationIndex>> OfUnitAsync(string unitId) =>
        [.. await session.QueryIndex<ApplicationIndex>(row => row.UnitId == unitId && row.State.IsIn(ApplicationStates.OpenNames)).OrderBy(row => row.AppliedAtUtc).ListAsync()];

    /// <summary>Those who wait, in the order of their rank.</summary>
    public async Task<IReadOnlyList<ApplicationIndex>> WaitingAsync() =>
        [.. await session.QueryIndex<ApplicationIndex>(row => row.State == Waiting).OrderBy(row => row.RankKey).ListAsync()];

    /// <summary>Applies for a space.</summary>
    /// <exception cref="RefusedException">The vehicle has a space or an application already.</exception>
    public async Task<ApplicationPart> ApplyAsync(Actor by, Holder holder, VehicleFacts facts, ParkingWish wish)
    {
        var today = await book.TodayAsync();
        if (wish.From < today || wish.From > today.AddMonths(6)) throw ParkingRefusals.FromWrong.At("From");
        if (wish.Kind != VehicleLifecycle.Needs(facts.Kind)) wish = wish with { Kind = VehicleLifecycle.Needs(facts.Kind) };

        var vehicle = await vehicles.FindOrRegisterAsync(by, facts, holder);
        var vehicleId = vehicle.ContentItem.ContentItemId;
        if (await session.QueryIndex<ApplicationIndex>(row => row.OpenVehicleKey == vehicleId).FirstOrDefaultAsync() is { } open) throw ParkingRefusals.AppliedAlready.At("Plate", open.Number);
        if (await leases.OfVehicleAsync(vehicleId) is { } lease) throw ParkingRefusals.LeasedAlready.At("Plate", lease.SpaceCode);

        var application = await book.NewAsync<ApplicationPart>(ParkingTypes.Application);
        var isFirst = (await leases.OfUnitAsync(holder.UnitId)).Count == 0;
        var step = application.Apply(by, clock.UtcNow, holder, vehicleId, vehicle.Facts.Written, wish, isFirst);
        application.Numbered(await book.NextNumberAsync(ParkingTypes.ApplicationNumber));
        await book.CreateAsync(application, ParkingTypes.ApplicationNumber, application.Number, holder, ParkingRefusals.JustTaken, step);
        return application;
    }

    /// <summary>The papers of applicant and vehicle have been seen.</summary>
    public async Task VerifyAsync(ApplicationPart application, Actor by)
    {
        var vehicle = await vehicles.FindAsync(application.VehicleId) ?? throw ParkingRefusals.VehicleUnknown.With();
        if (vehicle.State == VehicleState.Blocked) throw ParkingRefusals.PlateBlocked.With();
        if (vehicle.State == VehicleState.Registered) await vehicles.TakeAsync(vehicle, VehicleVerbs.Verify, by);
        await SaveAsync(application, application.Take(ApplicationVerbs.Verify, by, clock.UtcNow));
    }

    /// <summary>Free spaces that fit an application, the best one first.</summary>
    public async Task<IReadOnlyList<SpaceIndex>> FittingAsync(ApplicationPart application) => await spaces.FreeAsync(application.Wish, await TermAsync(application));

    /// <summary>Holds a space for an application until it is answered (PRK-05, PRK-07). The database decides between rivals.</summary>
    /// <exception cref="RefusedException">The space has just been taken, or is not what was applied for.</exception>
    public async Task OfferAsync(ApplicationPart application, string? spaceId, Actor by)
    {
        if (await spaces.FindAsync(spaceId) is not { Use: SpaceUse.ToLet } space) throw ParkingRefusals.SpaceUnknown.At("SpaceId");
        if (!application.Wish.Fits(space.Facts.AreaId, space.Facts.Kind, space.Facts.Accessible, space.Facts.Charger)) throw ParkingRefusals.SpaceDoesNotFit.At("SpaceId");
        var term = await TermAsync(application);
        var monthly = (await spaces.AreaAsync(space.Facts.AreaId))?.PriceOn(space.Facts.Kind, term.From) ?? throw ParkingRefusals.NoPrice.At("SpaceId");
        var now = clock.UtcNow;
        var until = now.AddHours((await rules.GetAsync()).OfferHours);
        await SaveAsync(application, application.Propose(by, now, new(space.ContentItem.ContentItemId, space.Code, term, monthly, until)));
    }

    /// <summary>Accepts the space that is held: the first rent is demanded.</summary>
    public async Task AcceptAsync(ApplicationPart application, Actor by)
    {
        var toPay = TimeSpan.FromHours((await rules.GetAsync()).PaymentHours);
        await SaveAsync(application, application.Accept(by, clock.UtcNow, toPay));
        if (!await money.DemandFirstRentAsync(application)) await PaidAsync(application);
    }

    /// <summary>The first rent is paid: the contract can be signed (PRK-06).</summary>
    public async Task PaidAsync(ApplicationPart application)
    {
        await SaveAsync(application, application.Take(ApplicationVerbs.Pay, Actor.Clock, clock.UtcNow));
        await money.WriteContractAsync(application, Actor.Clock);
    }

    /// <summary>Declines the space, or lets the offer pass: the next one gets it.</summary>
    public Task MissAsync(ApplicationPart application, Verb verb, Actor by) => FreeingAsync(application, application.Miss(verb, by, clock.UtcNow));

    /// <summary>The contract is signed: the application becomes a lease, and the space passes from one to the other.</summary>
    public async Task<LeasePart> SignAsync(ApplicationPart application, Actor by)
    {
        var offer = application.Offer ?? throw LifecycleRefusals.NotFromHere.With();
        var step = application.Sign(by, clock.UtcNow);
        await SaveAsync(application, step);
        var lease = await leases.BeginAsync(by, new(offer.SpaceId, offer.SpaceCode, offer.SpaceCode[..offer.SpaceCode.LastIndexOf('-')], offer.Period, offer.Monthly), application.Holder, application.VehicleId, application.Plate, application.ContentItem.ContentItemId);
        application.Became(lease.ContentItem.ContentItemId);
        await SaveAsync(application);
        return lease;
    }

    /// <summary>Takes a step that needs nothing else: to the waiting list, refuse, withdraw, not paid in time.</summary>
    public async Task TakeAsync(ApplicationPart application, Verb verb, Actor by, string? reason = null)
    {
        var step = application.Take(verb, by, clock.UtcNow, reason);
        if (step.From == nameof(ApplicationState.AwaitingPayment)) await money.CancelAsync(application, by);
        await FreeingAsync(application, step);
    }

    // What was held may be free again: the waiting list is looked at.
    private async Task FreeingAsync(ApplicationPart application, Step step)
    {
        await SaveAsync(application, step);
        bell.Ring(ParkingTimer.Work, clock.UtcNow);
    }

    private async Task SaveAsync(ApplicationPart application, params IEnumerable<Step> steps)
    {
        await book.SaveAsync(application, ParkingTypes.ApplicationNumber, application.Number, application.Holder, ParkingRefusals.JustTaken, steps);
        if (application.DueAtUtc is { } due) bell.Ring(ParkingTimer.Work, due);
    }

    // Who waited past the wished day begins today.
    private async Task<Period> TermAsync(ApplicationPart application)
    {
        var today = await book.TodayAsync();
        return Period.Of(application.Wish.From > today ? application.Wish.From : today, application.Wish.Months);
    }
}
