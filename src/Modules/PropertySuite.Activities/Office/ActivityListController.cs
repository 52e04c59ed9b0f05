using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Activities;

/// <summary>The lists of activities and of registrations, on the page and for spreadsheets.</summary>
[Requires(ActivityPermissions.View)]
public sealed class ActivityListController(YesSql.ISession session, ListWriter writer, ActivityBook activities, ActivityReading reading, ActivityAccess access, CommunityTimes times, IStringLocalizer<ActivityListController> S, IClock clock) : Controller
{
    /// <summary>A page of the list of activities.</summary>
    [HttpGet, Admin("Activities", "Activities")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = ActivityList.Of(await times.GetAsync());
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        return View(new ActivityListPage(
            await writer.ViewAsync(list, page, request, S["Activities"], S["No activities here. Write one: the public sees it when you publish it."], Url.Action(nameof(Export)), Url.Action(nameof(Spreadsheet))),
            await access.MayAsync(ActivityPermissions.Edit)));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Activities/Export", "ActivitiesExport")]
    public async Task<IActionResult> Export(ListRequest request) => await CsvAsync(ActivityList.Of(await times.GetAsync()), request, "activities.csv");

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Activities/Export.xlsx", "ActivitiesExportXlsx")]
    public async Task<IActionResult> Spreadsheet(ListRequest request) => await XlsxAsync(ActivityList.Of(await times.GetAsync()), request, S["Activities"], "activities.xlsx");

    /// <summary>The registrations of an activity.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Registrations", "ActivityRegistrations")]
    public async Task<IActionResult> Registrations(string activityId, ListRequest request)
    {
        if (await activities.FindAsync(activityId) is not { } activity)
        {
            return NotFound();
        }

        var list = ActivityList.Registrations(activityId);
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        return View(new RegistrationListPage(
            activityId,
            (await reading.OfAsync(activity)).Title,
            activity,
            await writer.ViewAsync(list, page, request, S["Registrations"], S["Nobody is in this list."], Url.Action(nameof(RegistrationsExport), new { activityId }), Url.Action(nameof(RegistrationsSpreadsheet), new { activityId })),
            await access.MayAsync(ActivityPermissions.Attend),
            await access.MayAsync(ActivityPermissions.Edit)));
    }

    /// <summary>The same as CSV.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Registrations/Export", "ActivityRegistrationsExport")]
    public async Task<IActionResult> RegistrationsExport(string activityId, ListRequest request) =>
        await activities.FindAsync(activityId) is null ? NotFound() : await CsvAsync(ActivityList.Registrations(activityId), request, "registrations.csv");

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet, Admin("Activities/Record/{activityId}/Registrations/Export.xlsx", "ActivityRegistrationsExportXlsx")]
    public async Task<IActionResult> RegistrationsSpreadsheet(string activityId, ListRequest request) =>
        await activities.FindAsync(activityId) is null ? NotFound() : await XlsxAsync(ActivityList.Registrations(activityId), request, S["Registrations"], "registrations.xlsx");

    private async Task<IActionResult> CsvAsync<TIndex>(ListDefinition<TIndex> list, ListRequest request, string name) where TIndex : class, IIndex
    {
        await using var file = new MemoryStream();
        await using (var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await writer.ExportAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), text);
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "text/csv; charset=utf-8", name);
    }

    private async Task<IActionResult> XlsxAsync<TIndex>(ListDefinition<TIndex> list, ListRequest request, string sheet, string name) where TIndex : class, IIndex
    {
        await using var file = new MemoryStream();
        await writer.ExportXlsxAsync(list, list.ReadAllAsync(session, request, await writer.MomentAsync(clock.UtcNow)), sheet, file);
        Response.Headers.CacheControl = "no-store";
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }
}

/// <summary>The page of activities.</summary>
public sealed record ActivityListPage(ListView List, bool MayWrite);

/// <summary>The page of registrations.</summary>
public sealed record RegistrationListPage(string ActivityId, Spoken<string> Title, ActivityPart Activity, ListView List, bool MayAttend, bool MayEdit);
