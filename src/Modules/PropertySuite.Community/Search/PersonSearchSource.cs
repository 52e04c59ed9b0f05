using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using PropertySuite.Community.Contracts;
using PropertySuite.Core.Search;

namespace PropertySuite.Community.Search;

/// <summary>People by name or phone, told apart by what they hold today (REG-12).</summary>
public sealed class PersonSearchSource(
    IPersonDirectory people, ITies ties, IUnitDirectory units, ICommunityCalendar calendar, RegisterWords words,
    IAuthorizationService authorization, RegisterLinks links, IStringLocalizer<PersonSearchSource> S) : ISearchSource
{
    public LocalizedString Heading => S["People"];

    public string Icon => "person";

    public int Order => 20;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        if (!await authorization.AuthorizeAsync(reader, Permissions.View)) return [];
        var today = await calendar.TodayAsync();
        var hits = new List<SearchHit>();
        foreach (var person in await people.SearchAsync(text, take))
        {
            var held = await ties.OfPersonAsync(person.Id, today);
            var codes = await units.FindManyAsync(held.Select(tie => tie.UnitId));
            var detail = string.Join(", ", held
                .Where(tie => codes.ContainsKey(tie.UnitId)).Select(tie => $"{codes[tie.UnitId].Code} ({words.Of(tie.Kind)})"));
            var exact = Words.Folded(person.DisplayName) == Words.Folded(text);
            hits.Add(new SearchHit(person.DisplayName, detail.Length > 0 ? detail : S["holds nothing today"], links.Person(person.Id), exact ? 100 : 0));
        }
        return hits;
    }
}
