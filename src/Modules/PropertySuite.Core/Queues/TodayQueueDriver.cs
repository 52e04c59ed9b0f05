using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core.Today;

namespace PropertySuite.Core.Queues;

/// <summary>Puts what is due for the reader and the teams on the board of the day.</summary>
public sealed class TodayQueueDriver(
    WorkQueue queue, IHttpContextAccessor accessor, CommunityTimes times, Deadlines deadlines, IStringLocalizerFactory localizers, IOptions<AdminOptions> admin)
    : DisplayDriver<TodayBoard>
{
    private const int Lines = 8;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (accessor.HttpContext?.User is not { } user || await queue.ReaderAsync(user) is not { Kinds.Count: > 0 } reader) return Combine();

        var counts = await queue.CountsAsync(reader);
        var total = await queue.CountAsync(reader, QueueScope.MineOrTeam);
        var rows = await queue.ReadAsync(reader, QueueScope.MineOrTeam, take: Lines);
        var time = await times.GetAsync();
        var lines = rows.Select(row => new TodayQueueLine(
            row.Subject.Length > 0 ? row.Subject : row.Number,
            $"~/{admin.Value.AdminUrlPrefix}/{queue.Kinds[row.Kind].Href(row.RecordId)["~admin/".Length..]}",
            localizers.Create(queue.Kinds[row.Kind].Texts)[queue.Kinds[row.Kind].Name],
            row.UnitCode,
            row.AssigneeName,
            row.DueAtUtc is { } due ? deadlines.Say(due, model.AtUtc, time) : null)).ToList();
        return Combine(
            Initialize<TodayQueueFigures>(shape => (shape.Overdue, shape.Today) = (counts.Overdue, counts.Today)).Location("Figures:20"),
            Initialize<TodayQueue>(shape => (shape.Lines, shape.Total) = (lines, total)).Location("Third:10"));
    }
}

/// <summary>Shape <c>TodayQueueFigures</c>.</summary>
public class TodayQueueFigures
{
    public int Overdue { get; set; }

    public int Today { get; set; }
}

/// <summary>What is due, the nearest first. Shape <c>TodayQueue</c>.</summary>
public class TodayQueue
{
    public IReadOnlyList<TodayQueueLine> Lines { get; set; } = [];

    public int Total { get; set; }
}

/// <param name="Url">Begins with <c>~/</c>.</param>
/// <param name="Kind">In the reader's language.</param>
/// <param name="Due">Null where nothing is due.</param>
public sealed record TodayQueueLine(string Subject, string Url, string Kind, string? UnitCode, string? Who, DeadlineView? Due);
