using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>
/// Calls an address on the internet. The call is made in a unit of work of its own; a crash between the call and the commit makes it again, with
/// the same <c>Idempotency-Key</c>.
/// </summary>
internal sealed class HttpRequestTask(OutgoingHttp http, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : SuiteTask(s), ISlowActivity
{
    private const string Otherwise = "UnhandledHttpStatus";

    public override LocalizedString DisplayText => S["Call an address"];

    public override LocalizedString Category => S["HTTP"];

    public WorkflowExpression<string> Url { get => Text(); set => SetProperty(value); }

    public string HttpMethod
    {
        get => GetProperty(() => "GET");
        set => SetProperty(value);
    }

    /// <summary>One a line: name, colon, value.</summary>
    public WorkflowExpression<string> Headers { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> Body { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> ContentType { get => Text(); set => SetProperty(value); }

    /// <summary>Codes that have an exit of their own, with commas between.</summary>
    public string HttpResponseCodes
    {
        get => GetProperty(() => "200");
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(Url), FieldKind.Liquid, S["Address"], S["Whole, with https. Addresses within the house are refused."]),
        new(nameof(HttpMethod), FieldKind.Choice, S["Method"], null, ["GET", "POST", "PUT", "PATCH", "DELETE"]),
        new(nameof(Headers), FieldKind.LongLiquid, S["Headers"], S["One a line: name, colon, value."]),
        new(nameof(Body), FieldKind.LongLiquid, S["Content"]),
        new(nameof(ContentType), FieldKind.Liquid, S["Kind of content"], S["Such as application/json."]),
        new(nameof(HttpResponseCodes), FieldKind.Text, S["Codes with an exit"], S["With commas between, such as 200, 404."]),
    ];

    private IEnumerable<string> Codes => HttpResponseCodes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        [.. Codes.Select(code => new Outcome(code, new LocalizedString(code, code))), new Outcome(Otherwise, S["Another code"])];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var address = (await expressions.EvaluateAsync(Url, workflowContext, UrlEncoder.Default))?.Trim();
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            throw new InvalidOperationException($"\"{address}\" is not an address.");
        using var request = new HttpRequestMessage(new HttpMethod(HttpMethod), uri);
        await FillAsync(request, workflowContext);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{workflowContext.WorkflowId}-{activityContext.ActivityRecord.ActivityId}-{workflowContext.Workflow.Record.Path.Count + workflowContext.Workflow.Record.Forgotten}");
        var answer = await http.SendAsync(request);
        workflowContext.LastResult = new Dictionary<string, object?>
        {
            ["StatusCode"] = answer.StatusCode,
            ["ReasonPhrase"] = answer.ReasonPhrase,
            ["IsSuccessStatusCode"] = answer.StatusCode is >= 200 and < 300,
            ["Headers"] = answer.Headers,
            ["Body"] = answer.Body,
        };
        var code = answer.StatusCode.ToString(CultureInfo.InvariantCulture);
        return Outcomes(Codes.Contains(code) ? code : Otherwise);
    }

    public override Task<ActivityExecutionResult> ResumeAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => ExecuteAsync(workflowContext, activityContext);

    private async Task FillAsync(HttpRequestMessage request, WorkflowExecutionContext workflowContext)
    {
        if (await expressions.EvaluateAsync(Body, workflowContext, null!) is { Length: > 0 } body && HttpMethod != "GET")
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            var type = await expressions.EvaluateAsync(ContentType, workflowContext, null!);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(string.IsNullOrWhiteSpace(type) ? "application/json" : type, out var parsed) ? parsed : null;
        }

        foreach (var line in (await expressions.EvaluateAsync(Headers, workflowContext, null!) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase))
                request.Headers.TryAddWithoutValidation(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
    }

    private WorkflowExpression<string> Text([System.Runtime.CompilerServices.CallerMemberName] string? name = null) => GetProperty(() => new WorkflowExpression<string>(), name);
}
