using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Where workflows are called from outside. Whoever holds an address or a link may use it; nobody can make one.</summary>
[Area("OrchardCore.Workflows")]
[Feature("OrchardCore.Workflows.Http")]
[AllowAnonymous]
public sealed class HttpWorkflowController(IServiceProvider services, IWorkflowTypeStore types, ISecurityTokenService tokens, IAntiforgery antiforgery) : Controller
{
    private const int MaxBody = 64 * 1024;

    /// <summary>Shows what a link will do; the button does it.</summary>
    [HttpGet("workflows/Trigger")]
    public async Task<IActionResult> Trigger(string? token)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await services.GetRequiredService<Signals>().FindAsync(token) is not { } grant)
            return Gone();
        return View("Trigger", new SignalPage(grant.Signal, token!));
    }

    [HttpPost("workflows/Trigger"), ActionName("Trigger")]
    public async Task<IActionResult> Send(string? token)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var signals = services.GetRequiredService<Signals>();
        if (await signals.FindAsync(token) is not { } grant)
            return Gone();
        await signals.UseAsync(token!, grant);
        await services.GetRequiredService<IWorkflowManager>().TriggerEventAsync(nameof(SignalEvent), new Dictionary<string, object> { [SignalEvent.SignalKey] = grant.Signal }, grant.CorrelationId);
        return View("Sent");
    }

    /// <summary>Starts or resumes the workflow whose address this is.</summary>
    [AcceptVerbs("POST", "PUT", "PATCH", "DELETE", Route = "workflows/invoke/{token}"), IgnoreAntiforgeryToken]
    [RequestSizeLimit(MaxBody)]
    public async Task<IActionResult> Invoke(string token)
    {
        if (!tokens.TryDecryptToken<InvokeGrant>(token, out var grant)
            || await types.GetAsync(grant.WorkflowTypeId) is not { } type
            || type.Activities.FirstOrDefault(record => record.ActivityId == grant.ActivityId) is not { } record
            || services.GetRequiredService<TypeSteps>().Instantiate(record) is not HttpRequestEvent awaited
            || !string.Equals(awaited.HttpMethod, Request.Method, StringComparison.OrdinalIgnoreCase))
        {
            return NotFound();
        }

        if (awaited.ValidateAntiforgeryToken && !await antiforgery.IsRequestValidAsync(HttpContext))
            return BadRequest();

        var input = new Dictionary<string, object> { [HttpRequestEvent.RequestKey] = await ReadAsync() };
        var run = await services.GetRequiredService<AttendedRuns>().RunAsync(type, record, input, User.FindFirstValue(ClaimTypes.NameIdentifier));
        if (run.HasFailed)
            return StatusCode(StatusCodes.Status500InternalServerError);
        if (run.Count == 0)
            return NotFound();
        var answer = run.Answer;
        if (answer?.Location is { } location)
        {
            Response.Headers.Location = Request.PathBase + location;
            return StatusCode(answer.StatusCode);
        }

        return answer is { IsSet: true }
            ? new ContentResult { StatusCode = answer.StatusCode, ContentType = answer.ContentType, Content = answer.Content }
            : StatusCode(StatusCodes.Status202Accepted);
    }

    // Of this site, and without the path under which the site stands: that is put before it again.
    private string? FormLocation() =>
        Uri.TryCreate(Request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && from.Authority == Request.Host.Value
            && new PathString(from.AbsolutePath).StartsWithSegments(Request.PathBase, out var rest) && !rest.Value!.StartsWith("//", StringComparison.Ordinal)
            ? (rest.HasValue ? rest.Value : "/") + from.Query : null;

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Gone");
    }

    private async Task<Dictionary<string, object?>> ReadAsync()
    {
        var form = Request.HasFormContentType ? await Request.ReadFormAsync() : null;
        using var reader = new StreamReader(Request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return new Dictionary<string, object?>
        {
            ["Method"] = Request.Method,
            ["Query"] = Request.Query.ToDictionary(entry => entry.Key, entry => (object?)entry.Value.ToString()),
            ["Form"] = form?.Where(entry => !entry.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(entry => entry.Key, entry => (object?)entry.Value.ToString()),
            ["Body"] = form is null ? await reader.ReadToEndAsync() : null,
            [ValidateAntiforgeryTokenTask.Key] = form is not null && await antiforgery.IsRequestValidAsync(HttpContext),
            [HttpRedirectToFormLocationTask.Key] = FormLocation(),
        };
    }
}

/// <summary>A signal about to be sent.</summary>
public sealed record SignalPage(string Signal, string Token);
