using System.Text;
using Microsoft.AspNetCore.Mvc;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Parking;

/// <summary>Answers of lists: a page of rows, and the same rows as files.</summary>
public sealed class ListPages(YesSql.ISession session, ListWriter writer, IClock clock)
{
    /// <summary>A page of rows. Files are found beside the list, under <c>/Export</c> and <c>/Export.xlsx</c>.</summary>
    public async Task<ListView> ReadAsync<TIndex>(ListDefinition<TIndex> list, ListRequest request, string caption, string empty, string address)
        where TIndex : class, IIndex =>
        await writer.ViewAsync(list, await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow)), request, caption, empty, address + "/Export", address + "/Export.xlsx");

    /// <summary>All rows as CSV.</summary>
    public async Task<IActionResult> CsvAsync<TIndex>(Controller controller, ListDefinition<TIndex> list, ListRequest request, string name) where TIndex : class, IIndex
    {
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), text);
        }

        controller.Response.Headers.CacheControl = "no-store";
        return controller.File(file.ToArray(), "text/csv; charset=utf-8", name + ".csv");
    }

    /// <summary>All rows as a spreadsheet.</summary>
    public async Task<IActionResult> XlsxAsync<TIndex>(Controller controller, ListDefinition<TIndex> list, ListRequest request, string name) where TIndex : class, IIndex
    {
        await using var file = new MemoryStream();
        await writer.ExportXlsxAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), name, file);
        controller.Response.Headers.CacheControl = "no-store";
        return controller.File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
    }
}
