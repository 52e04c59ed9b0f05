using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Platform.Features.BackgroundTasks;

/// <summary>What a site does by itself, and when.</summary>
[Area("OrchardCore.BackgroundTasks")]
[Feature("OrchardCore.BackgroundTasks")]
[Requires("ManageBackgroundTasks")]
public sealed class AdminController(INotifier notifier, IServiceProvider services, IHtmlLocalizer<AdminController> H, IStringLocalizer<AdminController> S) : Controller
{
    private TaskDesk Desk => services.GetRequiredService<TaskDesk>();

    [HttpGet, Admin("BackgroundTasks", "BackgroundTasks")]
    public async Task<IActionResult> Index() => View(await Desk.ListAsync());

    [HttpGet, Admin("BackgroundTasks/Edit/{name}", "BackgroundTasksEdit")]
    public async Task<IActionResult> Edit(string name)
        => await Desk.FindAsync(name) is { } task ? View(new TaskPage(task, new TaskForm { Schedule = task.Schedule, Enable = task.IsEnabled })) : NotFound();

    [HttpPost, ActionName(nameof(Edit)), Admin("BackgroundTasks/Edit/{name}", "BackgroundTasksEditPost")]
    public async Task<IActionResult> EditPost(string name, [Bind(Prefix = "Form")] TaskForm form)
    {
        if (await Desk.FindAsync(name) is not { } task)
            return NotFound();
        if (TaskDesk.Read(form.Schedule) is null)
        {
            ModelState.AddModelError("Form.Schedule", S["This is not a schedule. Write five fields: minute, hour, day, month, weekday. 0 3 * * 1 is every Monday at three."]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(new TaskPage(task, form));
        }

        await Desk.ChangeAsync(name, form.Schedule!.Trim(), form.Enable);
        await notifier.SuccessAsync(H["“{0}” is saved.", task.Title]);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost, Admin("BackgroundTasks/Run/{name}", "BackgroundTasksRun")]
    public async Task<IActionResult> Run(string name)
    {
        if (await Desk.FindAsync(name) is not { } task)
            return NotFound();
        await Desk.RunAsync(name);
        await notifier.SuccessAsync(H["“{0}” begins at once.", task.Title]);
        return RedirectToAction(nameof(Index));
    }
}
