using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>The violations of the parking rules (PRK-20).</summary>
public sealed class Violations(ISession session, ParkingBook book, Vehicles vehicles, ParkingMoney money, IClock clock)
{
    /// <summary>The violation with this id; null when there is none.</summary>
    public Task<ViolationPart?> FindAsync(string? id) => book.FindAsync<ViolationPart>(ParkingTypes.Violation, id);

    /// <summary>Violations of a plate in the twelve months before now, newest first.</summary>
    public async Task<IReadOnlyList<ViolationIndex>> OfPlateAsync(string plateKey)
    {
        var since = clock.UtcNow.AddYears(-1);
        const string Dropped = nameof(ViolationState.Dropped);
        return [.. await session.QueryIndex<ViolationIndex>(row => row.PlateKey == plateKey && row.SeenAtUtc >= since && row.State != Dropped).OrderByDescending(row => row.SeenAtUtc).ListAsync()];
    }

    /// <summary>Reports what was seen; whose vehicle it is comes from the register.</summary>
    public async Task<ViolationPart> ReportAsync(Actor by, ViolationKind kind, string? plate, string? place, string? note)
    {
        var violation = await book.NewAsync<ViolationPart>(ParkingTypes.Violation);
        var vehicle = await vehicles.OfPlateAsync(plate);
        var before = Plate.Normal(plate) is { } key ? (await OfPlateAsync(key)).Count : 0;
        var step = violation.Report(by, clock.UtcNow, kind, plate, place, note, vehicle?.ContentItem.ContentItemId, vehicle?.Holder, before);
        violation.Numbered(await book.NextNumberAsync(ParkingTypes.ViolationNumber));
        await book.CreateAsync(violation, ParkingTypes.ViolationNumber, violation.Number, violation.Holder, ParkingRefusals.JustTaken, step);
        return violation;
    }

    /// <summary>Takes a step; an approved fine is demanded.</summary>
    public async Task TakeAsync(ViolationPart violation, Verb verb, Actor by, string? reason = null, decimal? fine = null)
    {
        var now = clock.UtcNow;
        await SaveAsync(violation, verb == ViolationVerbs.ProposeFine ? violation.Propose(by, now, fine, reason) : violation.Take(verb, by, now, reason));
        if (verb == ViolationVerbs.Notice) await money.WriteNoticeAsync(violation, by);
        if (verb == ViolationVerbs.ApproveFine) await money.DemandFineAsync(violation);
    }

    /// <summary>The fine is paid.</summary>
    public Task PaidAsync(ViolationPart violation) => SaveAsync(violation, violation.Take(ViolationVerbs.Pay, Actor.Clock, clock.UtcNow));

    private Task SaveAsync(ViolationPart violation, Step step) => book.SaveAsync(violation, ParkingTypes.ViolationNumber, violation.Number, violation.Holder, ParkingRefusals.JustTaken, step);
}
