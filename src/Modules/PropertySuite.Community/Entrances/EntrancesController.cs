using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Notify;
using PropertySuite.Community.Forms;
using YesSql;

namespace PropertySuite.Community.Entrances;

/// <summary>Entrances: the list and the form (REG-01).</summary>
public sealed class EntrancesController(
    IContentManager contents, RegisterEditor editor, ISession session,
    INotifier notifier, IStringLocalizer<EntrancesController> S, IHtmlLocalizer<EntrancesController> H) : Controller
{
    private static readonly UniqueKey Code = UniqueKey.Of(nameof(EntranceIndex.Code), Refusals.ShortCodeTakenMeanwhile, "EntrancePart.Code");

    [HttpGet, Admin("Entrances", "Entrances"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Index() =>
        View((await session.QueryIndex<EntranceIndex>().OrderBy(entrance => entrance.SortOrder).ThenBy(entrance => entrance.Code).ListAsync()).ToList());

    [HttpGet, Admin("Entrances/Create", "EntranceCreate"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Create() => View("Editor", Blank(await editor.BlankAsync(CommunityTypes.Entrance)));

    [HttpPost, ActionName(nameof(Create)), Admin("Entrances/Create", "EntranceCreatePost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> CreatePost()
    {
        var outcome = await editor.CreateAsync(CommunityTypes.Entrance, Code);
        if (!outcome.IsWritten) return this.FormAgain("Editor", Blank(outcome.Form) with { IsRefused = true });
        await notifier.SuccessAsync(H["{0} is in the register.", outcome.Item.Name()]);
        return RedirectToAction(nameof(Index));
    }

    [HttpGet, Admin("Entrances/{entranceId}/Edit", "EntranceEdit"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Edit(string entranceId)
    {
        if (await EntranceAsync(entranceId) is not { } item) return NotFound();
        return View("Editor", Filled(item.Name(), await editor.FilledAsync(item)));
    }

    [HttpPost, ActionName(nameof(Edit)), Admin("Entrances/{entranceId}/Edit", "EntranceEditPost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> EditPost(string entranceId)
    {
        if (await EntranceAsync(entranceId) is not { } item) return NotFound();
        var name = item.Name();
        var outcome = await editor.UpdateAsync(item, Code);
        if (!outcome.IsWritten) return this.FormAgain("Editor", Filled(name, outcome.Form) with { IsRefused = true });
        await notifier.SuccessAsync(H["{0} is saved.", item.Name()]);
        return RedirectToAction(nameof(Index));
    }

    private async Task<ContentItem?> EntranceAsync(string entranceId) =>
        await contents.GetAsync(entranceId) is { ContentType: CommunityTypes.Entrance } item ? item : null;

    private EditorPage Blank(IShape form) => new(S["New entrance"], form, S["Add entrance"], Back);

    private EditorPage Filled(string name, IShape form) => new(S["Edit {0}", name], form, S["Save entrance"], Back);

    private PageLink Back => new(S["Entrances"], Url.Action(nameof(Index))!);
}
