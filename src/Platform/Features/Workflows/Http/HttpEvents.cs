using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Http;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Starts or resumes when its address is called. The address carries a sealed token.</summary>
internal sealed class HttpRequestEvent(IStringLocalizer<ActivityTexts> s) : SuiteEvent(s)
{
    public const string RequestKey = "Request";

    public override LocalizedString DisplayText => S["An address is called"];

    public override LocalizedString Category => S["HTTP"];

    public string HttpMethod
    {
        get => GetProperty(() => "POST");
        set => SetProperty(value);
    }

    public bool ValidateAntiforgeryToken
    {
        get => GetProperty(() => false);
        set => SetProperty(value);
    }

    /// <summary>Days for which a new address is good; 0 for ten years.</summary>
    public int TokenLifeSpan
    {
        get => GetProperty(() => 0);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(HttpMethod), FieldKind.Choice, S["Method"], null, ["POST", "PUT", "PATCH", "DELETE"]),
        new(nameof(ValidateAntiforgeryToken), FieldKind.Flag, S["Only from pages of this site"]),
        new(nameof(TokenLifeSpan), FieldKind.Number, S["Days that a new address is good for"], S["0: ten years."]),
    ];

    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => workflowContext.Input.ContainsKey(RequestKey);
}

/// <summary>What a run answers to the caller; written once the run is stored.</summary>
internal sealed class CallerAnswer
{
    public int StatusCode { get; set; } = 200;

    public string? ContentType { get; set; }

    public string? Content { get; set; }

    public string? Location { get; set; }

    public bool IsSet { get; set; }
}

internal sealed class HttpResponseTask(CallerAnswer answer, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Answer the caller"];

    public override LocalizedString Category => S["HTTP"];

    public WorkflowExpression<string> Content
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public int HttpStatusCode
    {
        get => GetProperty(() => 200);
        set => SetProperty(value);
    }

    public WorkflowExpression<string> ContentType
    {
        get => GetProperty(() => new WorkflowExpression<string>("application/json"));
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(HttpStatusCode), FieldKind.Number, S["Code"]),
        new(nameof(ContentType), FieldKind.Choice, S["Kind of content"], null, ["application/json", "text/plain"]),
        new(nameof(Content), FieldKind.LongLiquid, S["Content"]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        // Markup is not among the kinds: what an outsider sent must not come back as a page of the site.
        var type = (await expressions.EvaluateAsync(ContentType, workflowContext, null!))?.Trim();
        answer.ContentType = type is "application/json" or "text/plain" ? type : "text/plain";
        answer.StatusCode = HttpStatusCode is >= 200 and < 600 ? HttpStatusCode : 200;
        answer.Content = await expressions.EvaluateAsync(Content, workflowContext, answer.ContentType == "application/json" ? System.Text.Encodings.Web.JavaScriptEncoder.Default : null!);
        answer.Location = null;
        answer.IsSet = true;
        workflowContext.LastResult = WorkflowHttpResult.Instance;
        return Outcomes("Done");
    }
}

internal sealed class HttpRedirectTask(CallerAnswer answer, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Send the caller on"];

    public override LocalizedString Category => S["HTTP"];

    public WorkflowExpression<string> Location
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public bool Permanent
    {
        get => GetProperty(() => false);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(Location), FieldKind.Liquid, S["Page of this site"], S["Such as /news. Other sites are refused."]),
        new(nameof(Permanent), FieldKind.Flag, S["For good"]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var location = (await expressions.EvaluateAsync(Location, workflowContext, System.Text.Encodings.Web.UrlEncoder.Default))?.Trim() ?? "";
        if (!location.StartsWith('/') || location.StartsWith("//", StringComparison.Ordinal) || location.Contains('\\', StringComparison.Ordinal) || location.Any(char.IsControl))
            throw new InvalidOperationException($"\"{location}\" is not a page of this site.");
        answer.Location = location;
        answer.StatusCode = Permanent ? 308 : 303;
        answer.IsSet = true;
        workflowContext.LastResult = WorkflowHttpResult.Instance;
        return Outcomes("Done");
    }
}
