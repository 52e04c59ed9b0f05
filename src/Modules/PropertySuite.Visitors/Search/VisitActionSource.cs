using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Search;

namespace PropertySuite.Visitors;

/// <summary>What can be done about a unit that the search box names: register somebody who stands at the desk.</summary>
public sealed class VisitActionSource(
    IUnitDirectory units, VisitAccess access, LinkGenerator links, IHttpContextAccessor accessor, IStringLocalizer<VisitActionSource> S) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["Actions"];

    /// <inheritdoc/>
    public string Icon => "visits";

    /// <inheritdoc/>
    public int Order => 90;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take) =>
        accessor.HttpContext is { } http
        && await access.MayAsync(VisitPermissions.Register)
        && await units.FindByCodeAsync(text) is { } unit
        && links.GetPathByAction(http, "Create", "WalkIn", new { area = "PropertySuite.Visitors", Unit = unit.Code }) is { } path
            ? [new SearchHit(S["Walk-in visit to {0}", unit.Code], "", path)]
            : [];
}
