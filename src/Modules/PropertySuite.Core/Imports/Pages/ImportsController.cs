using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using YesSql;
using ISession = YesSql.ISession;

namespace PropertySuite.Core.Imports;

/// <summary>Fills lists from spreadsheets: template, upload, columns, check, import, history, undo. Each list has its permission.</summary>
[Requires("AccessAdminPanel")]
public sealed class ImportsController(
    ImportAccess access, ImportPlanner planner, ImportRunner runner, ImportUndo undo, ImportTemplates templates, ImportWords words, RefusalTexts refusals,
    CommunityTimes times, JobBook jobs, CurrentActor current, IClock clock, ISession session, INotifier notifier, IStringLocalizer<ImportsController> S, IHtmlLocalizer<ImportsController> H) : Controller
{
    private const int RunsShown = 50;

    [HttpGet, Admin("Imports", "Imports")]
    public async Task<IActionResult> Index()
    {
        var mine = await access.MineAsync();
        if (mine.Count == 0) return Forbid();
        var lines = new List<ImportRunLine>();
        foreach (var run in (await runner.RunsAsync(0, RunsShown)).Where(run => mine.Any(list => list.Id == run.ListId))) lines.Add(await LineAsync(run));
        return View(new ImportsPage(mine, lines, (await runner.OfBatchAsync(ImportRun.Demonstration)).Count > 0));
    }

    [HttpGet, Admin("Imports/List/{listId}", "ImportList")]
    public async Task<IActionResult> List(string listId) =>
        access.Known(listId) is { } list && await access.MayAsync(list) ? View(PageOf(list)) : NotFound();

    [HttpGet, Admin("Imports/List/{listId}/Template.xlsx", "ImportTemplate")]
    public async Task<IActionResult> Template(string listId)
    {
        if (access.Known(listId) is not { } list || !await access.MayAsync(list)) return NotFound();
        return File(templates.Write(list), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{list.Id}.xlsx");
    }

    [HttpPost, Admin("Imports/List/{listId}", "ImportUpload"), RequestSizeLimit(ImportLimits.FileBytes + 64 * 1024)]
    public async Task<IActionResult> Upload(string listId, IFormFile? file)
    {
        if (access.Known(listId) is not { } list || !await access.MayAsync(list)) return NotFound();
        try
        {
            if (file is not { Length: > 0 }) throw ImportRefusals.NoFile.With();
            if (file.Length > ImportLimits.FileBytes) throw ImportRefusals.TooLarge.With(ImportLimits.FileBytes / 1024 / 1024);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            var name = Path.GetFileName(file.FileName);
            SheetFile.Read(bytes.ToArray(), name);
            var draft = new ImportDraft
            {
                DraftId = IdGenerator.GenerateId(), ListId = list.Id, FileName = name.Length > 120 ? name[..120] : name, File = bytes.ToArray(), AtUtc = clock.UtcNow,
                ByUserId = (await current.GetAsync()).Id,
            };
            await access.KeepAsync(draft);
            return RedirectToAction(nameof(Check), new { draftId = draft.DraftId });
        }
        catch (RefusedException refused)
        {
            return await AgainAsync(list, await refusals.SayAsync(refused));
        }
        catch (UnreadableException unreadable)
        {
            return await AgainAsync(list, $"{unreadable.Place}: {await refusals.SayAsync(unreadable.Refused)}");
        }
    }

    /// <summary>What the file would do. Nothing is written.</summary>
    [HttpGet, Admin("Imports/Check/{draftId}", "ImportCheck")]
    public async Task<IActionResult> Check(string draftId)
    {
        var (draft, list, answer) = await OpenAsync(draftId);
        return draft is null ? answer! : View(await PageOfAsync(draft, list!));
    }

    [HttpPost, Admin("Imports/Check/{draftId}/Columns", "ImportColumns")]
    public async Task<IActionResult> Columns(string draftId, string? sheet, List<string>? headings, List<string>? columns)
    {
        var (draft, list, answer) = await OpenAsync(draftId);
        if (draft is null) return answer!;
        // Another sheet has other headings.
        draft.Columns = sheet == draft.Sheet || draft.Sheet is null && headings is not null
            ? (headings ?? []).Zip((columns ?? []).Select(column => column ?? "")).GroupBy(pair => pair.First).ToDictionary(group => group.Key, group => group.First().Second)
            : null;
        draft.Sheet = sheet;
        await session.SaveAsync(draft);
        return RedirectToAction(nameof(Check), new { draftId });
    }

    [HttpGet, Admin("Imports/Check/{draftId}/Problems.csv", "ImportProblems")]
    public async Task<IActionResult> Problems(string draftId)
    {
        var (draft, list, answer) = await OpenAsync(draftId);
        if (draft is null) return answer!;
        using var file = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        await CsvExport.WriteLineAsync(file, [S["Place"], S["What is wrong"], S["Value"]]);
        foreach (var problem in (await PageOfAsync(draft, list!)).Problems)
            await CsvExport.WriteLineAsync(file, [CsvExport.AsText(problem.Place), CsvExport.AsText(problem.Sentence), CsvExport.AsText(problem.Value)]);
        return File([.. System.Text.Encoding.UTF8.GetPreamble(), .. System.Text.Encoding.UTF8.GetBytes(file.ToString())], "text/csv", "problems.csv");
    }

    [HttpPost, Admin("Imports/Check/{draftId}/Run", "ImportRun")]
    public async Task<IActionResult> Run(string draftId)
    {
        var (draft, list, answer) = await OpenAsync(draftId);
        if (draft is null) return answer!;
        var page = await PageOfAsync(draft, list!);
        if (page.Plan is not { IsInOrder: true } plan) return Wrong(nameof(Check), page);
        if (plan.Added + plan.Changed > ImportLimits.AtOnce)
        {
            draft.IsOrdered = true;
            await session.SaveAsync(draft);
            var jobId = await jobs.OrderAsync(new JobOrder(ImportWorker.JobKind, draft.FileName) { Data = new ImportTask(draft.DraftId), Key = "import:" + draft.DraftId, By = await current.GetAsync() });
            return RedirectToAction(nameof(Progress), new { jobId });
        }

        try
        {
            var run = await runner.RunAsync(plan, draft.FileName, await current.GetAsync());
            access.Forget(draft);
            await notifier.SuccessAsync(H["{0} added, {1} changed, {2} unchanged.", run.Added, run.Changed, run.Unchanged]);
            return RedirectToAction(nameof(Show), new { runId = run.RunId });
        }
        catch (RefusedException refused)
        {
            return Wrong(nameof(Check), page with { Plan = null, Problems = [new ImportProblem(plan.Sheet, await refusals.SayAsync(refused))] });
        }
    }

    /// <summary>How far a job is that imports or takes back; leads to what came of it.</summary>
    [HttpGet, Admin("Imports/Progress/{jobId}", "ImportProgress")]
    public async Task<IActionResult> Progress(string jobId)
    {
        if (await jobs.FindAsync(jobId) is not { Kind: ImportWorker.JobKind or UndoWorker.JobKind } job) return NotFound();
        if (job.OrderedById != (await current.GetAsync()).Id) return NotFound();
        var undoes = job.Kind == UndoWorker.JobKind;
        if (job.State == JobState.Done)
        {
            return job.Result is { } result && System.Text.Json.Nodes.JsonNode.Parse(result)?["RunId"]?.GetValue<string>() is { } runId ? RedirectToAction(nameof(Show), new { runId })
                : undoes ? RedirectToAction(nameof(DemonstrationController.Index), "Demonstration") : RedirectToAction(nameof(Index));
        }

        if (!job.HasEnded) Response.Headers["Refresh"] = "3";
        return View(new ImportProgressPage(jobId, job.Subject, job.Progress, job.Total, job.HasEnded ? job.Fault ?? S["It was stopped."] : null, undoes));
    }

    [HttpGet, Admin("Imports/Runs/{runId}", "ImportShow")]
    public async Task<IActionResult> Show(string runId)
    {
        if (await runner.FindAsync(runId) is not { } run || access.Known(run.ListId) is not { } list || !await access.MayAsync(list)) return NotFound();
        var line = await LineAsync(run);
        var time = await times.GetAsync();
        var may = run.UndoneAtUtc is null;
        return View(new ImportRunPage(run, line.List, line.At, line.By, run.UndoneAtUtc is { } at ? Moments.Short(time.At(at)) : null, may, may ? await undo.PlanAsync([run]) : null));
    }

    [HttpPost, Admin("Imports/Runs/{runId}/Undo", "ImportUndo")]
    public async Task<IActionResult> Undo(string runId)
    {
        if (await runner.FindAsync(runId) is not { } run || access.Known(run.ListId) is not { } list || !await access.MayAsync(list)) return NotFound();
        if ((await undo.PlanAsync([run])).IsMuch)
        {
            var jobId = await jobs.OrderAsync(new JobOrder(UndoWorker.JobKind, run.FileName) { Data = new UndoTask(runId, null), Key = "import-undo:" + runId, By = await current.GetAsync() });
            return RedirectToAction(nameof(Progress), new { jobId });
        }

        var done = await undo.UndoAsync([run], await current.GetAsync());
        await notifier.SuccessAsync(H["{0} removed, {1} given their former values, {2} kept.", done.Removed.Count, done.Restored.Count, done.Kept.Count]);
        return RedirectToAction(nameof(Show), new { runId });
    }

    private async Task<(ImportDraft? Draft, ImportList? List, IActionResult? Answer)> OpenAsync(string draftId)
    {
        if (await access.DraftAsync(draftId) is not { } draft || access.Known(draft.ListId) is not { } list) return (null, null, NotFound());
        // What is somebody else's, or for others, is as good as not there.
        return await access.MayAsync(list) && draft.ByUserId == (await current.GetAsync()).Id ? (draft, list, null) : (null, null, NotFound());
    }

    private async Task<ImportCheckPage> PageOfAsync(ImportDraft draft, ImportList list)
    {
        var columns = list.Columns.Select(column => KeyValuePair.Create(column.Id, words.Say(list, column.Name))).ToArray();
        var name = words.Say(list, list.Name);
        try
        {
            var sheets = SheetFile.Read(draft.File, draft.FileName);
            var sheet = sheets.FirstOrDefault(sheet => sheet.Name == draft.Sheet) ?? sheets[0];
            var plan = await planner.PlanAsync(list, sheet, draft.Columns ?? await runner.LastColumnsAsync(list.Id));
            return new(draft.DraftId, draft.FileName, name, list.Id, [.. sheets.Select(sheet => sheet.Name)], sheet.Name, columns, plan, plan.Problems);
        }
        catch (UnreadableException unreadable)
        {
            return new(draft.DraftId, draft.FileName, name, list.Id, [], "", columns, null, [new ImportProblem(unreadable.Place, await refusals.SayAsync(unreadable.Refused))]);
        }
    }

    private ImportListPage PageOf(ImportList list) => new(
        list, words.Say(list, list.Name),
        [.. list.Columns.Select(column => new ImportColumnLine(
            words.Say(list, column.Name), words.Say(list, column.Meaning), column.Kind == ImportKind.Choice ? words.Offered(list, column) : KindOf(column.Kind), column.Required, column.IsKey, column.Example))]);

    private string KindOf(ImportKind kind) => kind switch
    {
        ImportKind.Whole => S["whole number"],
        ImportKind.Decimal => S["number"],
        ImportKind.Day => S["day"],
        ImportKind.Moment => S["day and time"],
        ImportKind.YesNo => S["yes or no"],
        _ => S["text"],
    };

    private async Task<ImportRunLine> LineAsync(ImportRun run)
    {
        var time = await times.GetAsync();
        return new(run, access.Known(run.ListId) is { } list ? words.Say(list, list.Name) : run.ListId, Moments.Short(time.At(run.AtUtc)), run.ByUserId == ImportStep.ActorId ? S["a recipe"] : run.ByName);
    }

    private Task<IActionResult> AgainAsync(ImportList list, string problem) => Task.FromResult<IActionResult>(Wrong(nameof(List), PageOf(list) with { Problem = problem }));

    private ViewResult Wrong(string view, object page)
    {
        var result = View(view, page);
        result.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return result;
    }
}
