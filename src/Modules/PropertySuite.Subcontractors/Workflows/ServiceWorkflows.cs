using System.Text.Json.Nodes;
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

namespace PropertySuite.Subcontractors.Workflows;

/// <summary>What this area brings to workflows, where a site has them.</summary>
[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IServiceWitness, ServiceWorkflowWitness>();
        services.AddActivity<ServiceSteppedEvent, ServiceSteppedDriver>();
    }
}

/// <summary>
/// A record of a service company took a step. The input says which one, and nothing personal: <c>RecordId</c>, <c>Number</c>, <c>Company</c>, <c>Place</c>,
/// <c>State</c>, <c>Verb</c>, <c>Why</c>. The instance is about the record.
/// </summary>
/// <param name="S">Texts.</param>
public class ServiceSteppedEvent(IStringLocalizer<ServiceSteppedEvent> S) : EventActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(ServiceSteppedEvent);

    /// <inheritdoc/>
    public override LocalizedString Category => S["Subcontractors"];

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["A record of a service company took a step"];

    /// <summary>Ids of the steps that it is about, such as <c>finding-overdue</c>; empty for all.</summary>
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
public class ServiceSteppedForm
{
    /// <summary>Ids of steps, one on each line.</summary>
    public string? Verbs { get; set; }
}

/// <summary>Shows and edits the event.</summary>
public sealed class ServiceSteppedDriver : ActivityDisplayDriver<ServiceSteppedEvent, ServiceSteppedForm>
{
    /// <inheritdoc/>
    public override IDisplayResult Display(ServiceSteppedEvent model, BuildDisplayContext context) => Combine(
        Shape("ServiceStepped_Fields_Thumbnail", new ActivityViewModel<ServiceSteppedEvent>(model)).Location("Thumbnail", "Content"),
        Shape("ServiceStepped_Fields_Design", new ActivityViewModel<ServiceSteppedEvent>(model)).Location("Design", "Content"));

    /// <inheritdoc/>
    public override IDisplayResult Edit(ServiceSteppedEvent model, BuildEditorContext context) =>
        Initialize<ServiceSteppedForm>("ServiceStepped_Fields_Edit", form => EditActivity(model, form)).Location("Content");

    /// <inheritdoc/>
    protected override void EditActivity(ServiceSteppedEvent activity, ServiceSteppedForm model) => model.Verbs = string.Join('\n', activity.Verbs);

    /// <inheritdoc/>
    protected override void UpdateActivity(ServiceSteppedForm model, ServiceSteppedEvent activity) =>
        activity.Properties[nameof(ServiceSteppedEvent.Verbs)] = new JsonArray([.. (model.Verbs ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => JsonValue.Create(line))]);
}

/// <summary>Tells workflows what happens with the records of this area.</summary>
public sealed class ServiceWorkflowWitness(IWorkflowManager workflows) : IServiceWitness
{
    /// <inheritdoc/>
    public async Task SteppedAsync(ServiceRecordPart record, IReadOnlyList<Step> steps)
    {
        var row = record.Row();
        foreach (var step in steps.Where(step => !ReferenceEquals(step.By, Actor.Policy)))
        {
            await workflows.TriggerEventAsync(
                nameof(ServiceSteppedEvent),
                new Dictionary<string, object>
                {
                    ["RecordId"] = record.ContentItem.ContentItemId,
                    ["Number"] = record.Number,
                    ["Company"] = record.CompanyName,
                    ["Place"] = row.Title,
                    ["State"] = row.State,
                    ["Verb"] = step.Verb,
                    ["Why"] = step.Reason ?? "",
                },
                record.ContentItem.ContentItemId);
        }
    }
}
