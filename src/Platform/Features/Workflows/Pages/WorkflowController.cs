using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Settings;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Core;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>The instances of a workflow type: where they wait, what failed, and what can be done about it.</summary>
[Area("OrchardCore.Workflows")]
[Feature("OrchardCore.Workflows")]
[Admin("Workflows/Types/{workflowTypeId}/Instances/{action}/{id?}", "Workflows{action}")]
[Requires("ManageWorkflows")]
public sealed class WorkflowController(
    IServiceProvider services,
    IWorkflowTypeStore types,
    IWorkflowStore store,
    ISiteService sites,
    IShapeFactory shapes,
    INotifier notifier,
    IHtmlLocalizer<WorkflowController> H) : Controller
{
    private string? Me => User.FindFirstValue(ClaimTypes.NameIdentifier);

    [HttpGet]
    public async Task<IActionResult> Index(long workflowTypeId, InstancesPage page, PagerParameters pagerParameters)
    {
        if (await types.GetAsync(workflowTypeId) is not { } type)
            return NotFound();
        var pager = new Pager(pagerParameters, (await sites.GetSiteSettingsAsync()).PageSize);
        pager.PageSize = Math.Min(pager.PageSize, 100);
        page.Type = type;
        (page.Rows, page.Total) = await services.GetRequiredService<InstanceList>().FindAsync(type, page.Q, page.Status, pager.GetStartIndex(), pager.PageSize);
        page.Pager = await shapes.CreateAsync("Pager", Arguments.From(new { pager.Page, pager.PageSize, TotalItemCount = page.Total }));
        return View(page);
    }

    [HttpGet]
    public async Task<IActionResult> Details(long workflowTypeId, string id)
    {
        if (await FindAsync(workflowTypeId, id) is not { } found)
            return NotFound();
        return View(await services.GetRequiredService<InstanceList>().PageOfAsync(found.Workflow, found.Type, User));
    }

    /// <summary>Runs anew what has failed.</summary>
    [HttpPost]
    public async Task<IActionResult> Retry(long workflowTypeId, string id)
    {
        if (await FindAsync(workflowTypeId, id) is null)
            return NotFound();
        var retried = false;
        await services.GetRequiredService<WorkflowPump>().OnRequestAsync(async unit => retried = await unit.GetRequiredService<Repairs>().RetryAsync(id, Me));
        if (retried)
            await notifier.SuccessAsync(H["The workflow goes on."]);
        else
            await notifier.WarningAsync(H["The workflow did not go on; see below."]);
        return RedirectToAction(nameof(Details), new { workflowTypeId, id });
    }

    [HttpPost]
    public async Task<IActionResult> Cancel(long workflowTypeId, string id, string? reason)
    {
        if (await FindAsync(workflowTypeId, id) is null)
            return NotFound();
        if (await services.GetRequiredService<Repairs>().CancelAsync(id, Me, reason is { Length: > 500 } ? reason[..500] : reason))
            await notifier.SuccessAsync(H["The workflow is cancelled."]);
        else
            await notifier.WarningAsync(H["The workflow has ended already."]);
        return RedirectToAction(nameof(Details), new { workflowTypeId, id });
    }

    /// <summary>Answers a decision that the instance waits for.</summary>
    [HttpPost]
    public async Task<IActionResult> Choose(long workflowTypeId, string id, string activityId, string choice)
    {
        if (await FindAsync(workflowTypeId, id) is not { } found)
            return NotFound();
        var page = await services.GetRequiredService<InstanceList>().PageOfAsync(found.Workflow, found.Type, User);
        if (page.Waits.FirstOrDefault(wait => wait.ActivityId == activityId)?.Choices.Contains(choice) != true)
            return Forbid();
        var taken = false;
        var input = new Dictionary<string, object> { [UserTaskEvent.ActionKey] = choice };
        await services.GetRequiredService<WorkflowPump>().OnRequestAsync(async unit => taken = await unit.GetRequiredService<WorkSteps>().ResumeByHandAsync(id, activityId, input, Me));
        if (taken)
            await notifier.SuccessAsync(H["The workflow goes on."]);
        else
            await notifier.WarningAsync(H["The workflow did not go on; see below."]);
        return RedirectToAction(nameof(Details), new { workflowTypeId, id });
    }

    private async Task<(Workflow Workflow, WorkflowType Type)?> FindAsync(long typeId, string id) =>
        await types.GetAsync(typeId) is { } type && await store.GetAsync(id) is { } workflow && workflow.WorkflowTypeId == type.WorkflowTypeId ? (workflow, type) : null;
}
