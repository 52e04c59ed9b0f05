using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;

namespace PropertySuite.Visitors;

/// <summary>The list of visits, on the page and for spreadsheets.</summary>
[Requires(VisitPermissions.View)]
public sealed class VisitListController(YesSql.ISession session, ListWriter writer, VisitBoard board, IEntrances entrances, CommunityTimes times, VisitChoices choices, VisitPrivacy privacy, IStringLocalizer<VisitListController> S, IClock clock) : Controller
{
    /// <summary>A page of the list.</summary>
    [HttpGet, Admin("Visits", "Visits")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = await ListAsync(request);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        var view = await writer.ViewAsync(list, page, request, S["Visits"], S["No visits here. What residents announce and the desk registers appears in this list."], Url.Action(nameof(Export)), Url.Action(nameof(Spreadsheet)));
        return View(new VisitListPage(view, await board.CountInsideAsync(), (await board.ExpectedTodayAsync()).Count));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Visits/Export", "VisitsExport")]
    public async Task<IActionResult> Export(ListRequest request)
    {
        var list = await ListAsync(request);
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), text);
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "text/csv; charset=utf-8", "visits.csv");
    }

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Visits/Export.xlsx", "VisitsExportXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request)
    {
        var list = await ListAsync(request);
        await using var file = new MemoryStream();
        await writer.ExportXlsxAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), S["Visits"], file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "visits.xlsx");
    }

    private async Task<ListDefinition<VisitIndex>> ListAsync(ListRequest request)
    {
        // Who asks for a day means that day, not its share of today.
        if ((request.View is null or "" or "today") && request.Filled.Any(pair => pair.Id == "day"))
        {
            request.View = "all";
        }

        return VisitList.At(clock.UtcNow, await times.GetAsync(), (await entrances.ListAsync()).Select(entrance => entrance.Name), await choices.KindsAsync(), await privacy.MaskAsync());
    }
}

/// <summary>The page.</summary>
public sealed record VisitListPage(ListView List, (int Inside, int Persons, int Late) Inside, int Expected);
