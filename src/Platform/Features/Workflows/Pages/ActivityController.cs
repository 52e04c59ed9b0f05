using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Core;
using PropertySuite.Platform.Recipes;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>One activity of a type: its title and what its driver lets fill in.</summary>
[Area("OrchardCore.Workflows")]
[Feature("OrchardCore.Workflows")]
[Admin("Workflows/Types/{workflowTypeId}/Activity/{activityId}/{action}", "WorkflowActivity{action}")]
[Requires("ManageWorkflows")]
public sealed class ActivityController(
    IServiceProvider services,
    IWorkflowTypeStore store,
    IDisplayManager<IActivity> displays,
    IUpdateModelAccessor updater,
    INotifier notifier,
    IStringLocalizer<RecipeText> words,
    IHtmlLocalizer<ActivityController> H) : Controller
{
    private const int MaxTitle = 120;

    [HttpGet]
    public async Task<IActionResult> Edit(long workflowTypeId, string activityId)
    {
        if (await FindAsync(workflowTypeId, activityId) is not { } found)
            return NotFound();
        return View(PageOf(found, await displays.BuildEditorAsync(found.Activity, updater.ModelUpdater, isNew: false)));
    }

    [HttpPost, ActionName("Edit")]
    public async Task<IActionResult> Store(long workflowTypeId, string activityId, string? title)
    {
        if (await FindAsync(workflowTypeId, activityId) is not { } found)
            return NotFound();
        var editor = await displays.UpdateEditorAsync(found.Activity, updater.ModelUpdater, isNew: false);
        var metadata = found.Activity.As<ActivityMetadata>();
        metadata.Title = string.IsNullOrWhiteSpace(title) ? null! : title.Trim()[..Math.Min(title.Trim().Length, MaxTitle)];
        found.Activity.Put(metadata);

        // The whole type is looked at: an exit that an arrow leaves by may be gone now.
        var changed = WorkflowCatalog.Copy(found.Type);
        changed.Activities.First(record => record.ActivityId == activityId).Properties = found.Activity.Properties;
        var (_, problems) = services.GetRequiredService<WorkflowTypeCheck>().Read(WorkflowTypeWriting.Export(changed));
        foreach (var problem in ModelState.IsValid ? problems : [])
            ModelState.AddModelError("", $"{problem.Path}: {problem.Message.Say(text => words[text])}");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            var page = PageOf(found, editor);
            page.Title = title;
            return View("Edit", page);
        }

        found.Type.Activities.First(record => record.ActivityId == activityId).Properties = found.Activity.Properties.DeepClone().AsObject();
        await store.SaveAsync(found.Type);
        await notifier.SuccessAsync(H["{0} is stored. What waits already follows it from now on.", found.Type.Name]);
        return RedirectToAction("Edit", "WorkflowType", new { id = workflowTypeId });
    }

    private async Task<Found?> FindAsync(long typeId, string activityId) =>
        await store.GetAsync(typeId) is { } type
        && type.Activities.FirstOrDefault(record => record.ActivityId == activityId) is { } record
        && services.GetRequiredService<TypeSteps>().Instantiate(record) is { } activity
            ? new Found(type, record, activity)
            : null;

    private static ActivityPage PageOf(Found found, IShape editor) => new()
    {
        Type = found.Type,
        ActivityId = found.Record.ActivityId,
        Kind = found.Activity.DisplayText.Value,
        Title = found.Record.As<ActivityMetadata>().Title,
        Editor = editor,
    };

    private sealed record Found(WorkflowType Type, ActivityRecord Record, IActivity Activity);
}
