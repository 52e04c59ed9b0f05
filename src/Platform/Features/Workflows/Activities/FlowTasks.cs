using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

internal sealed class IfElseTask(IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["If / else"];

    [Script]
    public WorkflowExpression<bool> Condition
    {
        get => GetProperty(() => new WorkflowExpression<bool>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields => [new(nameof(Condition), FieldKind.Script, S["Condition"], S["JavaScript that gives true or false."])];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["True"], S["False"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(await scripts.EvaluateAsync(Condition, workflowContext) ? "True" : "False");
}

internal sealed class ForkTask(IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Fork"];

    public IList<string> Forks
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields => [new(nameof(Forks), FieldKind.Lines, S["Branches"], S["One name a line."])];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Forks.Select(fork => new Outcome(fork, new LocalizedString(fork, fork)));

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(Forks);
}

internal enum JoinMode
{
    WaitAll,
    WaitAny,
}

/// <summary>Goes on once when all branches have come, or when the first has; then the others wait no more.</summary>
internal sealed class JoinTask(IStringLocalizer<ActivityTexts> s) : SuiteTask(s), IMeetingPoint
{
    public override LocalizedString DisplayText => S["Join"];

    public JoinMode Mode
    {
        get => GetProperty(() => JoinMode.WaitAll);
        set => SetProperty(value);
    }

    /// <summary>The arrows by which branches have come since the last joining.</summary>
    public IList<string> Branches
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
        [new(nameof(Mode), FieldKind.Choice, S["Go on when"], S["WaitAll: every branch has come. WaitAny: the first has come; the others stop waiting."], [nameof(JoinMode.WaitAll), nameof(JoinMode.WaitAny)])];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Joined"]);

    public void Arrived(Transition transition) => Branches = [.. Branches.Append(KeyOf(transition)).Distinct(StringComparer.Ordinal)];

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var id = activityContext.ActivityRecord.ActivityId;
        if (Mode == JoinMode.WaitAll && !workflowContext.GetInboundTransitions(id).All(transition => Branches.Contains(KeyOf(transition))))
            return Noop();

        Branches = [];
        if (Mode == JoinMode.WaitAny)
        {
            var behind = workflowContext.GetInboundActivityPath(id).ToHashSet(StringComparer.Ordinal);
            foreach (var waiting in workflowContext.Workflow.BlockingActivities.Where(waiting => behind.Contains(waiting.ActivityId)).ToList())
                workflowContext.Workflow.BlockingActivities.Remove(waiting);
            workflowContext.Dropped.UnionWith(behind);
        }

        return Outcomes("Joined");
    }

    private static string KeyOf(Transition transition) => $"{transition.SourceActivityId}/{transition.SourceOutcomeName}";
}

internal sealed class ScriptTask(IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Script"];

    public IList<string> AvailableOutcomes
    {
        get => GetProperty<IList<string>>(() => ["Done"]);
        set => SetProperty(value);
    }

    [Script]
    public WorkflowExpression<object> Script
    {
        get => GetProperty(() => new WorkflowExpression<object>("setOutcome('Done');"));
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(AvailableOutcomes), FieldKind.Lines, S["Exits"], S["One name a line."]),
        new(nameof(Script), FieldKind.LongScript, S["Script"], S["JavaScript. setOutcome('Done') chooses the exit; input('x'), property('x'), setProperty('x', value) and output('x', value) read and write the variables."]),
    ];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        AvailableOutcomes.Select(outcome => new Outcome(outcome, new LocalizedString(outcome, outcome)));

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var exits = new ExitMethods();
        workflowContext.LastResult = await scripts.EvaluateAsync(Script, workflowContext, exits);
        return Outcomes(exits.Chosen);
    }
}

internal sealed class CorrelateTask(IWorkflowScriptEvaluator scripts, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Correlate"];

    public WorkflowExpression<string> Value
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    /// <summary>The language of <see cref="Value"/>.</summary>
    public WorkflowScriptSyntax Syntax
    {
        get => GetProperty(() => WorkflowScriptSyntax.JavaScript);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(Value), FieldKind.Liquid, S["What it is about"], S["Such as the id of a record; events about the same find this workflow."]),
        new(nameof(Syntax), FieldKind.Choice, S["Language"], null, [nameof(WorkflowScriptSyntax.JavaScript), nameof(WorkflowScriptSyntax.Liquid)]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var value = Syntax == WorkflowScriptSyntax.Liquid
            ? await expressions.EvaluateAsync(Value, workflowContext, null!)
            : await scripts.EvaluateAsync(Value, workflowContext);
        workflowContext.CorrelationId = value?.Trim() ?? "";
        return Outcomes("Done");
    }
}

internal enum WorkflowScriptSyntax
{
    JavaScript,
    Liquid,
}
