using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using YesSql;

namespace PropertySuite.Core.Queues;

/// <summary>What waits for the reader and the teams, of every kind that the reader may see. Nobody sees more here than on the records' own lists.</summary>
[Requires("AccessAdminPanel")]
public sealed class QueueController(
    ISession session, WorkQueue queue, ListWriter writer, IStringLocalizerFactory localizers, IStringLocalizer<QueueController> S, IClock clock) : Controller
{
    /// <summary>A page of the list. Without a view the first that holds something is shown.</summary>
    [HttpGet, Admin("Queue", "Queue")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var reader = await queue.ReaderAsync(User);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (view, (scope, due)) in QueueList.Scopes)
        {
            counts[view] = await queue.CountAsync(reader, scope, due);
        }

        request.View ??= counts["mine"] > 0 ? "mine" : counts["team"] > 0 ? "team" : counts["all"] > 0 ? "all" : "mine";
        var list = QueueList.For(reader, queue.Kinds, localizers);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        var shown = await writer.ViewAsync(list, page, request, S["Queue"], NothingIn(request.View), Url.Action(nameof(Export)), Url.Action(nameof(Spreadsheet)));
        var tabs = shown.Tabs.Zip(list.Views, (tab, choice) => tab with { Count = counts[choice.Id], IsLate = choice.Id == "overdue" });
        return View(new QueuePage(shown with { Tabs = [.. tabs] }, counts["overdue"], counts["today"], counts["all"]));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Queue/Export", "QueueExport")]
    public async Task<IActionResult> Export(ListRequest request)
    {
        var list = QueueList.For(await queue.ReaderAsync(User), queue.Kinds, localizers);
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), text);
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "text/csv; charset=utf-8", "queue.csv");
    }

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Queue/Export.xlsx", "QueueExportXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request)
    {
        var list = QueueList.For(await queue.ReaderAsync(User), queue.Kinds, localizers);
        await using var file = new MemoryStream();
        await writer.ExportXlsxAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), S["Queue"], file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "queue.xlsx");
    }

    private string NothingIn(string view) => view switch
    {
        "mine" => S["Nothing waits for you. What somebody gives you appears here, the nearest deadline first."],
        "team" => S["Nothing waits for your team."],
        "unassigned" => S["Everything has somebody who works on it."],
        "overdue" => S["Nothing is overdue."],
        "today" => S["Nothing is due today any more."],
        _ => S["Nothing waits. What the office has to do appears here, the nearest deadline first."],
    };
}

/// <summary>The page.</summary>
public sealed record QueuePage(ListView List, int Overdue, int Today, int All);
