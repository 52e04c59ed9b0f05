using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Decoration;

/// <summary>A unit that somebody holds today, in which he or she may have works done.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="SinceUtc">Since when: works of somebody before are not this person's to see.</param>
/// <param name="IsTenant">Whether without a share of the title: then the owner's letter is asked for.</param>
public sealed record HeldUnit(UnitSummary Unit, DateTime SinceUtc, bool IsTenant);

/// <summary>The signed-in resident. Every page and query of a resident starts here.</summary>
public sealed record Resident(Actor Actor, PersonSummary? Person, IReadOnlyList<HeldUnit> Units)
{
    /// <summary>The unit with this id; null when it is not this person's.</summary>
    public HeldUnit? Unit(string? unitId) => Units.FirstOrDefault(held => held.Unit.Id == unitId);

    /// <summary>Whether works are this person's to see: in a unit held today, begun since, or applied for by this person.</summary>
    public bool MaySee(string unitId, DateTime begunAtUtc, string? applicantId) =>
        Unit(unitId) is { } held && (begunAtUtc >= held.SinceUtc || (applicantId is not null && applicantId == Person?.Id));
}

/// <summary>Who may apply for works: owners, tenants, their families and operators, for what they hold today.</summary>
public sealed class Applicants(CurrentActor current, IPersonDirectory people, ITies ties, IUnitDirectory units, IContentManager contents, CommunityTimes times, IClock clock)
{
    private static readonly TieKind[] Holders = [TieKind.Owner, TieKind.Tenant, TieKind.Family, TieKind.Operator];

    /// <summary>The signed-in resident; without units when the account is nobody's of the register.</summary>
    public async Task<Resident> GetAsync()
    {
        var actor = await current.GetAsync(PermitLifecycle.Table.Permissions);
        if (await people.OfUserAsync(actor.Id) is not { } person)
        {
            return new Resident(actor, null, []);
        }

        var time = await times.GetAsync();
        var held = (await ties.OfPersonAsync(person.Id, time.DayAt(clock.UtcNow))).Where(tie => Holders.Contains(tie.Kind)).ToList();
        var known = await units.FindManyAsync(held.Select(tie => tie.UnitId));
        HeldUnit[] mine = [.. held
            .Where(tie => known.ContainsKey(tie.UnitId))
            .GroupBy(tie => tie.UnitId, (unitId, of) => new HeldUnit(known[unitId], time.BeginningOf(of.Min(tie => tie.From)), of.All(tie => tie.Kind is TieKind.Tenant or TieKind.Family)))
            .OrderBy(unit => unit.Unit.Code, StringComparer.Ordinal)];
        return new Resident(actor.Holding(mine.Select(unit => unit.Unit.Id)), person, mine);
    }

    /// <summary>Who holds a unit today and may apply, for the desk's choice.</summary>
    public async Task<IReadOnlyList<Applicant>> OfUnitAsync(string unitId)
    {
        var held = (await ties.OfUnitAsync(unitId, (await times.GetAsync()).DayAt(clock.UtcNow))).Where(tie => Holders.Contains(tie.Kind)).ToList();
        var known = await people.FindManyAsync(held.Select(tie => tie.PersonId));
        return [.. held.Where(tie => known.ContainsKey(tie.PersonId)).Select(tie => new Applicant(tie.PersonId, known[tie.PersonId].DisplayName, tie.Kind is TieKind.Tenant or TieKind.Family)).DistinctBy(applicant => applicant.PersonId)];
    }

    /// <summary>A unit as works remember it, with the area that fees are reckoned by.</summary>
    public async Task<PermitUnit> UnitAsync(UnitSummary unit)
    {
        decimal? area = await contents.GetAsync(unit.Id) is { } item && item.Content.UnitPart?.BuiltAreaSquareMetres is { } value ? (decimal?)value : null;
        return new PermitUnit(unit.Id, unit.Code, unit.Layout, area ?? 0);
    }
}
