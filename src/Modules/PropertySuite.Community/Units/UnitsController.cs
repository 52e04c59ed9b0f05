using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using PropertySuite.Community.Forms;
using PropertySuite.Community.Units.Hub;

namespace PropertySuite.Community.Units;

/// <summary>Units of the register: each one's page, and its form (REG-01, REG-02, S10.1).</summary>
public sealed class UnitsController(
    IContentManager contents, IContentItemDisplayManager display, IUpdateModelAccessor updater, RegisterEditor editor,
    INotifier notifier, IStringLocalizer<UnitsController> S, IHtmlLocalizer<UnitsController> H) : Controller
{
    private static readonly UniqueKey Code = UniqueKey.Of(nameof(UnitIndex.LiveCode), Refusals.CodeTakenMeanwhile, "UnitPart.Code");

    [HttpGet, Admin("Units/{unitId}", "Unit"), Requires(Permissions.ViewRegister)]
    public async Task<IActionResult> Show(string unitId)
    {
        if (await UnitAsync(unitId) is not { } item) return NotFound();
        return View(await display.BuildDisplayAsync(item, updater.ModelUpdater, UnitHubDriver.DisplayType));
    }

    [HttpGet, Admin("Units/Create", "UnitCreate"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Create() => View("Editor", Blank(await editor.BlankAsync(CommunityTypes.Unit)));

    [HttpPost, ActionName(nameof(Create)), Admin("Units/Create", "UnitCreatePost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> CreatePost()
    {
        var outcome = await editor.CreateAsync(CommunityTypes.Unit, Code);
        if (!outcome.IsWritten) return this.FormAgain("Editor", Blank(outcome.Form) with { IsRefused = true });
        await notifier.SuccessAsync(H["{0} is in the register.", outcome.Item.Name()]);
        return RedirectToAction(nameof(Show), new { unitId = outcome.Item.ContentItemId });
    }

    [HttpGet, Admin("Units/{unitId}/Edit", "UnitEdit"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Edit(string unitId)
    {
        if (await UnitAsync(unitId) is not { } item) return NotFound();
        return View("Editor", Filled(item, await editor.FilledAsync(item)));
    }

    [HttpPost, ActionName(nameof(Edit)), Admin("Units/{unitId}/Edit", "UnitEditPost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> EditPost(string unitId)
    {
        if (await UnitAsync(unitId) is not { } item) return NotFound();
        var title = item.Name();
        var outcome = await editor.UpdateAsync(item, Code);
        if (!outcome.IsWritten) return this.FormAgain("Editor", Filled(item, outcome.Form) with { Title = S["Edit {0}", title], IsRefused = true });
        await notifier.SuccessAsync(H["{0} is saved.", item.Name()]);
        return RedirectToAction(nameof(Show), new { unitId });
    }

    private async Task<ContentItem?> UnitAsync(string unitId) =>
        await contents.GetAsync(unitId) is { ContentType: CommunityTypes.Unit } item ? item : null;

    private EditorPage Blank(IShape form) =>
        new(S["New unit"], form, S["Add unit"], new(S["Units"], Url.Action("Index", "UnitList")!));

    private EditorPage Filled(ContentItem item, IShape form) =>
        new(S["Edit {0}", item.Name()], form, S["Save unit"], new(item.Name(), Url.Action(nameof(Show), new { unitId = item.ContentItemId })!));
}
