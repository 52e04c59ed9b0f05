using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core.Search;
using YesSql;

namespace PropertySuite.Core.Queues;

/// <summary>Open matters of every kind by number, subject or unit, the nearest deadline first.</summary>
public sealed class QueueSearchSource(
    ISession session, WorkQueue queue, CommunityTimes times, Deadlines deadlines, IClock clock, IStringLocalizerFactory localizers,
    IOptions<AdminOptions> admin, IStringLocalizer<QueueSearchSource> S) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["Open matters"];

    /// <inheritdoc/>
    public string Icon => "inbox";

    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take)
    {
        var wanted = SearchText.Fold(text);
        if (wanted.Length == 0 || await queue.ReaderAsync(reader) is not { Kinds.Count: > 0 } who) return [];

        var rows = await WorkQueue.Of(session.QueryIndex<QueueIndex>(row => row.Search.Contains(wanted)), who, QueueScope.Everybody)
            .OrderBy(row => row.SortUtc).Take(take).ListAsync();
        var (now, time) = (clock.UtcNow, await times.GetAsync());
        return [.. rows.Select(row => new SearchHit(
            row.Subject.Length > 0 ? $"{row.Number} · {row.Subject}" : row.Number,
            string.Join(" · ", new[] { localizers.Create(queue.Kinds[row.Kind].Texts)[queue.Kinds[row.Kind].Name].Value, row.UnitCode, row.DueAtUtc is { } due ? deadlines.Say(due, now, time).Text : null }
                .Where(part => !string.IsNullOrEmpty(part))),
            $"/{admin.Value.AdminUrlPrefix}/{queue.Kinds[row.Kind].Href(row.RecordId)["~admin/".Length..]}",
            SearchRank.Of(wanted, row.Number)))];
    }
}
