#nullable enable
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace PropertySuite.Platform.Workflows;

/// <summary>Stands for an activity whose feature is off; an instance that comes to it fails.</summary>
internal sealed class MissingActivity(string name) : Activity
{
    public override string Name => name;

    public override LocalizedString DisplayText => new(name, name);

    public override LocalizedString Category => new("", "");

    public override bool HasEditor => false;

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => [];

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        throw new InvalidOperationException($"There is no activity \"{Name}\": the feature that brings it is off.");

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Execute(workflowContext, activityContext);
}
