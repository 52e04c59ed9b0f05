using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>The texts of all activities have one context in the translations.</summary>
public sealed class ActivityTexts;

/// <summary>An activity whose editor is a plain list of fields.</summary>
internal interface IFormActivity : IActivity
{
    IEnumerable<ActivityField> Fields { get; }
}

/// <summary>A task of the suite: named like its class, with one exit, edited in a list of fields.</summary>
internal abstract class SuiteTask(IStringLocalizer<ActivityTexts> s) : TaskActivity, IFormActivity
{
    protected IStringLocalizer S { get; } = s;

    public override string Name => GetType().Name;

    public override LocalizedString Category => S["Flow"];

    public virtual IEnumerable<ActivityField> Fields => [];

    public override bool HasEditor => Fields.Any();

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);
}

/// <summary>An event of the suite.</summary>
internal abstract class SuiteEvent(IStringLocalizer<ActivityTexts> s) : EventActivity, IFormActivity
{
    protected IStringLocalizer S { get; } = s;

    public override string Name => GetType().Name;

    public override LocalizedString Category => S["Events"];

    public virtual IEnumerable<ActivityField> Fields => [];

    public override bool HasEditor => Fields.Any();

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);
}
