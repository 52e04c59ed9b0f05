using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentManagement;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Activities;

/// <summary>An activity as its reader sees it: in one language, in the community's time.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Title">Title, in the language that it was found in.</param>
/// <param name="Text">The notice.</param>
/// <param name="Summary">What it was like; null until it is written.</param>
/// <param name="Start">Beginning on the community's wall; null while it is an idea.</param>
/// <param name="End">End on the community's wall.</param>
public sealed record ReadActivity(ActivityPart Activity, Spoken<string> Title, Spoken<ActivityText> Text, Spoken<string>? Summary, DateTime? Start, DateTime? End)
{
    /// <summary>Content item id.</summary>
    public string Id => Activity.ContentItem.ContentItemId;

    /// <summary>The value of <c>lang</c> where the text is of another language than the page; null where it is the same.</summary>
    public string? Lang => OtherThanPage(Title.Language);

    /// <summary>Day and times in words: <c>Sun 13 Dec, 19:00–21:00</c>.</summary>
    public string When => Start is not { } start || End is not { } end ? ""
        : start.Date == end.Date || end <= start.Date.AddDays(1).AddHours(6) ? $"{Moments.Day(DateOnly.FromDateTime(start))}, {Moments.Time(start)}–{Moments.Time(end)}"
        : $"{Moments.Day(DateOnly.FromDateTime(start))}, {Moments.Time(start)} – {Moments.Day(DateOnly.FromDateTime(end))}, {Moments.Time(end)}";

    /// <summary>The language where it is another than the page's; null where it is the same.</summary>
    public static string? OtherThanPage(string language) => language == CultureInfo.CurrentUICulture.Name ? null : language;
}

/// <summary>Reads activities for people.</summary>
public sealed class ActivityReading(YesSql.ISession session, IContentManager contents, ILocalizationService cultures, CommunityTimes times, IClock clock)
{
    /// <summary>Languages in which the community writes, its first one first.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync()
    {
        var first = await cultures.GetDefaultCultureAsync();
        return [first, .. (await cultures.GetSupportedCulturesAsync()).Where(name => name != first)];
    }

    /// <summary>An activity for the reader of this request.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="language">Another language than the reader's; null for the reader's.</param>
    public async Task<ReadActivity> OfAsync(ActivityPart activity, string? language = null)
    {
        var first = await cultures.GetDefaultCultureAsync();
        var time = await times.GetAsync();
        var wanted = language ?? CultureInfo.CurrentUICulture.Name;
        var text = activity.Texts.For(wanted, first);
        return new ReadActivity(
            activity,
            new Spoken<string>(text.Language, text.Value.Title),
            text,
            activity.Texts.SummaryFor(wanted, first),
            activity.Time is { } at ? time.At(at.StartUtc) : null,
            activity.Time is { } until ? time.At(until.EndUtc) : null);
    }

    /// <summary>What comes next, for everybody.</summary>
    public async Task<IReadOnlyList<ReadActivity>> NextAsync(int take)
    {
        var now = clock.UtcNow;
        return await ReadAsync(session.Query<ContentItem, ActivityIndex>(row => row.IsPublic && row.EndUtc > now && row.State.IsIn(ActivityStates.AheadNames)).OrderBy(row => row.StartUtc).Take(take));
    }

    /// <summary>What the public reads of between two moments.</summary>
    public Task<IReadOnlyList<ReadActivity>> BetweenAsync(DateTime fromUtc, DateTime untilUtc) =>
        ReadAsync(session.Query<ContentItem, ActivityIndex>(row => row.IsPublic && row.EndUtc > fromUtc && row.StartUtc < untilUtc).OrderBy(row => row.StartUtc));

    /// <summary>What was, the last first.</summary>
    public Task<IReadOnlyList<ReadActivity>> PastAsync(int take)
    {
        var (held, summarised) = (nameof(ActivityState.Held), nameof(ActivityState.Summarised));
        return ReadAsync(session.Query<ContentItem, ActivityIndex>(row => row.IsPublic && (row.State == held || row.State == summarised)).OrderByDescending(row => row.StartUtc).Take(take));
    }

    /// <summary>Activities by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, ReadActivity>> ManyAsync(IEnumerable<string> activityIds)
    {
        var ids = activityIds.Distinct(StringComparer.Ordinal).ToArray();
        return ids.Length == 0
            ? new Dictionary<string, ReadActivity>()
            : (await ReadAsync(session.Query<ContentItem, ActivityIndex>(row => row.ActivityId.IsIn(ids)).OrderBy(row => row.StartUtc))).ToDictionary(read => read.Id, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<ReadActivity>> ReadAsync(IQuery<ContentItem> query)
    {
        var read = new List<ReadActivity>();
        foreach (var item in await query.ListAsync(contents))
        {
            read.Add(await OfAsync(item.GetOrCreate<ActivityPart>()));
        }

        return read;
    }
}

/// <summary>What the reader may do with activities.</summary>
public sealed class ActivityAccess(IHttpContextAccessor accessor, IAuthorizationService authorization, IPermissionService permissions)
{
    /// <summary>Whether the reader has a permission.</summary>
    public async Task<bool> MayAsync(string permission) =>
        accessor.HttpContext?.User is { } reader
        && await permissions.FindByNameAsync(permission) is { } known
        && await authorization.AuthorizeAsync(reader, known);
}
