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
        var found = await people.SearchAsync(text, take);
        var held = (await ties.OfPeopleAsync(found.Select(person => person.Id), await calendar.TodayAsync())).ToLookup(tie => tie.PersonId);
        var codes = await units.FindManyAsync(held.SelectMany(of => of).Select(tie => tie.UnitId));
        return [.. found.Select(person => new SearchHit(
            person.DisplayName,
            string.Join(", ", held[person.Id].Where(tie => codes.ContainsKey(tie.UnitId)).Select(tie => $"{codes[tie.UnitId].Code} ({words.Of(tie.Kind)})"))
                is { Length: > 0 } detail ? detail : S["holds nothing today"],
            links.Person(person.Id),
            SearchRank.Of(text, person.DisplayName)))];
    }
}
