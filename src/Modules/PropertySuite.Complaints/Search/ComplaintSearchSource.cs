using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using PropertySuite.Core.Search;

namespace PropertySuite.Complaints;

/// <summary>Cases by number, subject, place or name, the newest first.</summary>
public sealed class ComplaintSearchSource(
    ComplaintBook book,
    IAuthorizationService authorization,
    IPermissionService permissions,
    LinkGenerator links,
    IHttpContextAccessor accessor,
    IStringLocalizer<ComplaintSearchSource> S,
    IStringLocalizer<ComplaintTexts> words) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["Complaints"];

    /// <inheritdoc/>
    public string Icon => "complaints";

    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        if (await permissions.FindByNameAsync(ComplaintPermissions.View) is not { } view || !await authorization.AuthorizeAsync(reader, view) || accessor.HttpContext is not { } http)
        {
            return [];
        }

        var looked = SearchText.Fold(text);
        return [.. (await book.SearchAsync(text, take)).Select(row => new SearchHit(
            row.Subject,
            $"{row.Number} · {row.Place} · {words[ComplaintLifecycle.Name(ComplaintList.State(row))]}",
            links.GetPathByAction(http, "Index", "ComplaintRecord", new { area = "PropertySuite.Complaints", complaintId = row.ComplaintId }) ?? "",
            SearchText.Fold(row.Number) is var number && number == looked ? 100 : number.EndsWith(looked, StringComparison.Ordinal) ? 50 : 0))];
    }
}
