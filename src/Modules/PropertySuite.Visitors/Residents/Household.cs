using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>A unit that a resident holds today.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="SinceUtc">Since when: what happened there before is not this person's to see.</param>
public sealed record HeldUnit(UnitSummary Unit, DateTime SinceUtc);

/// <summary>The signed-in resident, and what is his or hers today. Every page and query of a resident starts here.</summary>
public sealed record Resident(Actor Actor, PersonSummary? Person, IReadOnlyList<HeldUnit> Units)
{
    /// <summary>The unit with this id; null when it is not this person's.</summary>
    public HeldUnit? Unit(string? unitId) => Units.FirstOrDefault(held => held.Unit.Id == unitId);

    /// <summary>Whether a visit is this person's to see: of a unit held today, and not from the time of somebody before.</summary>
    public bool MaySee(VisitPart visit) => Unit(visit.Host.UnitId) is { } held && visit.Window.UntilUtc > held.SinceUtc;
}

/// <summary>Finds out whose household the signed-in person belongs to.</summary>
public sealed class Household(CurrentActor current, IPersonDirectory people, ITies ties, IUnitDirectory units, CommunityTimes times, IClock clock)
{
    /// <summary>The signed-in resident; without units when the account is nobody's of the register.</summary>
    public async Task<Resident> GetAsync()
    {
        var actor = await current.GetAsync(VisitLifecycle.Table.Permissions);
        var person = await people.OfUserAsync(actor.Id);
        if (person is null)
        {
            return new Resident(actor, null, []);
        }

        // Domestic help and employees of a household receive no guests there.
        var time = await times.GetAsync();
        var held = (await ties.OfPersonAsync(person.Id, time.DayAt(clock.UtcNow))).Where(tie => tie.Kind != TieKind.Staff).ToList();
        var known = await units.FindManyAsync(held.Select(tie => tie.UnitId));
        var mine = held
            .Where(tie => known.ContainsKey(tie.UnitId))
            .GroupBy(tie => tie.UnitId, (unitId, of) => new HeldUnit(known[unitId], time.BeginningOf(of.Min(tie => tie.From))))
            .OrderBy(unit => unit.Unit.Code, StringComparer.Ordinal)
            .ToList();

        return new Resident(actor.Holding(mine.Select(unit => unit.Unit.Id)), person, mine);
    }
}
