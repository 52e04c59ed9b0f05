using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

internal sealed class SetPropertyTask(IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Set a variable"];

    public string PropertyName
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    [Script]
    public WorkflowExpression<object> Value
    {
        get => GetProperty(() => new WorkflowExpression<object>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(PropertyName), FieldKind.Text, S["Variable"]),
        new(nameof(Value), FieldKind.Script, S["Value"], S["JavaScript that gives the value."]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        workflowContext.Properties[PropertyName] = await scripts.EvaluateAsync(Value, workflowContext);
        return Outcomes("Done");
    }
}

internal sealed class SetOutputTask(IWorkflowScriptEvaluator scripts, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Set an output"];

    public string OutputName
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    [Script]
    public WorkflowExpression<object> Value
    {
        get => GetProperty(() => new WorkflowExpression<object>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(OutputName), FieldKind.Text, S["Output"]),
        new(nameof(Value), FieldKind.Script, S["Value"], S["JavaScript that gives the value."]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        workflowContext.Output[OutputName] = await scripts.EvaluateAsync(Value, workflowContext);
        return Outcomes("Done");
    }
}

internal sealed class LogTask(ILogger<LogTask> logger, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Write to the log"];

    public LogLevel LogLevel
    {
        get => GetProperty(() => LogLevel.Information);
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Text
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(LogLevel), FieldKind.Choice, S["Severity"], null, [.. Enum.GetNames<LogLevel>()]),
        new(nameof(Text), FieldKind.Liquid, S["Text"]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var text = await expressions.EvaluateAsync(Text, workflowContext, null!);
        logger.Log(LogLevel, "Workflow {WorkflowId}: {Text}", workflowContext.WorkflowId, text);
        return Outcomes("Done");
    }
}
