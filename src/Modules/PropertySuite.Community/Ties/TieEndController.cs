using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Forms;

namespace PropertySuite.Community.Ties;

/// <summary>Ends a tie on a day, with a reason (REG-04).</summary>
public sealed class TieEndController(
    TieBook book, TieLines lines, ICommunityCalendar calendar, CurrentActor current,
    FormRefusals refusals, INotifier notifier, IHtmlLocalizer<TieEndController> H) : Controller
{
    [HttpGet, Admin("Units/Ties/{tieId}/End", "TieEnd"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> Create(string tieId)
    {
        if (await book.FindAsync(tieId) is not { } tie) return NotFound();
        return View(new TieEndForm { On = await calendar.TodayAsync(), Line = await LineAsync(tie) });
    }

    [HttpPost, ActionName(nameof(Create)), Admin("Units/Ties/{tieId}/End", "TieEndPost"), Requires(Permissions.ManageRegister)]
    public async Task<IActionResult> CreatePost(string tieId, TieEndForm form)
    {
        if (await book.FindAsync(tieId) is not { } tie) return NotFound();
        form.Line = await LineAsync(tie);
        if (!ModelState.IsValid) return this.FormAgain(nameof(Create), form);
        try
        {
            if (form.On is not { } on) throw Refusals.DayMissing.At(nameof(TieEndForm.On));
            await book.EndAsync(tie, on, form.Why, await current.GetAsync());
            await notifier.SuccessAsync(H["The tie of {0} ends on {1}.", form.Line.PersonName, RegisterWords.Day(on)]);
            return RedirectToAction("Show", "Units", new { unitId = tie.UnitId });
        }
        catch (RefusedException refused)
        {
            refusals.Say(ModelState, "", refused);
            return this.FormAgain(nameof(Create), form);
        }
    }

    private async Task<TieLine> LineAsync(TiePart tie) => (await lines.OfAsync([tie]))[0];
}
