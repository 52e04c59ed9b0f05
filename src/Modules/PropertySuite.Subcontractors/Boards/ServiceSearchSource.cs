using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using PropertySuite.Core.Search;
using YesSql;

namespace PropertySuite.Subcontractors;

/// <summary>Companies, contracts, findings and statements by name and number (REG-12).</summary>
public sealed class ServiceSearchSource(
    YesSql.ISession session, IAuthorizationService authorization, IPermissionService permissions, LinkGenerator links, IHttpContextAccessor accessor, IStringLocalizer<ServiceSearchSource> S, IStringLocalizer<ServiceTexts> words) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["Subcontractors"];

    /// <inheritdoc/>
    public string Icon => "contractors";

    /// <inheritdoc/>
    public int Order => 85;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        if (accessor.HttpContext is not { } http || await permissions.FindByNameAsync(ServicePermissions.View) is not { } view || !await authorization.AuthorizeAsync(reader, view))
        {
            return [];
        }

        var looked = SearchText.Fold(text);
        return [.. (await session.QueryIndex<ServiceIndex>(row => row.Search.Contains(looked)).OrderByDescending(row => row.AtUtc).Take(take).ListAsync()).Select(row =>
        {
            var kind = ServiceKinds.All.First(known => known.Code == row.Kind);
            return new SearchHit(
                row.Title.Length > 0 && kind != ServiceKinds.Statement ? row.Title : $"{row.CompanyName} {row.Period}",
                $"{words[kind.Name]} · {row.Number}{(kind == ServiceKinds.Company ? "" : " · " + row.CompanyName)}",
                links.GetPathByAction(http, "Show", ServicePages.ControllerOf(kind), new { area = ServicePages.Area, recordId = row.RecordId }) ?? "",
                SearchText.Fold(row.Number) == looked || SearchText.Fold(row.Title) == looked ? 100 : SearchText.Fold(row.Title).StartsWith(looked, StringComparison.Ordinal) ? 50 : 0);
        })];
    }
}
