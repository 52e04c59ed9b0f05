using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>The decisions that workflows wait for, each for the roles that may take it.</summary>
[Area("OrchardCore.Workflows")]
[Feature("OrchardCore.Workflows")]
[Admin("Workflows/Decisions/{action}", "WorkflowDecisions{action}")]
[Requires("AccessAdminPanel")]
public sealed class DecisionController(IServiceProvider services, INotifier notifier, IHtmlLocalizer<DecisionController> H) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index() => View(await services.GetRequiredService<DecisionList>().OpenAsync(User));

    [HttpPost]
    public async Task<IActionResult> Choose(string workflowId, string activityId, string choice)
    {
        // Who may choose what is asked anew, of the workflow as it is now.
        var open = await services.GetRequiredService<DecisionList>().OpenAsync(User);
        if (open.FirstOrDefault(decision => decision.WorkflowId == workflowId && decision.ActivityId == activityId)?.Choices.Contains(choice) != true)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            ViewData["Gone"] = true;
            return View(nameof(Index), open);
        }

        var taken = false;
        var by = User.FindFirstValue(ClaimTypes.NameIdentifier);
        var input = new Dictionary<string, object> { [UserTaskEvent.ActionKey] = choice };
        await services.GetRequiredService<WorkflowPump>().OnRequestAsync(async unit => taken = await unit.GetRequiredService<WorkSteps>().ResumeByHandAsync(workflowId, activityId, input, by));
        if (taken)
            await notifier.SuccessAsync(H["Your decision is taken: {0}.", choice]);
        else
            await notifier.WarningAsync(H["Your decision could not be followed. The office sees why."]);
        return RedirectToAction(nameof(Index));
    }
}

/// <summary>A decision that a run waits for.</summary>
public sealed record DecisionRow(string WorkflowId, string ActivityId, string Workflow, string Title, string? About, DateTime Since, IReadOnlyList<string> Choices);
