using Microsoft.Extensions.Localization;
using OrchardCore.Workflows;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Http;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>The call that has set a run off, as the run keeps it.</summary>
internal static class CallerForm
{
    public static string? Field(WorkflowExecutionContext context, string name) => Part(context, "Form") is { } form && form.TryGetValue(name, out var value) ? value?.ToString() : null;

    public static IReadOnlyDictionary<string, object?> Fields(WorkflowExecutionContext context) => Part(context, "Form") ?? new Dictionary<string, object?>();

    public static object? Value(WorkflowExecutionContext context, string name) =>
        context.Input.TryGetValue(HttpRequestEvent.RequestKey, out var request) && Plain(request) is { } call && call.TryGetValue(name, out var value) ? value : null;

    private static Dictionary<string, object?>? Part(WorkflowExecutionContext context, string name) => Plain(Value(context, name));

    private static Dictionary<string, object?>? Plain(object? value) =>
        value is IEnumerable<KeyValuePair<string, object?>> pairs ? pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal) : null;
}

/// <summary>Base of tasks about the form that has called.</summary>
internal abstract class FormTask(IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString Category => S["Forms"];

    protected WorkflowExpression<string> Text([System.Runtime.CompilerServices.CallerMemberName] string? name = null) => GetProperty(() => new WorkflowExpression<string>(), name);
}

/// <summary>Notes that a field of the form is wrong.</summary>
internal sealed class AddModelValidationErrorTask(IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : FormTask(s)
{
    public override LocalizedString DisplayText => S["Say that a field is wrong"];

    public string Key
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    public WorkflowExpression<string> ErrorMessage { get => Text(); set => SetProperty(value); }

    public override IEnumerable<ActivityField> Fields => [new(nameof(Key), FieldKind.Text, S["Field"]), new(nameof(ErrorMessage), FieldKind.Liquid, S["What is wrong"])];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        FormErrors.Add(workflowContext, Key ?? "", await expressions.EvaluateAsync(ErrorMessage, workflowContext, null!) ?? "");
        return Outcomes("Done");
    }
}

/// <summary>Wants a field of the form to be filled in.</summary>
internal sealed class ValidateFormFieldTask(IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : FormTask(s)
{
    public override LocalizedString DisplayText => S["Is a field filled in?"];

    public string FieldName
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    public WorkflowExpression<string> ErrorMessage { get => Text(); set => SetProperty(value); }

    public override IEnumerable<ActivityField> Fields => [new(nameof(FieldName), FieldKind.Text, S["Field"]), new(nameof(ErrorMessage), FieldKind.Liquid, S["What is said when it is empty"])];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Valid"], S["Invalid"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (!string.IsNullOrWhiteSpace(CallerForm.Field(workflowContext, FieldName)))
            return Outcomes("Done", "Valid");
        FormErrors.Add(workflowContext, FieldName, await expressions.EvaluateAsync(ErrorMessage, workflowContext, null!) ?? "");
        return Outcomes("Done", "Invalid");
    }
}

/// <summary>Whether nothing of the form was said to be wrong.</summary>
internal sealed class ValidateFormTask(IStringLocalizer<ActivityTexts> s) : FormTask(s)
{
    public override LocalizedString DisplayText => S["Is the form in order?"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Valid"], S["Invalid"]);

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(FormErrors.Of(workflowContext).Count == 0 ? "Valid" : "Invalid");
}

/// <summary>Whether the form was sent from a page of this site.</summary>
internal sealed class ValidateAntiforgeryTokenTask(IStringLocalizer<ActivityTexts> s) : FormTask(s)
{
    /// <summary>Key in the call.</summary>
    public const string Key = "IsFromThisSite";

    public override LocalizedString DisplayText => S["Is the form from this site?"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Valid"], S["Invalid"]);

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes("Done", CallerForm.Value(workflowContext, Key) is true ? "Valid" : "Invalid");
}

/// <summary>Puts what the form said and what is wrong with it among the run's output, for an answer that shows the form again.</summary>
internal sealed class BindModelStateTask(IStringLocalizer<ActivityTexts> s) : FormTask(s)
{
    public override LocalizedString DisplayText => S["Keep what the form said"];

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        workflowContext.Output["Form"] = CallerForm.Fields(workflowContext).ToDictionary(field => field.Key, field => field.Value);
        workflowContext.Output[FormErrors.Key] = FormErrors.Of(workflowContext).ToDictionary(error => error.Key, error => (object?)error.Value);
        return Outcomes("Done");
    }
}

/// <summary>Sends the caller back to the page on which the form stands.</summary>
internal sealed class HttpRedirectToFormLocationTask(CallerAnswer answer, IStringLocalizer<ActivityTexts> s) : FormTask(s)
{
    /// <summary>Key in the call: path of the page of this site from which it came.</summary>
    public const string Key = "FormLocation";

    public override LocalizedString DisplayText => S["Back to the form"];

    /// <summary>As in the original, where a run may have several forms; a call has one.</summary>
    public string FormLocationKey
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Failed"]);

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (CallerForm.Value(workflowContext, Key) is not string { Length: > 0 } location)
            return Outcomes("Failed");
        (answer.Location, answer.StatusCode, answer.IsSet) = (location, 303, true);
        workflowContext.LastResult = WorkflowHttpResult.Instance;
        return Outcomes("Done");
    }
}
