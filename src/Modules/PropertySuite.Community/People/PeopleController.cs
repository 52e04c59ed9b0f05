using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Forms;
using PropertySuite.Community.Ties;

namespace PropertySuite.Community.People;

/// <summary>People and companies of the register: each one's page, and the form (REG-03, REG-16).</summary>
public sealed class PeopleController(
    IContentManager contents, RegisterEditor editor, TieBook ties, ICommunityCalendar calendar, IClock clock,
    IDisplayManager<PersonHub> display, IUpdateModelAccessor updater,
    INotifier notifier, IStringLocalizer<PeopleController> S, IHtmlLocalizer<PeopleController> H) : Controller
{
    private static readonly UniqueKey Account = UniqueKey.Of(nameof(PersonIndex.UserId), Refusals.AccountTakenMeanwhile, "PersonPart.UserName");

    [HttpGet, Admin("People/{personId}", "Person"), Requires(Permissions.ViewRegister)]
    public async Task<IActionResult> Show(string personId)
    {
        if (await PersonAsync(personId) is not { } item) return NotFound();
        var hub = new PersonHub
        {
            Person = Summary(item),
            Ties = [.. (await ties.EverOfPersonAsync(personId)).Select(tie => tie.ToSummary())],
            Today = await calendar.TodayAsync(),
            AtUtc = clock.UtcNow,
        };
        return View(new PersonPage(hub, await display.BuildDisplayAsync(hub, updater.ModelUpdater)));
    }

    /// <param name="unitId">Unit that the new person is to be tied to next; null when there is none.</param>
    [HttpGet, Admin("People/Create", "PersonCreate"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Create(string? unitId) => View("Editor", Blank(await editor.BlankAsync(CommunityTypes.Person)));

    [HttpPost, ActionName(nameof(Create)), Admin("People/Create", "PersonCreatePost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> CreatePost(string? unitId)
    {
        var outcome = await editor.CreateAsync(CommunityTypes.Person, Account);
        if (!outcome.IsWritten) return this.FormAgain("Editor", Blank(outcome.Form) with { IsRefused = true });
        await notifier.SuccessAsync(H["{0} is in the register.", outcome.Item.Name()]);
        var personId = outcome.Item.ContentItemId;
        return unitId is { Length: > 0 }
            ? RedirectToAction("Create", "Ties", new { unitId, personId })
            : RedirectToAction(nameof(Show), new { personId });
    }

    [HttpGet, Admin("People/{personId}/Edit", "PersonEdit"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Edit(string personId)
    {
        if (await PersonAsync(personId) is not { } item) return NotFound();
        return View("Editor", Filled(item, item.Name(), await editor.FilledAsync(item)));
    }

    [HttpPost, ActionName(nameof(Edit)), Admin("People/{personId}/Edit", "PersonEditPost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> EditPost(string personId)
    {
        if (await PersonAsync(personId) is not { } item) return NotFound();
        var name = item.Name();
        var outcome = await editor.UpdateAsync(item, Account);
        if (!outcome.IsWritten) return this.FormAgain("Editor", Filled(item, name, outcome.Form) with { IsRefused = true });
        await notifier.SuccessAsync(H["{0} is saved.", item.Name()]);
        return RedirectToAction(nameof(Show), new { personId });
    }

    private async Task<ContentItem?> PersonAsync(string personId) =>
        await contents.GetAsync(personId) is { ContentType: CommunityTypes.Person } item ? item : null;

    private static PersonSummary Summary(ContentItem item) => PersonDirectory.Summary(PersonIndexProvider.Row(item))!;

    private EditorPage Blank(IShape form) =>
        new(S["New person"], form, S["Add person"], new(S["People"], Url.Action("Index", "PersonList")!));

    private EditorPage Filled(ContentItem item, string name, IShape form) =>
        new(S["Edit {0}", name], form, S["Save person"], new(name, Url.Action(nameof(Show), new { personId = item.ContentItemId })!));
}

/// <param name="Shape">What the modules put on the page, by zones.</param>
public sealed record PersonPage(PersonHub Hub, IShape Shape);
