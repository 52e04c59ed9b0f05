using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Forms;
using PropertySuite.Community.Pictures;
using PropertySuite.Community.Units;
using YesSql;

namespace PropertySuite.Community.Buildings;

/// <summary>Buildings: the list, each one floor by floor, and the form (REG-01, REG-19).</summary>
public sealed class BuildingsController(
    IContentManager contents, RegisterEditor editor, BuildingBook buildings, UnitStates states, ISession session, RegisterAccess access,
    ICommunityCalendar calendar, INotifier notifier, IStringLocalizer<BuildingsController> S, IHtmlLocalizer<BuildingsController> H) : Controller
{
    private static readonly UniqueKey Code = UniqueKey.Of(nameof(BuildingIndex.Code), Refusals.ShortCodeTakenMeanwhile, "BuildingPart.Code");

    [HttpGet, Admin("Buildings", "Buildings"), Requires(Permissions.ViewRegister)]
    public async Task<IActionResult> Index()
    {
        var units = (await session.QueryIndex<UnitIndex>(unit => unit.LiveCode != null).ListAsync()).ToList();
        var today = await states.OnAsync(await calendar.TodayAsync(), units);
        return View(new BuildingsPage(
            [.. (await buildings.ListAsync()).Select(building => new BuildingLine(
                building,
                units.Count(unit => unit.BuildingId == building.BuildingId),
                units.Count(unit => unit.BuildingId == building.BuildingId && today[unit.UnitId] == UnitState.Vacant)))],
            await access.MayManageAsync()));
    }

    [HttpGet, Admin("Buildings/{buildingId}", "Building"), Requires(Permissions.ViewRegister)]
    public async Task<IActionResult> Show(string buildingId)
    {
        if (!(await buildings.ByIdAsync()).TryGetValue(buildingId, out var building)) return NotFound();
        var units = (await session.QueryIndex<UnitIndex>(unit => unit.BuildingId == buildingId && unit.LiveCode != null).ListAsync()).ToList();
        var today = await states.OnAsync(await calendar.TodayAsync(), units);
        return View(new BuildingPage(building, StructurePicture.Of(building, units, today), await access.MayManageAsync()));
    }

    [HttpGet, Admin("Buildings/Create", "BuildingCreate"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Create() => View("Editor", Blank(await editor.BlankAsync(CommunityTypes.Building)));

    [HttpPost, ActionName(nameof(Create)), Admin("Buildings/Create", "BuildingCreatePost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> CreatePost()
    {
        var outcome = await editor.CreateAsync(CommunityTypes.Building, Code);
        if (!outcome.IsWritten) return this.FormAgain("Editor", Blank(outcome.Form) with { IsRefused = true });
        await notifier.SuccessAsync(H["{0} is in the register.", outcome.Item.Name()]);
        return RedirectToAction(nameof(Show), new { buildingId = outcome.Item.ContentItemId });
    }

    [HttpGet, Admin("Buildings/{buildingId}/Edit", "BuildingEdit"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Edit(string buildingId)
    {
        if (await BuildingAsync(buildingId) is not { } item) return NotFound();
        return View("Editor", Filled(item, item.Name(), await editor.FilledAsync(item)));
    }

    [HttpPost, ActionName(nameof(Edit)), Admin("Buildings/{buildingId}/Edit", "BuildingEditPost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> EditPost(string buildingId)
    {
        if (await BuildingAsync(buildingId) is not { } item) return NotFound();
        var name = item.Name();
        var outcome = await editor.UpdateAsync(item, Code);
        if (!outcome.IsWritten) return this.FormAgain("Editor", Filled(item, name, outcome.Form) with { IsRefused = true });
        await notifier.SuccessAsync(H["{0} is saved.", item.Name()]);
        return RedirectToAction(nameof(Show), new { buildingId });
    }

    private async Task<ContentItem?> BuildingAsync(string buildingId) =>
        await contents.GetAsync(buildingId) is { ContentType: CommunityTypes.Building } item ? item : null;

    private EditorPage Blank(IShape form) =>
        new(S["New building"], form, S["Add building"], new(S["Buildings"], Url.Action(nameof(Index))!));

    private EditorPage Filled(ContentItem item, string name, IShape form) =>
        new(S["Edit {0}", name], form, S["Save building"], new(name, Url.Action(nameof(Show), new { buildingId = item.ContentItemId })!));
}

public sealed record BuildingsPage(IReadOnlyList<BuildingLine> Lines, bool MayManage);

public sealed record BuildingLine(BuildingIndex Building, int Units, int Vacant);

public sealed record BuildingPage(BuildingIndex Building, StructurePicture Picture, bool MayManage);
