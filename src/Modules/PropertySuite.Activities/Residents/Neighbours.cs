using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>The signed-in resident, and the units held today: from each of them he or she may register.</summary>
/// <param name="Actor">The person, for the rules.</param>
/// <param name="Person">What the register says; null for accounts that are nobody's.</param>
/// <param name="Units">Units of today, with whether the person owns or runs them.</param>
public sealed record Neighbour(Actor Actor, PersonSummary? Person, IReadOnlyList<Registrant> Units);

/// <summary>Finds out who the signed-in resident is.</summary>
public sealed class Neighbours(CurrentActor current, IPersonDirectory people, ITies ties, IUnitDirectory units, CommunityTimes times, IClock clock)
{
    /// <summary>The signed-in resident; without units when the account is nobody's of the register, or holds nothing today.</summary>
    public async Task<Neighbour> GetAsync()
    {
        var actor = await current.GetAsync(ActivityPermissions.TakePart);
        if (await people.OfUserAsync(actor.Id) is not { } person)
        {
            return new Neighbour(actor, null, []);
        }

        // Domestic help is no neighbour; whoever works for a firm here is one.
        var held = (await ties.OfPersonAsync(person.Id, (await times.GetAsync()).DayAt(clock.UtcNow))).Where(tie => tie.Kind != TieKind.Staff).ToList();
        var known = await units.FindManyAsync(held.Select(tie => tie.UnitId));
        var mine = held
            .Where(tie => known.ContainsKey(tie.UnitId))
            .GroupBy(tie => tie.UnitId, (unitId, of) => new Registrant(person.Id, person.DisplayName, unitId, known[unitId].Code, of.Any(tie => tie.Kind is TieKind.Owner or TieKind.Operator)))
            .OrderBy(unit => unit.UnitCode, StringComparer.Ordinal)
            .ToList();
        return new Neighbour(mine.Count == 0 ? actor : actor.Holding([person.Id, .. mine.Select(unit => unit.UnitId)]), person, mine);
    }
}
