using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>
/// What the run has done so far is stored for good, and it goes on in a transaction of its own: a later fault does not take it back. Where somebody
/// waits for the answer of the run, all of it stays one transaction. <c>Valid</c> and <c>Invalid</c> say whether the form was in order.
/// </summary>
internal sealed class CommitTransactionTask(IStringLocalizer<ActivityTexts> s) : SuiteTask(s), ISlowActivity
{
    public override LocalizedString DisplayText => S["Store what was done so far"];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Valid"], S["Invalid"]);

    public override ActivityExecutionResult Execute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes("Done", FormErrors.Of(workflowContext).Count == 0 ? "Valid" : "Invalid");

    public override ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Execute(workflowContext, activityContext);
}

/// <summary>What is wrong with the form that called a workflow; kept with the run, so that an answer can say it.</summary>
internal static class FormErrors
{
    /// <summary>Name of the run's variable: texts by the names of fields, empty for the form as a whole.</summary>
    public const string Key = "FormErrors";

    public static IReadOnlyDictionary<string, string> Of(WorkflowExecutionContext context) =>
        context.Properties.TryGetValue(Key, out var kept) && kept is IEnumerable<KeyValuePair<string, object?>> errors
            ? errors.ToDictionary(error => error.Key, error => error.Value?.ToString() ?? "", StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);

    public static void Add(WorkflowExecutionContext context, string field, string text)
    {
        var errors = Of(context).ToDictionary(error => error.Key, error => (object?)error.Value, StringComparer.Ordinal);
        errors[field] = text;
        context.Properties[Key] = errors;
    }
}
