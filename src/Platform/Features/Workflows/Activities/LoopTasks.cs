using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

internal abstract class LoopTask(IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Iterate"], S["Done"]);
}

internal sealed class ForEachTask(IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : LoopTask(s)
{
    public override LocalizedString DisplayText => S["For each"];

    [Script]
    public WorkflowExpression<IEnumerable<object>> Enumerable
    {
        get => GetProperty(() => new WorkflowExpression<IEnumerable<object>>());
        set => SetProperty(value);
    }

    public string LoopVariableName
    {
        get => GetProperty(() => "x");
        set => SetProperty(value);
    }

    /// <summary>How many have had their turn.</summary>
    public int Index
    {
        get => GetProperty(() => 0);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(Enumerable), FieldKind.Script, S["List"], S["JavaScript that gives a list."]),
        new(nameof(LoopVariableName), FieldKind.Text, S["Variable"]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var all = (await scripts.EvaluateAsync(Enumerable, workflowContext))?.ToList() ?? [];
        if (Index >= all.Count)
        {
            Index = 0;
            return Outcomes("Done");
        }

        workflowContext.Properties[LoopVariableName] = workflowContext.LastResult = all[Index];
        Index++;
        return Outcomes("Iterate");
    }
}

internal sealed class ForLoopTask(IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : LoopTask(s)
{
    public override LocalizedString DisplayText => S["Count"];

    [Script]
    public WorkflowExpression<double> From
    {
        get => GetProperty(() => new WorkflowExpression<double>("0"));
        set => SetProperty(value);
    }

    [Script]
    public WorkflowExpression<double> To
    {
        get => GetProperty(() => new WorkflowExpression<double>("10"));
        set => SetProperty(value);
    }

    [Script]
    public WorkflowExpression<double> Step
    {
        get => GetProperty(() => new WorkflowExpression<double>("1"));
        set => SetProperty(value);
    }

    public string LoopVariableName
    {
        get => GetProperty(() => "x");
        set => SetProperty(value);
    }

    /// <summary>The next number; null before the first.</summary>
    public double? Index
    {
        get => GetProperty<double?>();
        set => SetProperty(value!);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(From), FieldKind.Script, S["From"]),
        new(nameof(To), FieldKind.Script, S["To"], S["This number itself is left out."]),
        new(nameof(Step), FieldKind.Script, S["Step"]),
        new(nameof(LoopVariableName), FieldKind.Text, S["Variable"]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var step = await scripts.EvaluateAsync(Step, workflowContext);
        if (step == 0 || double.IsNaN(step))
            throw new InvalidOperationException("The step of a count cannot be 0.");
        var to = await scripts.EvaluateAsync(To, workflowContext);
        var number = Index ?? await scripts.EvaluateAsync(From, workflowContext);
        if (step > 0 ? number >= to : number <= to)
        {
            Index = null;
            return Outcomes("Done");
        }

        workflowContext.Properties[LoopVariableName] = workflowContext.LastResult = number;
        Index = number + step;
        return Outcomes("Iterate");
    }
}

internal sealed class WhileLoopTask(IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : LoopTask(s)
{
    public override LocalizedString DisplayText => S["While"];

    [Script]
    public WorkflowExpression<bool> Condition
    {
        get => GetProperty(() => new WorkflowExpression<bool>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields => [new(nameof(Condition), FieldKind.Script, S["Condition"], S["JavaScript that gives true or false."])];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(await scripts.EvaluateAsync(Condition, workflowContext) ? "Iterate" : "Done");
}
