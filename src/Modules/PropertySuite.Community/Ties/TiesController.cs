using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Forms;

namespace PropertySuite.Community.Ties;

/// <summary>Begins a tie of a unit: find the person, then say what binds them (REG-03).</summary>
public sealed class TiesController(
    TieBook book, ITies ties, IUnitDirectory units, IPersonDirectory people, ICommunityCalendar calendar, CurrentActor current,
    FormRefusals refusals, INotifier notifier, IHtmlLocalizer<TiesController> H) : Controller
{
    private const int MostFound = 12;

    [HttpGet, Admin("Units/{unitId}/Ties/Create", "TieCreate"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Create(string unitId, string? find, string? personId)
    {
        var form = new TieForm { Find = find, PersonId = personId, From = await calendar.TodayAsync(), AtHome = true };
        return await FillAsync(form, unitId) ? View(form) : NotFound();
    }

    [HttpPost, ActionName(nameof(Create)), Admin("Units/{unitId}/Ties/Create", "TieCreatePost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> CreatePost(string unitId, TieForm form)
    {
        if (!await FillAsync(form, unitId)) return NotFound();
        if (!ModelState.IsValid) return this.FormAgain(nameof(Create), form);
        try
        {
            var tie = await book.BeginAsync(part => Fill(part, unitId, form), await current.GetAsync());
            await notifier.SuccessAsync(H["{0} is tied to {1} from {2}.", form.Person!.DisplayName, form.Unit!.Code, RegisterWords.Day(tie.From)]);
            return RedirectToAction("Show", "Units", new { unitId });
        }
        catch (RefusedException refused)
        {
            refusals.Say(ModelState, "", refused);
            return this.FormAgain(nameof(Create), form);
        }
    }

    private static void Fill(TiePart tie, string unitId, TieForm form)
    {
        if (!Figures.TryRead(form.SharePercent, out var share)) throw Refusals.ShareMissing.At(nameof(TieForm.SharePercent));
        if (form.From is not { } from) throw Refusals.DayMissing.At(nameof(TieForm.From));
        tie.Begin(unitId, form.PersonId ?? "", form.Kind, from, form.Until, form.Kind == TieKind.Owner ? share : null);
        tie.Tell(form.AtHome, form.PaysBills, form.Note);
    }

    private async Task<bool> FillAsync(TieForm form, string unitId)
    {
        form.Unit = await units.FindAsync(unitId);
        form.Person = form.PersonId is { Length: > 0 } personId ? await people.FindAsync(personId) : null;
        form.Found = Words.OrNull(form.Find) is { } text ? await FindAsync(text) : [];
        return form.Unit is not null;
    }

    private async Task<IReadOnlyList<FoundPerson>> FindAsync(string text)
    {
        var today = await calendar.TodayAsync();
        var found = new List<FoundPerson>();
        foreach (var person in await people.SearchAsync(text, MostFound))
        {
            var held = await units.FindManyAsync((await ties.OfPersonAsync(person.Id, today)).Select(tie => tie.UnitId));
            found.Add(new FoundPerson(person.Id, person.DisplayName, string.Join(", ", held.Values.Select(unit => unit.Code).Order(StringComparer.Ordinal)), Masked.Phone(person.Phone)));
        }
        return found;
    }
}
