using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using PropertySuite.Core.Search;

namespace PropertySuite.Visitors;

/// <summary>Visits by number, visitor's name, plate, unit or badge, newest first (REG-12).</summary>
public sealed class VisitSearchSource(
    VisitBoard board,
    VisitPrivacy privacy,
    CommunityTimes times,
    IClock clock,
    IAuthorizationService authorization,
    IPermissionService permissions,
    LinkGenerator links,
    IHttpContextAccessor accessor,
    IStringLocalizer<VisitSearchSource> S,
    IStringLocalizer<VisitTexts> words) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["Visits"];

    /// <inheritdoc/>
    public string Icon => "visits";

    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        if (await permissions.FindByNameAsync(VisitPermissions.View) is not { } view || !await authorization.AuthorizeAsync(reader, view))
        {
            return [];
        }

        var now = clock.UtcNow;
        var time = await times.GetAsync();
        var today = time.DayAt(now);
        var hides = await privacy.MaskAsync();
        return [.. (await board.SearchAsync(text, take)).Select(row => new SearchHit(
            row.VisitorName.Length == 0 ? row.Number : hides(row) ? MaskedVisit.Name(row.VisitorName) : row.VisitorName,
            $"{row.Number} · {row.UnitCode} · {Moments.Near(time.At(row.FromUtc), today)} · {words[VisitLifecycle.Name(VisitBoard.StateOf(row, now))]}",
            To(row.VisitId),
            SearchRank.Of(text, row.Number, row.Plate, hides(row) ? null : row.VisitorName)))];
    }

    private string To(string visitId) =>
        accessor.HttpContext is { } http
            ? links.GetPathByAction(http, "Index", "VisitRecord", new { area = "PropertySuite.Visitors", visitId }) ?? ""
            : "";
}
