using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Helpers;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Waits until somebody with one of the roles chooses one of the actions.</summary>
internal sealed class UserTaskEvent(IStringLocalizer<ActivityTexts> s) : SuiteEvent(s)
{
    /// <summary>The key of the chosen action in the input.</summary>
    public const string ActionKey = "UserAction";

    public override LocalizedString DisplayText => S["Wait for a decision"];

    public override bool CanStartWorkflow => false;

    public IList<string> Actions
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <summary>Who may choose; everybody who may execute workflows when empty.</summary>
    public IList<string> Roles
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(Actions), FieldKind.Lines, S["Choices"], S["One name a line."]),
        new(nameof(Roles), FieldKind.Lines, S["Roles that may choose"], S["One name a line. Empty: whoever may execute workflows."]),
    ];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Actions.Select(action => new Outcome(action, new LocalizedString(action, action)));

    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        workflowContext.Input.GetValue<string>(ActionKey) is { } action && Actions.Contains(action, StringComparer.Ordinal);

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var action = workflowContext.Input.GetValue<string>(ActionKey)!;
        workflowContext.LastResult = action;
        return Outcomes(action);
    }
}

/// <summary>Waits for a signal by name: a link with a sealed token, or another workflow's.</summary>
internal sealed class SignalEvent(IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : SuiteEvent(s)
{
    public const string SignalKey = "Signal";

    public override LocalizedString DisplayText => S["Signal"];

    public override LocalizedString Category => S["HTTP"];

    public WorkflowExpression<string> SignalName
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields => [new(nameof(SignalName), FieldKind.Liquid, S["Name of the signal"])];

    public override async Task<bool> CanExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var awaited = await expressions.EvaluateAsync(SignalName, workflowContext, null!);
        return !string.IsNullOrEmpty(awaited) && string.Equals(awaited, workflowContext.Input.GetValue<string>(SignalKey), StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Starts when another workflow has failed.</summary>
internal sealed class WorkflowFaultEvent(IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : SuiteEvent(s)
{
    public override LocalizedString DisplayText => S["A workflow has failed"];

    [Script]
    public WorkflowExpression<bool> ErrorFilter
    {
        get => GetProperty(() => new WorkflowExpression<bool>("true"));
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
        [new(nameof(ErrorFilter), FieldKind.Script, S["Only when"], S["JavaScript that gives true or false; input('WorkflowFault') tells what has failed."])];

    public override async Task<bool> CanExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        workflowContext.Input.ContainsKey(WorkflowFaults.Key) && await scripts.EvaluateAsync(ErrorFilter, workflowContext);
}
