using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;

namespace PropertySuite.Community.Units;

/// <summary>The list of units, on the page and for a spreadsheet (REG-12).</summary>
public sealed class UnitListController(
    UnitList list, RegisterAccess access, RegisterWords words, IStringLocalizer<UnitListController> S) : Controller
{
    [HttpGet, Admin("Units", "Units"), Requires(Permissions.ViewRegister)]
    public async Task<IActionResult> Index(UnitListRequest request)
    {
        if (!ModelState.IsValid) return BadRequest(ModelState);
        return View(await list.ReadAsync(request) with { MayManage = await access.MayManageAsync() });
    }

    [HttpGet, Admin("Units/Export", "UnitsExport"), Requires(Permissions.ViewRegister)]
    public async Task<IActionResult> Export(UnitListRequest request)
    {
        if (!ModelState.IsValid) return BadRequest(ModelState);
        using var file = new StringWriter(CultureInfo.InvariantCulture);
        await CsvExport.WriteLineAsync(file, [S["Unit"], S["Building"], S["Floor"], S["Kind"], S["Layout"], S["State"], S["Held by"]]);
        foreach (var line in await list.ReadAllAsync(request))
        {
            await CsvExport.WriteLineAsync(file, [
                CsvExport.AsText(line.Code), CsvExport.AsText(line.Building), line.Floor.ToString(CultureInfo.InvariantCulture),
                line.Kind, CsvExport.AsText(line.Layout), words.Of(line.State), CsvExport.AsText(line.Holder)]);
        }

        // Spreadsheets take a file without the mark for a local code page, and turn Ñúñez into something else.
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())], "text/csv", "units.csv");
    }
}
