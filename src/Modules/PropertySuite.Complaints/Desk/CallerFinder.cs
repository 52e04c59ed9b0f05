using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Complaints;

/// <summary>Somebody who may be calling.</summary>
/// <param name="Person">The person.</param>
/// <param name="Units">Units held today.</param>
public sealed record CallerChoice(PersonSummary Person, IReadOnlyList<UnitSummary> Units);

/// <summary>From a number, a name or a unit to the people behind it.</summary>
public sealed class CallerFinder(IPersonDirectory people, IUnitDirectory units, ITies ties, CommunityTimes times, IClock clock)
{
    private const int Most = 6;

    /// <summary>Who may be calling: the number is recognised however it is written, else a name, else everybody of the unit.</summary>
    public async Task<IReadOnlyList<CallerChoice>> FindAsync(string? caller, string? unit)
    {
        var today = (await times.GetAsync()).DayAt(clock.UtcNow);
        IReadOnlyList<PersonSummary> found = [];
        if (!string.IsNullOrWhiteSpace(caller))
        {
            var digits = string.Concat(caller.Where(char.IsDigit));
            found = digits.Length >= 6
                ? [.. (await people.SearchAsync(digits.Length > 9 ? digits[^9..] : digits, Most))]
                : await people.SearchAsync(caller.Trim(), Most);
        }
        else if (!string.IsNullOrWhiteSpace(unit) && await units.FindByCodeAsync(unit.Trim()) is { } known)
        {
            var held = await ties.OfUnitAsync(known.Id, today);
            var byId = await people.FindManyAsync(held.Select(tie => tie.PersonId));
            found = [.. held.Select(tie => tie.PersonId).Distinct().Where(byId.ContainsKey).Select(id => byId[id])];
        }

        var choices = new List<CallerChoice>();
        foreach (var person in found)
        {
            var of = await units.FindManyAsync((await ties.OfPersonAsync(person.Id, today)).Select(tie => tie.UnitId));
            choices.Add(new(person, [.. of.Values.OrderBy(each => each.Code, StringComparer.Ordinal)]));
        }

        return choices;
    }

    /// <summary>Where it is: a unit with its building, or words.</summary>
    /// <exception cref="RefusedException">There is no such unit.</exception>
    public async Task<ComplaintPlace> PlaceAsync(string? unit, string? words)
    {
        var said = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        if (string.IsNullOrWhiteSpace(unit))
        {
            return new(null, null, null, said);
        }

        var known = await units.FindByCodeAsync(unit.Trim()) ?? throw ComplaintRefusals.UnitUnknown.At("Unit", unit.Trim());
        return new(known.Id, known.Code, known.BuildingCode, said);
    }

    /// <summary>The person with this id.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<PersonSummary> PersonAsync(string personId) => await people.FindAsync(personId) ?? throw ComplaintRefusals.PersonUnknown.At("PersonId");
}
