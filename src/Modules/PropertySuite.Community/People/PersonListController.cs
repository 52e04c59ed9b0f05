using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;

namespace PropertySuite.Community.People;

/// <summary>The list of people, on the page and for a spreadsheet (REG-12).</summary>
public sealed class PersonListController(PersonList list, RegisterAccess access, IStringLocalizer<PersonListController> S) : Controller
{
    [HttpGet, Admin("People", "People"), Requires(Permissions.ViewRegister)]
    public async Task<IActionResult> Index(PersonListRequest request)
    {
        if (!ModelState.IsValid) return BadRequest(ModelState);
        return View(await list.ReadAsync(request) with { MayManage = await access.MayManageAsync() });
    }

    [HttpGet, Admin("People/Export", "PeopleExport"), Requires(Permissions.ViewPersonalData)]
    public async Task<IActionResult> Export(PersonListRequest request)
    {
        if (!ModelState.IsValid) return BadRequest(ModelState);
        using var file = new StringWriter(CultureInfo.InvariantCulture);
        await CsvExport.WriteLineAsync(file, [S["Name"], S["Phone"], S["E-mail"], S["Units"]]);
        foreach (var line in await list.ReadAllAsync(request))
        {
            await CsvExport.WriteLineAsync(file, [
                CsvExport.AsText(line.Name), CsvExport.AsText(line.Phone), CsvExport.AsText(line.Email),
                CsvExport.AsText(string.Join(", ", line.Holdings.Select(holding => $"{holding.Code} ({holding.As})")))]);
        }

        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(file.ToString())], "text/csv", "people.csv");
    }
}
