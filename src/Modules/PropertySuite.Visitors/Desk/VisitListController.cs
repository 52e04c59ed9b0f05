using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The list of visits, on the page and for spreadsheets.</summary>
[Requires(VisitPermissions.View)]
public sealed class VisitListController(YesSql.ISession session, ListWriter writer, VisitBoard board, IStringLocalizer<VisitListController> S, IClock clock) : Controller
{
    /// <summary>A page of the list.</summary>
    [HttpGet, Admin("Visits", "Visits")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = VisitList.At(clock.UtcNow);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        var view = await writer.ViewAsync(list, page, request, S["Visits"], S["No visits here. What residents announce and the desk registers appears in this list."], Url.Action(nameof(Export)));
        return View(new VisitListPage(view, await board.CountInsideAsync(), (await board.ExpectedTodayAsync()).Count));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Visits/Export", "VisitsExport")]
    public async Task<IActionResult> Export(ListRequest request)
    {
        var list = VisitList.At(clock.UtcNow);
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), text);
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "text/csv; charset=utf-8", "visits.csv");
    }
}

/// <summary>The page.</summary>
public sealed record VisitListPage(ListView List, (int Inside, int Persons, int Late) Inside, int Expected);
