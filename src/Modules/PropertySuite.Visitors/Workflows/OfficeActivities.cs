using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Core;

namespace PropertySuite.Visitors.Workflows;

/// <summary>
/// A visit to the office took a step, or something was noted about it (VIS-15). The input says which one, by id, and nothing about who came:
/// <c>OfficeVisitId</c>, <c>Number</c>, <c>Employee</c>, <c>Room</c>, <c>Persons</c>, <c>State</c>, <c>Verb</c>, and <c>DueAtUtc</c>: when
/// somebody has to look after them. The instance is about the visit.
/// </summary>
public class OfficeVisitChangedEvent(IStringLocalizer<VisitEvent> S) : EventActivity, IVisitActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(OfficeVisitChangedEvent);

    /// <inheritdoc/>
    public override LocalizedString Category => S["Visits"];

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["A visit to the office took a step"];

    /// <summary>Ids of the steps that it is about, such as <c>wait</c>; empty for all.</summary>
    public IList<string> Verbs
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<VisitActivityField> Fields => [new(nameof(Verbs), S["Steps, one on each line; empty for all"], IsList: true)];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Verbs.Count == 0 || (workflowContext.Input.TryGetValue("Verb", out var verb) && Verbs.Contains(verb?.ToString() ?? ""));
}

/// <summary>Asks where a visit to the office stands by now, and whether somebody should have looked after them.</summary>
public class OfficeVisitStandsTask(OfficeVisits visits, IClock clock, IStringLocalizer<VisitEvent> S) : TaskActivity, IVisitActivity
{
    private const string Whatever = "whatever";
    private const string Due = "look-after-is-due";

    /// <inheritdoc/>
    public override string Name => nameof(OfficeVisitStandsTask);

    /// <inheritdoc/>
    public override LocalizedString Category => S["Visits"];

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Where does the visit to the office stand?"];

    /// <summary>Names of states.</summary>
    public IList<string> States
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <summary><c>look-after-is-due</c>: only when nobody looked after them in time; <c>whatever</c> else.</summary>
    public string When
    {
        get => GetProperty(() => Whatever);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<VisitActivityField> Fields =>
        [new(nameof(States), S["States, one on each line"], IsList: true), new(nameof(When), S["And"], [Whatever, Due])];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["True"], S["False"]);

    /// <inheritdoc/>
    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(await visits.FindAsync(workflowContext.CorrelationId) is { } visit && States.Contains(visit.State.ToString()) && (When != Due || visit.DueAtUtc <= clock.UtcNow) ? "True" : "False");
}

/// <summary>Tells workflows what happens with visits to the office.</summary>
public sealed class OfficeWorkflowWitness(IWorkflowManager workflows) : IOfficeVisitWitness
{
    /// <inheritdoc/>
    public async Task HappenedAsync(OfficeVisitPart visit, IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            await workflows.TriggerEventAsync(
                nameof(OfficeVisitChangedEvent),
                new Dictionary<string, object>
                {
                    ["OfficeVisitId"] = visit.ContentItem.ContentItemId,
                    ["Number"] = visit.Number,
                    ["Employee"] = visit.Plan.Employee,
                    ["Room"] = visit.Room ?? "",
                    ["Persons"] = visit.Plan.Persons,
                    ["State"] = visit.State.ToString(),
                    ["Verb"] = step.Verb,
                    ["DueAtUtc"] = visit.DueAtUtc?.ToString("o", CultureInfo.InvariantCulture) ?? "",
                },
                visit.ContentItem.ContentItemId);
        }
    }
}
