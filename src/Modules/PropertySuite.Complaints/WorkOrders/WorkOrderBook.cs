using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Indexes;
using YesSql.Services;

namespace PropertySuite.Complaints;

/// <summary>A work order as it is found.</summary>
public sealed class WorkOrderIndex : MapIndex
{
    public string OrderId { get; set; } = "";

    /// <summary>Unique: a number is given once.</summary>
    public string Number { get; set; } = "";

    public string State { get; set; } = "";

    public string ComplaintId { get; set; } = "";

    public string WorkType { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Place { get; set; } = "";

    public string? UnitId { get; set; }

    public string? AssigneeId { get; set; }

    public string? AssigneeName { get; set; }

    public DateTime SentAtUtc { get; set; }

    public DateTime? DueUtc { get; set; }

    public int Minutes { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>Maps work orders to rows.</summary>
public sealed class WorkOrderIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<WorkOrderIndex>()
        .When(item => item.ContentType == ComplaintTypes.WorkOrder && item.Latest)
        .Map(item => Row(item.ContentItemId, item.GetOrCreate<WorkOrderPart>()));

    private static WorkOrderIndex Row(string id, WorkOrderPart order) => new()
    {
        OrderId = id,
        Number = order.Number,
        State = order.State.ToString(),
        ComplaintId = order.ComplaintId,
        WorkType = order.Plan.WorkType,
        Subject = order.Plan.Subject,
        Place = order.Place.Shown,
        UnitId = order.Place.UnitId,
        AssigneeId = order.AssigneeId,
        AssigneeName = order.AssigneeName,
        SentAtUtc = order.SentAtUtc,
        DueUtc = order.State == WorkOrderState.Done ? null : order.Due?.OpenDueUtc,
        Minutes = order.Report?.Minutes ?? 0,
        Search = SearchText.Fold(order.Number, order.Plan.Subject, order.Place.Shown, order.ComplaintNumber),
    };
}

/// <summary>The community's work orders. What happens with one is booked on its case in the same transaction.</summary>
public sealed class WorkOrderBook(
    ISession session,
    IContentManager contents,
    ComplaintBook complaints,
    RecordHistory history,
    NumberSeries numbers,
    CommunityCode community,
    WorkingCalendars calendars,
    IClock clock)
{
    /// <summary>The order with this id; null when this community has none.</summary>
    public async Task<WorkOrderPart?> FindAsync(string? orderId) =>
        orderId is { Length: > 0 and <= 26 } && await contents.GetAsync(orderId) is { ContentType: ComplaintTypes.WorkOrder } item ? item.As<WorkOrderPart>() : null;

    /// <summary>Orders of a case, the oldest first.</summary>
    public async Task<IReadOnlyList<WorkOrderPart>> OfAsync(string complaintId) =>
        [.. (await session.Query<ContentItem, WorkOrderIndex>(row => row.ComplaintId == complaintId).OrderBy(row => row.SentAtUtc).ListAsync(contents)).Select(item => item.As<WorkOrderPart>()!)];

    /// <summary>What an engineer has to do: his or her own first, then what nobody has taken on; what is due first at the head.</summary>
    public async Task<(IReadOnlyList<WorkOrderIndex> Mine, IReadOnlyList<WorkOrderIndex> Free)> ToDoAsync(string userId)
    {
        const string Free = nameof(WorkOrderState.Sent);
        string[] mine = [nameof(WorkOrderState.Accepted), nameof(WorkOrderState.InProgress), nameof(WorkOrderState.Paused), nameof(WorkOrderState.Done)];
        return (
            [.. (await session.QueryIndex<WorkOrderIndex>(row => row.AssigneeId == userId && row.State.IsIn(mine)).ListAsync()).OrderBy(row => row.DueUtc ?? DateTime.MaxValue)],
            [.. (await session.QueryIndex<WorkOrderIndex>(row => row.State == Free).Take(50).ListAsync()).OrderBy(row => row.DueUtc ?? DateTime.MaxValue)]);
    }

    /// <summary>Sends an order for a case.</summary>
    /// <exception cref="RefusedException">Something is missing, or the case is not worked on.</exception>
    public async Task<WorkOrderPart> SendAsync(Actor by, ComplaintPart complaint, WorkPlan plan, int hours)
    {
        if (hours is < 1 or > 2000) throw WorkOrderRefusals.HoursWrong.At("Hours");

        var (now, calendar) = (clock.UtcNow, await calendars.GetAsync());
        var order = (await contents.NewAsync(ComplaintTypes.WorkOrder)).GetOrCreate<WorkOrderPart>();
        var number = await numbers.NextAsync(await community.GetAsync(), ComplaintTypes.WorkOrderNumber, calendar.Time.DayAt(now).Year);
        var step = order.Send(by, now, number, complaint, plan, Countdown.Start(Target.Hours(hours), now, calendar));
        var noted = complaint.SendOrder(by, now, number, plan.IsMandatory);
        var item = order.ContentItem;
        item.DisplayText = number;
        item.Apply(order);
        await contents.CreateAsync(item, VersionOptions.Published);
        await history.KeepAsync(ComplaintTypes.WorkOrderNumber, item.ContentItemId, step);
        await complaints.SaveAsync(complaint, noted);
        return order;
    }

    /// <summary>Saves an order with its step; when it is over, its case knows in the same transaction.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task SaveAsync(WorkOrderPart order, Step step)
    {
        var item = order.ContentItem;
        item.Apply(order);
        await contents.UpdateAsync(item);
        await session.SaveAsync(item, checkConcurrency: true);
        await history.KeepAsync(ComplaintTypes.WorkOrderNumber, item.ContentItemId, step);
        if (!order.IsOpen && await complaints.FindAsync(order.ComplaintId) is { } complaint)
        {
            await complaints.SaveAsync(complaint, complaint.TakeOrderBack(step.By, step.AtUtc, order.Number, order.Report?.Text ?? step.Reason));
        }
        else
        {
            await session.FlushOrRefuseAsync();
        }
    }
}
