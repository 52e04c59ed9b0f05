using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Helpers;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Core;

namespace PropertySuite.Decoration.Workflows;

/// <summary>What works bring to workflows, where a site has them.</summary>
[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IPermitWitness, PermitWorkflowWitness>();
        services.AddActivity<WorksChangedEvent, WorksActivityDriver<WorksChangedEvent>>();
        services.AddActivity<TellOfWorksTask, WorksActivityDriver<TellOfWorksTask>>();
    }
}

/// <summary>A list of an activity that its form shows, an entry on each line.</summary>
public sealed record WorksActivityList(string Name, LocalizedString Label);

/// <summary>An activity of works: its form is a few lists.</summary>
public interface IWorksActivity : IActivity
{
    /// <summary>Its lists.</summary>
    IReadOnlyList<WorksActivityList> Lists { get; }
}

/// <summary>
/// Works took a step. The input says which, by id, and nothing personal: <c>PermitId</c>, <c>Number</c>, <c>Unit</c>, <c>State</c>, <c>Verb</c>.
/// </summary>
public class WorksChangedEvent(IStringLocalizer<WorksChangedEvent> S) : EventActivity, IWorksActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(WorksChangedEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Works took a step"];

    /// <inheritdoc/>
    public override LocalizedString Category => S["Works"];

    /// <summary>Ids of the steps that it is about, such as <c>submit</c>; empty for all.</summary>
    public IList<string> Verbs
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<WorksActivityList> Lists => [new(nameof(Verbs), S["Steps, one on each line; empty for all"])];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Verbs.Count == 0 || (workflowContext.Input.TryGetValue("Verb", out var verb) && Verbs.Contains(verb?.ToString() ?? ""));
}

/// <summary>Tells the applicant, the neighbours or roles of the staff, by a message of works.</summary>
public class TellOfWorksTask(Permits permits, PermitTelling telling, IStringLocalizer<WorksChangedEvent> S) : TaskActivity, IWorksActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(TellOfWorksTask);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Tell of works"];

    /// <inheritdoc/>
    public override LocalizedString Category => S["Works"];

    /// <summary>Ids of messages, such as <c>works.permitted</c>.</summary>
    public IList<string> Messages
    {
        get => GetProperty<IList<string>>(() => [PermitMessages.News.Id]);
        set => SetProperty(value);
    }

    /// <summary><c>Applicant</c>, <c>Neighbours</c> or names of roles.</summary>
    public IList<string> To
    {
        get => GetProperty<IList<string>>(() => [PermitTelling.Applicant]);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<WorksActivityList> Lists =>
        [new(nameof(Messages), S["Messages, one on each line, such as works.permitted"]), new(nameof(To), S["To whom, one on each line: Applicant, Neighbours or a role"])];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (await permits.FindAsync(workflowContext.CorrelationId) is { } permit)
        {
            foreach (var kind in PermitMessages.All.Where(kind => Messages.Contains(kind.Id)))
            {
                await telling.TellAsync(permit, kind, To);
            }
        }

        return Outcomes("Done");
    }
}

/// <summary>Starts and resumes workflows about works; runs after the step has been committed, and cannot undo it.</summary>
public sealed class PermitWorkflowWitness(IWorkflowManager workflows) : IPermitWitness
{
    /// <inheritdoc/>
    public async Task HappenedAsync(PermitPart permit, IReadOnlyList<Step> steps)
    {
        foreach (var step in steps.Where(step => !ReferenceEquals(step.By, Actor.Policy)))
        {
            await workflows.TriggerEventAsync(
                nameof(WorksChangedEvent),
                new Dictionary<string, object>
                {
                    ["PermitId"] = permit.ContentItem.ContentItemId,
                    ["Number"] = permit.Number,
                    ["Unit"] = permit.Unit.Code,
                    ["State"] = permit.State.ToString(),
                    ["Verb"] = step.Verb,
                },
                permit.ContentItem.ContentItemId);
        }
    }
}
