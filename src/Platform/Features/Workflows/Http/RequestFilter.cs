using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Helpers;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>
/// A page of the site has taken a form. It is followed after that request's commit, and not at all where the request failed. Opening a page starts
/// nothing, since opening a page must change nothing.
/// </summary>
internal sealed class HttpRequestFilterEvent(IStringLocalizer<ActivityTexts> s) : SuiteEvent(s)
{
    public const string RouteKey = "RouteValues";
    public const string MethodKey = "Method";

    private static readonly string[] s_own = ["area", "controller", "action"];

    public override LocalizedString DisplayText => S["A page has taken a form"];

    public override LocalizedString Category => S["HTTP"];

    public string HttpMethod
    {
        get => GetProperty(() => "POST");
        set => SetProperty(value);
    }

    public string? ControllerName { get => GetProperty<string?>(); set => SetProperty(value!); }

    public string? ActionName { get => GetProperty<string?>(); set => SetProperty(value!); }

    public string? AreaName { get => GetProperty<string?>(); set => SetProperty(value!); }

    /// <summary>Further values of the route that must be so.</summary>
    public Dictionary<string, object?> RouteValues
    {
        get => GetProperty(() => new Dictionary<string, object?>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(HttpMethod), FieldKind.Choice, S["Method"], null, ["POST", "PUT", "PATCH", "DELETE"]),
        new(nameof(AreaName), FieldKind.Text, S["Module"], S["Such as PropertySuite.Visitors; empty for all."]),
        new(nameof(ControllerName), FieldKind.Text, S["Controller"], S["Empty for all."]),
        new(nameof(ActionName), FieldKind.Text, S["Action"], S["Empty for all."]),
    ];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Matched"]);

    public override OrchardCore.Workflows.Activities.ActivityExecutionResult Resume(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes("Matched");

    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (!string.Equals(workflowContext.Input.GetValue<string>(MethodKey), HttpMethod, StringComparison.OrdinalIgnoreCase)
            || !workflowContext.Input.TryGetValue(RouteKey, out var route) || route is not IEnumerable<KeyValuePair<string, object?>> values)
        {
            return false;
        }

        var actual = values.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase);
        return s_own.Zip([AreaName, ControllerName, ActionName]).Concat(RouteValues.Select(value => (value.Key, value.Value?.ToString())))
            .All(wanted => string.IsNullOrEmpty(wanted.Item2) || string.Equals(actual.GetValueOrDefault(wanted.Item1), wanted.Item2, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Tells workflows of requests that change something; a site without such a workflow pays a look at a set.</summary>
internal sealed class RequestTelling : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var done = await next();
        var method = context.HttpContext.Request.Method;
        if (done.Exception is not null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
            || context.Result is not null || (done.Result as Microsoft.AspNetCore.Mvc.Infrastructure.IStatusCodeActionResult)?.StatusCode >= 400 || !context.ModelState.IsValid)
        {
            return;
        }

        var services = context.HttpContext.RequestServices;
        if (!(await services.GetRequiredService<WorkflowTypes>().GetAsync()).Names(nameof(HttpRequestFilterEvent)))
            return;
        await services.GetRequiredService<IWorkflowManager>().TriggerEventAsync(nameof(HttpRequestFilterEvent), new Dictionary<string, object>
        {
            [HttpRequestFilterEvent.MethodKey] = method,
            [HttpRequestFilterEvent.RouteKey] = context.RouteData.Values.ToDictionary(value => value.Key, value => (object?)value.Value?.ToString()),
        });
    }
}
