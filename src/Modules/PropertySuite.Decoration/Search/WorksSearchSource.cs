using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using PropertySuite.Core.Search;
using YesSql;

namespace PropertySuite.Decoration;

/// <summary>Works by number, unit, applicant or firm, the latest first.</summary>
public sealed class WorksSearchSource(
    YesSql.ISession session,
    IAuthorizationService authorization,
    IPermissionService permissions,
    LinkGenerator links,
    IHttpContextAccessor accessor,
    IStringLocalizer<WorksSearchSource> S,
    IStringLocalizer<PermitTexts> words) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["Works"];

    /// <inheritdoc/>
    public string Icon => "decoration";

    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        if (await permissions.FindByNameAsync(DecorationPermissions.View) is not { } view || !await authorization.AuthorizeAsync(reader, view) || SearchText.Fold(text) is not { Length: > 0 } looked)
        {
            return [];
        }

        var rows = await session.QueryIndex<PermitIndex>(row => row.Search.Contains(looked)).OrderByDescending(row => row.BegunAtUtc).Take(take).ListAsync();
        return [.. rows.Select(row => new SearchHit(
            row.Number,
            $"{row.UnitCode} · {row.ApplicantName} · {words[PermitLifecycle.Name(Enum.Parse<PermitState>(row.State))]}",
            accessor.HttpContext is { } http ? links.GetPathByAction(http, "Show", "Works", new { area = "PropertySuite.Decoration", permitId = row.PermitId }) ?? "" : "",
            SearchText.Fold(row.Number) == looked ? 100 : SearchText.Fold(row.Number).StartsWith(looked, StringComparison.Ordinal) ? 50 : 0))];
    }
}
