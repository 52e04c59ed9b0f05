using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using PropertySuite.Core;
using PropertySuite.Core.Queues;

namespace PropertySuite.Complaints;

/// <summary>The list of cases, on the page and for spreadsheets.</summary>
[Requires(ComplaintPermissions.View)]
public sealed class ComplaintListController(
    YesSql.ISession session, ListWriter writer, WorkQueue queue, ComplaintPolicy policy, ServiceDesk desk, IStringLocalizer<ComplaintListController> S, IStringLocalizer<ComplaintTexts> words) : Controller
{
    /// <summary>A page of the list.</summary>
    [HttpGet, Admin("Complaints", "Complaints")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = await ListAsync(isFile: false);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(desk.Now));
        var view = await writer.ViewAsync(list, page, request, S["Complaints and requests"], S["No cases here. What residents raise and the desk logs appears in this list."], Url.Action(nameof(Export)), Url.Action(nameof(Spreadsheet)));
        return View(new ComplaintListPage(view, await desk.MayAsync(ComplaintPermissions.Register)));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Complaints/Export", "ComplaintsExport")]
    public async Task<IActionResult> Export(ListRequest request)
    {
        var list = await ListAsync();
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(desk.Now)), text);
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "text/csv; charset=utf-8", "complaints.csv");
    }

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Complaints/Export.xlsx", "ComplaintsExportXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request)
    {
        var list = await ListAsync();
        await using var file = new MemoryStream();
        await writer.ExportXlsxAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(desk.Now)), S["Complaints"], file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "complaints.xlsx");
    }

    private async Task<ListDefinition<ComplaintIndex>> ListAsync(bool isFile = true)
    {
        var reader = await queue.ReaderAsync(User);
        return ComplaintList.For(reader.UserId, [.. reader.Teams], await policy.NamesAsync(), words, isFile);
    }
}

/// <summary>The page.</summary>
public sealed record ComplaintListPage(ListView List, bool MayRegister);
