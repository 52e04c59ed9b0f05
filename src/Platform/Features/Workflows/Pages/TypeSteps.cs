using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.Entities;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>A type as a list of steps: from each start along the arrows, then what nothing leads to.</summary>
internal sealed class TypeSteps(
    IActivityLibrary library, IDisplayManager<IActivity> displays, IUpdateModelAccessor updater, ActivityCheck check, IStringLocalizer<ActivityTexts> S)
{
    public async Task<IReadOnlyList<StepRow>> OfAsync(WorkflowType type)
    {
        var order = Order(type);
        var numbers = order.Select((record, at) => (record.ActivityId, Number: at + 1)).ToDictionary(entry => entry.ActivityId, entry => entry.Number, StringComparer.Ordinal);
        var titles = order.ToDictionary(record => record.ActivityId, TitleOf, StringComparer.Ordinal);
        var rows = new List<StepRow>();
        foreach (var record in order)
        {
            var activity = Instantiate(record);
            var exits = activity is null ? [] : check.OutcomesOf(activity).ToList();
            var arrows = type.Transitions.Where(arrow => arrow.SourceActivityId == record.ActivityId).ToList();
            rows.Add(new StepRow(
                numbers[record.ActivityId],
                record.ActivityId,
                titles[record.ActivityId],
                activity?.DisplayText.Value ?? record.Name,
                record.IsStart,
                activity is IEvent,
                activity?.HasEditor == true,
                activity is null ? null : await displays.BuildDisplayAsync(activity, updater.ModelUpdater, "Design"),
                [
                    .. arrows.Select(arrow => new ArrowRow(ExitOf(arrow.SourceOutcomeName), numbers.TryGetValue(arrow.DestinationActivityId ?? "", out var to) ? to : null, titles.GetValueOrDefault(arrow.DestinationActivityId ?? ""))),
                    .. exits.Where(exit => arrows.All(arrow => arrow.SourceOutcomeName != exit)).Select(exit => new ArrowRow(ExitOf(exit), null, null)),
                ]));
        }

        return rows;
    }

    /// <summary>The title that its author gave, or what its kind is called.</summary>
    public string TitleOf(ActivityRecord record) => record.As<ActivityMetadata>().Title is { Length: > 0 } title ? title : Instantiate(record)?.DisplayText.Value ?? record.Name;

    /// <summary>An exit in the reader's words, where it is one of the suite's.</summary>
    public string ExitOf(string outcome) => S[outcome].Value;

    /// <returns>Null where no feature brings such an activity.</returns>
    public IActivity? Instantiate(ActivityRecord record)
    {
        if (library.InstantiateActivity(record.Name) is not { } activity)
            return null;
        activity.Properties = ActivityStates.Merge(record.Properties, null);
        return activity;
    }

    private static List<ActivityRecord> Order(WorkflowType type)
    {
        var byId = type.Activities.DistinctBy(record => record.ActivityId).ToDictionary(record => record.ActivityId, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<ActivityRecord>();
        foreach (var start in type.Activities.OrderByDescending(record => record.IsStart))
        {
            var open = new Stack<string>([start.ActivityId]);
            while (open.TryPop(out var id))
            {
                if (!byId.TryGetValue(id, out var record) || !seen.Add(id))
                    continue;
                order.Add(record);
                foreach (var next in type.Transitions.Where(arrow => arrow.SourceActivityId == id).Select(arrow => arrow.DestinationActivityId ?? "").Reverse())
                    open.Push(next);
            }
        }

        return order;
    }
}
