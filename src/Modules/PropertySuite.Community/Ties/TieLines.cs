using OrchardCore.ContentManagement;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;

namespace PropertySuite.Community.Ties;

/// <summary>Ties as pages show them, with names, and with contacts only for who may see them.</summary>
public sealed class TieLines(IContentManager contents, IUnitDirectory units, RegisterAccess access, RegisterWords words)
{
    /// <summary>Lines in the order of the register: owners by share first, then tenants, families, operators, staff.</summary>
    public async Task<IReadOnlyList<TieLine>> OfAsync(IReadOnlyCollection<TiePart> ties)
    {
        var people = (await contents.GetAsync(ties.Select(tie => tie.PersonId).Distinct()))
            .ToDictionary(item => item.ContentItemId, item => item.As<PersonPart>()!);
        var codes = await units.FindManyAsync(ties.Select(tie => tie.UnitId));
        var open = await access.MaySeePersonalDataAsync();
        return [.. ties
            .OrderBy(tie => tie.Kind).ThenByDescending(tie => tie.SharePercent).ThenBy(tie => tie.From)
            .Select(tie => Line(tie, people.GetValueOrDefault(tie.PersonId), codes.GetValueOrDefault(tie.UnitId)?.Code ?? "", open))];
    }

    private TieLine Line(TiePart tie, PersonPart? person, string code, bool open) => new(
        tie.ToSummary(), person?.DisplayName ?? "", person?.IsMinor ?? false, code, Reach(person, open), tie.Note, tie.Ended?.Why);

    private string Reach(PersonPart? person, bool open) => person switch
    {
        null or { IsMinor: true } => "",
        { Reach: People.Reach.App or People.Reach.Letter } => words.Of(person.Reach),
        { Reach: People.Reach.Email, Email: { } email } => open ? email : Masked.Email(email),
        { Phone: { } phone } => open ? phone : Masked.Phone(phone),
        { Email: { } email } => open ? email : Masked.Email(email),
        _ => words.Of(People.Reach.Letter),
    };
}
