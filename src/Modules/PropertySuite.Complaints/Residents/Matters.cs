using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>The signed-in resident with what is his or hers today. Rights end with the tie.</summary>
/// <param name="Actor">Holds the person and the units of today.</param>
/// <param name="Person">The person; null for accounts that are nobody of the register.</param>
/// <param name="Units">Units held today.</param>
public sealed record MattersOf(Actor Actor, PersonSummary? Person, IReadOnlyList<UnitSummary> Units)
{
    /// <summary>Whether anything may be raised: somebody of the register with a unit today.</summary>
    public bool MayRaise => Person is not null && Units.Count > 0;
}

/// <summary>Finds out whose matters the signed-in person may see. Every page of a resident starts here.</summary>
public sealed class Matters(CurrentActor current, IPersonDirectory people, ITies ties, IUnitDirectory units, CommunityTimes times, IClock clock)
{
    /// <summary>The signed-in resident.</summary>
    public async Task<MattersOf> GetAsync()
    {
        var actor = await current.GetAsync(ComplaintPermissions.Raise);
        if (await people.OfUserAsync(actor.Id) is not { } person)
        {
            return new(actor, null, []);
        }

        // Domestic help speaks for nobody; who holds nothing here any more has no matters here either.
        var held = (await ties.OfPersonAsync(person.Id, (await times.GetAsync()).DayAt(clock.UtcNow))).Where(tie => tie.Kind != TieKind.Staff).Select(tie => tie.UnitId).Distinct().ToList();
        var known = await units.FindManyAsync(held);
        IReadOnlyList<UnitSummary> mine = [.. known.Values.OrderBy(unit => unit.Code, StringComparer.Ordinal)];
        var speaks = new Actor(actor.Id, person.DisplayName, [ComplaintPermissions.Raise], mine.Count == 0 ? [] : [person.Id, .. mine.Select(unit => unit.Id)], device: actor.Device);
        return new(actor.May(ComplaintPermissions.Raise) ? speaks : actor, person, mine);
    }
}
