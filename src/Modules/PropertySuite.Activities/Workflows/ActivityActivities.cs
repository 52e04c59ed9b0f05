using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.Helpers;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using OrchardCore.Workflows.ViewModels;
using PropertySuite.Core;

namespace PropertySuite.Activities.Workflows;

/// <summary>
/// An activity took a step. The input says which one: <c>ActivityId</c>, <c>Number</c>, <c>Title</c>, <c>State</c>, <c>Verb</c>, <c>Reason</c>, <c>Cost</c>,
/// <c>Taken</c>, <c>Waiting</c>. The instance is about the activity.
/// </summary>
public class ActivityChangedEvent(IStringLocalizer<ActivityChangedEvent> S) : EventActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(ActivityChangedEvent);

    /// <inheritdoc/>
    public override LocalizedString Category => S["Activities"];

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["An activity took a step"];

    /// <summary>Ids of the steps that it is about, such as <c>propose</c>; empty for all.</summary>
    public IList<string> Verbs
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Verbs.Count == 0 || (workflowContext.Input.TryGetValue("Verb", out var verb) && Verbs.Contains(verb?.ToString() ?? ""));
}

/// <summary>What was filled in.</summary>
public class ActivityChangedForm
{
    /// <summary>Ids of steps, one on each line.</summary>
    public string? Verbs { get; set; }

    /// <summary>Ids that there are; never posted.</summary>
    [BindNever]
    public IReadOnlyList<string> Known { get; set; } = [];
}

/// <summary>Shows and edits <see cref="ActivityChangedEvent"/>.</summary>
public sealed class ActivityChangedDriver : ActivityDisplayDriver<ActivityChangedEvent, ActivityChangedForm>
{
    /// <inheritdoc/>
    public override IDisplayResult Display(ActivityChangedEvent model, BuildDisplayContext context) => Combine(
        Shape("ActivityChangedEvent_Fields_Thumbnail", new ActivityViewModel<ActivityChangedEvent>(model)).Location("Thumbnail", "Content"),
        Shape("ActivityChangedEvent_Fields_Design", new ActivityViewModel<ActivityChangedEvent>(model)).Location("Design", "Content"));

    /// <inheritdoc/>
    public override IDisplayResult Edit(ActivityChangedEvent model, BuildEditorContext context) =>
        Initialize<ActivityChangedForm>("ActivityChangedEvent_Fields_Edit", form => EditActivity(model, form)).Location("Content");

    /// <inheritdoc/>
    protected override void EditActivity(ActivityChangedEvent activity, ActivityChangedForm model)
    {
        model.Verbs = string.Join('\n', activity.Verbs);
        model.Known = [.. ActivityLifecycle.Table.Transitions.Select(row => row.Verb.Id).Distinct()];
    }

    /// <inheritdoc/>
    protected override void UpdateActivity(ActivityChangedForm model, ActivityChangedEvent activity) =>
        activity.Properties[nameof(activity.Verbs)] = new JsonArray([.. (model.Verbs ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))]);
}

/// <summary>Tells workflows what happens with activities. What follows runs after the step has been committed, and cannot undo it.</summary>
public sealed class ActivityWorkflowWitness(IWorkflowManager workflows) : IActivityWitness
{
    /// <inheritdoc/>
    public async Task HappenedAsync(ActivityPart activity, IReadOnlyList<Step> steps)
    {
        // What a policy does is no news to a policy.
        foreach (var step in steps.Where(step => !ReferenceEquals(step.By, Actor.Policy)))
        {
            await workflows.TriggerEventAsync(
                nameof(ActivityChangedEvent),
                new Dictionary<string, object>
                {
                    ["ActivityId"] = activity.ContentItem.ContentItemId,
                    ["Number"] = activity.Number,
                    ["Title"] = activity.Texts.Count == 0 ? "" : activity.Texts.First().Value.Title,
                    ["State"] = step.To,
                    ["Verb"] = step.Verb,
                    ["Reason"] = step.Reason ?? "",
                    ["Cost"] = new Money(activity.Cost, activity.Rules.Currency).ToString(),
                    ["Taken"] = activity.Taken,
                    ["Waiting"] = activity.Waiting,
                },
                activity.ContentItem.ContentItemId);
        }
    }
}

/// <summary>What activities bring to workflows, where a site has them.</summary>
[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IActivityWitness, ActivityWorkflowWitness>();
        services.AddActivity<ActivityChangedEvent, ActivityChangedDriver>();
    }
}
