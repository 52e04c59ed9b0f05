using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Units;
using PropertySuite.Core.Search;

namespace PropertySuite.Community.Search;

/// <summary>Units by code (REG-12).</summary>
public sealed class UnitSearchSource(
    IUnitDirectory units, RegisterWords words, IAuthorizationService authorization, RegisterLinks links,
    IStringLocalizer<UnitSearchSource> S) : ISearchSource
{
    public LocalizedString Heading => S["Units"];

    public string Icon => "units";

    public int Order => 10;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        if (!await authorization.AuthorizeAsync(reader, Permissions.View)) return [];
        var exact = UnitCode.TryParse(text, out var code) ? code.Value : null;
        return [.. (await units.SearchAsync(text, take)).Select(unit => new SearchHit(
            unit.Code,
            string.Join(", ", new[] { unit.BuildingName, words.Floor(unit.Floor), unit.Layout ?? words.Of(unit.Kind) }.Where(word => word.Length > 0)),
            links.Unit(unit.Id),
            unit.Code == exact ? SearchRank.Exact : SearchRank.Of(text, unit.Code)))];
    }
}
