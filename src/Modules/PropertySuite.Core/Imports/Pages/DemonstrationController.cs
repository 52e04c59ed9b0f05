using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Settings;

namespace PropertySuite.Core.Imports;

/// <summary>Clears a community of its invented data in one step; what people have added or changed stays.</summary>
[Requires(ImportPermissions.RemoveDemonstrationData)]
public sealed class DemonstrationController(
    ImportRunner runner, ImportUndo undo, JobBook jobs, ISiteService sites, CurrentActor current, ImportAccess access, ImportWords words, INotifier notifier, RefusalTexts refusals,
    IStringLocalizer<DemonstrationController> S, IHtmlLocalizer<DemonstrationController> H) : Controller
{
    [HttpGet, Admin("Imports/Demonstration", "Demonstration")]
    public async Task<IActionResult> Index() => View(await PageAsync());

    [HttpPost, ActionName(nameof(Index)), Admin("Imports/Demonstration", "DemonstrationRemove")]
    public async Task<IActionResult> Remove(string? confirm)
    {
        var name = (await sites.GetSiteSettingsAsync()).SiteName ?? "";
        if (SearchText.Fold(confirm) != SearchText.Fold(name))
        {
            ModelState.AddModelError("confirm", await refusals.SayAsync(ImportRefusals.Confirm.With()));
            var again = View(nameof(Index), await PageAsync());
            again.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return again;
        }

        var runs = await runner.OfBatchAsync(ImportRun.Demonstration);
        if ((await undo.PlanAsync(runs)).IsMuch)
        {
            var jobId = await jobs.OrderAsync(new JobOrder(UndoWorker.JobKind, S["Demonstration data"].Value)
            {
                Data = new UndoTask(null, ImportRun.Demonstration), Key = "import-undo:" + ImportRun.Demonstration, By = await current.GetAsync(),
            });
            return RedirectToAction(nameof(ImportsController.Progress), "Imports", new { jobId });
        }

        var done = await undo.UndoAsync(runs, await current.GetAsync());
        await notifier.SuccessAsync(H["{0} records removed, {1} kept.", done.Removed.Count, done.Kept.Count]);
        return RedirectToAction(nameof(Index));
    }

    private async Task<DemonstrationPage> PageAsync()
    {
        var runs = await runner.OfBatchAsync(ImportRun.Demonstration);
        var plan = await undo.PlanAsync(runs);
        var counts = new List<KeyValuePair<string, int>>();
        foreach (var type in plan.Removed.GroupBy(item => item.ContentType))
            counts.Add(new(access.All.FirstOrDefault(list => list.ContentType == type.Key) is { } list ? words.Say(list, list.Name) : type.Key, type.Count()));
        return new((await sites.GetSiteSettingsAsync()).SiteName ?? "", runs.Count, plan, counts);
    }
}
