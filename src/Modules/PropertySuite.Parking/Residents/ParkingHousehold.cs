using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>The signed-in resident, and what is his or hers today. Every page of a resident starts here.</summary>
/// <param name="People">Ids of those who hold or live in each of the units today.</param>
public sealed record ParkingResident(Actor Actor, PersonSummary? Person, IReadOnlyList<UnitSummary> Units, IReadOnlyDictionary<string, IReadOnlySet<string>> People)
{
    /// <summary>The unit with this id; null when it is not this person's.</summary>
    public UnitSummary? Unit(string? unitId) => Units.FirstOrDefault(unit => unit.Id == unitId);

    /// <summary>Whether a record is this person's to see: of a unit held today, and of somebody who is of the unit today.</summary>
    public bool MaySee(string unitId, string? personId) => People.TryGetValue(unitId, out var people) && (personId is null || people.Contains(personId));

    /// <summary>The same.</summary>
    public bool MaySee(Holder holder) => MaySee(holder.UnitId, holder.PersonId);

    /// <summary>Who applies for a unit.</summary>
    /// <exception cref="RefusedException">The unit is not this person's today.</exception>
    public Holder HolderOf(string? unitId) => Unit(unitId) is { } unit ? new(unit.Id, unit.Code, Person?.Id, Person?.DisplayName) : throw ParkingRefusals.UnitNotYours.At("UnitId");
}

/// <summary>Finds out whose household the signed-in person belongs to.</summary>
public sealed class ParkingHousehold(CurrentActor current, IPersonDirectory people, ITies ties, IUnitDirectory units, CommunityTimes times, IClock clock)
{
    private ParkingResident? _resident;

    /// <summary>The signed-in resident; without units when the account is nobody's of the register.</summary>
    public async Task<ParkingResident> GetAsync() => _resident ??= await FindAsync();

    private async Task<ParkingResident> FindAsync()
    {
        var actor = await current.GetAsync(ParkingPermissions.Apply);
        var today = (await times.GetAsync()).DayAt(clock.UtcNow);
        if (await people.OfUserAsync(actor.Id) is not { } person) return new(actor, null, [], new Dictionary<string, IReadOnlySet<string>>());

        // Domestic help and employees of a household keep no cars there.
        var held = (await ties.OfPersonAsync(person.Id, today)).Where(tie => tie.Kind != TieKind.Staff).Select(tie => tie.UnitId).Distinct(StringComparer.Ordinal).ToList();
        var known = await units.FindManyAsync(held);
        var mine = known.Values.OrderBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        var together = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var unit in mine) together[unit.Id] = (await ties.OfUnitAsync(unit.Id, today)).Where(tie => tie.Kind != TieKind.Staff).Select(tie => tie.PersonId).ToHashSet(StringComparer.Ordinal);
        return new(actor.Holding(mine.Select(unit => unit.Id)), person, mine, together);
    }
}
