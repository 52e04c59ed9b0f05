using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using PropertySuite.Core.Search;

namespace PropertySuite.Activities;

/// <summary>Activities by number, title or place, the latest first (REG-12).</summary>
public sealed class ActivitySearchSource(
    ActivityBoard board, CommunityTimes times, IAuthorizationService authorization, IPermissionService permissions, LinkGenerator links, IHttpContextAccessor accessor,
    IStringLocalizer<ActivitySearchSource> S, IStringLocalizer<ActivityWords> words) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["Activities"];

    /// <inheritdoc/>
    public string Icon => "calendar";

    /// <inheritdoc/>
    public int Order => 80;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        if (await permissions.FindByNameAsync(ActivityPermissions.View) is not { } view || !await authorization.AuthorizeAsync(reader, view))
        {
            return [];
        }

        var time = await times.GetAsync();
        var looked = SearchText.Fold(text);
        return [.. (await board.SearchAsync(text, take)).Select(row => new SearchHit(
            row.Title,
            string.Join(" · ", new[] { row.Number, row.StartUtc is { } start ? Moments.Day(time.DayAt(start)) : "", words[ActivityLifecycle.Name(Enum.Parse<ActivityState>(row.State))].Value }.Where(part => part.Length > 0)),
            accessor.HttpContext is { } http ? links.GetPathByAction(http, "Index", "ActivityRecord", new { area = "PropertySuite.Activities", activityId = row.ActivityId }) ?? "" : "",
            SearchText.Fold(row.Number) == looked || SearchText.Fold(row.Title) == looked ? 100 : 0))];
    }
}
