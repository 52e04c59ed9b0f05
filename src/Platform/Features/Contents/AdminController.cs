using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;

namespace PropertySuite.Platform.Features.Contents;

/// <summary>Lists content items and shows them to staff.</summary>
[Area("OrchardCore.Contents")]
[Requires("AccessAdminPanel")]
public sealed partial class AdminController(
    ContentList list,
    ContentEditing editing,
    IContentManager contents,
    IContentDefinitionManager definitions,
    IContentItemDisplayManager displays,
    IAuthorizationService authorization,
    IUpdateModelAccessor updater,
    IShapeFactory shapes,
    INotifier notifier,
    IOptions<PagerOptions> pagerOptions,
    IStringLocalizer<AdminController> S,
    IHtmlLocalizer<AdminController> H) : Controller
{
    private const int ExportLimit = 50_000;
    private const int ExportChunk = 500;

    [HttpGet]
    [Admin("Contents/ContentItems/{contentTypeId?}", "ListContentItems")]
    public async Task<IActionResult> List(string? contentTypeId, string? q, string? type, string? status, string? sort, PagerParameters pagerParameters)
    {
        var types = await list.TypesAsync(User);
        if (types.Count == 0 && !await authorization.AuthorizeAsync(User, CommonPermissions.ListContent))
            return Forbid();

        var request = ContentListRequest.Parse(q, contentTypeId ?? type, status, sort);
        string[] names = [.. types.Select(t => t.Name)];
        var pager = new Pager(pagerParameters, pagerOptions.Value.GetPageSize());
        var total = await list.CountAsync(request, names);
        var rows = new List<IShape>();
        foreach (var item in await list.PageAsync(request, names, pager.GetStartIndex(), pager.PageSize))
        {
            var row = await displays.BuildDisplayAsync(item, updater.ModelUpdater, OrchardCore.OrchardCoreConstants.DisplayType.SummaryAdmin);
            row.Properties["TypeDefinition"] = types.FirstOrDefault(t => t.Name == item.ContentType)!;
            rows.Add(row);
        }

        return View(new ContentListPage
        {
            Text = request.Text,
            Type = request.Type,
            Status = request.Status,
            Sort = request.Sort,
            Total = total,
            Types = types,
            Creatable = await list.CreatableAsync(User),
            Rows = rows,
            Pager = await shapes.PagerAsync(pager, total),
            ReturnUrl = Request.PathBase + Request.Path + Request.QueryString,
        });
    }

    /// <summary>The list as a file for spreadsheets, as filtered.</summary>
    [HttpGet]
    [Admin("Contents/ContentItems.csv", "ExportContentItems")]
    public async Task<IActionResult> Export(string? q, string? type, string? status, string? sort)
    {
        var types = await list.TypesAsync(User);
        if (types.Count == 0)
            return Forbid();

        var request = ContentListRequest.Parse(q, type, status, sort);
        string[] names = [.. types.Select(t => t.Name)];
        using var file = new MemoryStream();
        await using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await CsvExport.WriteLineAsync(writer, [S["Title"], S["Type"], S["Status"], S["Changed"], S["Created"], S["Author"]]);
            for (var skip = 0; skip < ExportLimit; skip += ExportChunk)
            {
                var items = await list.PageAsync(request, names, skip, ExportChunk);
                foreach (var item in items)
                {
                    await CsvExport.WriteLineAsync(writer,
                    [
                        CsvExport.AsText(item.DisplayText), item.ContentType, item.Published ? S["Published"] : S["Draft"],
                        Moment(item.ModifiedUtc), Moment(item.CreatedUtc), CsvExport.AsText(item.Author),
                    ]);
                }

                if (items.Count < ExportChunk)
                    break;
            }
        }

        return File(file.ToArray(), "text/csv; charset=utf-8", "content-items.csv");

        static string Moment(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? string.Empty;
    }

    [HttpGet]
    [Admin("Contents/ContentItems/{contentItemId}/Display", "AdminContentItem")]
    public async Task<IActionResult> Display(string contentItemId)
    {
        var item = await contents.GetAsync(contentItemId, VersionOptions.Latest);
        if (item is null || !await authorization.AuthorizeAsync(User, CommonPermissions.ViewContent, item))
            return NotFound();

        return View(await displays.BuildDisplayAsync(item, updater.ModelUpdater, OrchardCore.OrchardCoreConstants.DisplayType.DetailAdmin));
    }
}
