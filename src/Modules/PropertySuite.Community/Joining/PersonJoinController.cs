using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using PropertySuite.Community.People;
using PropertySuite.Core.Pages;

namespace PropertySuite.Community.Joining;

/// <summary>The office gives a person a code: on a letter, or by mail. It is shown once.</summary>
[Requires(Permissions.ManageRegister)]
public sealed class PersonJoinController(JoinBook book, IContentManager contents, CurrentActor current, IMessenger messenger, CommunityTimes times, IClock clock, INotifier notifier, IHtmlLocalizer<PersonJoinController> H) : Controller
{
    /// <summary>Makes a code and shows its letter; the letter is not kept.</summary>
    [HttpPost, Admin("People/{personId}/JoinLetter", "PersonJoinLetter")]
    public async Task<IActionResult> Letter(string personId)
    {
        if (await PersonAsync(personId) is not { } person) return NotFound();
        var code = await book.MakeAsync(person, await current.GetAsync());
        return View(new JoinLetter(person.DisplayName, personId, code, Address(null), QrPicture.Of(Address(code)), LastDay(await times.GetAsync())));
    }

    /// <summary>Makes a code and sends it to the address that the register has.</summary>
    [HttpPost, Admin("People/{personId}/JoinMail", "PersonJoinMail")]
    public async Task<IActionResult> Mail(string personId)
    {
        if (await PersonAsync(personId) is not { } person) return NotFound();
        if (person.Email is not { Length: > 0 } email) throw JoinRefusals.NoMail.With();
        var code = await book.MakeAsync(person, await current.GetAsync());
        var sent = await messenger.MailAsync(JoinMessages.Code, new MessageRecipient(email, person.Language, person.DisplayName), new()
        {
            ["name"] = person.DisplayName, ["code"] = code, ["link"] = Address(code), ["until"] = LastDay(await times.GetAsync()).ToString("d", CultureInfo.CurrentCulture),
        });
        if (!sent) throw JoinRefusals.NotSent.With();
        await notifier.SuccessAsync(H["The code is on its way to {0}.", email]);
        return RedirectToAction("Show", "People", new { personId });
    }

    private async Task<PersonPart?> PersonAsync(string personId) => await contents.GetAsync(personId) is { ContentType: CommunityTypes.Person } item ? item.As<PersonPart>() : null;

    private string Address(string? code) => Url.Action("Index", "Join", new { area = CommunityFeatures.Community, code }, Request.Scheme, Request.Host.Value)!;

    private DateOnly LastDay(CommunityTime time) => time.DayAt(clock.UtcNow + JoinCode.Life);
}

/// <summary>The letter.</summary>
/// <param name="Address">Where the code is typed.</param>
/// <param name="Qr">The same address with the code.</param>
/// <param name="Until">Last day.</param>
public sealed record JoinLetter(string Name, string PersonId, string Code, string Address, QrPicture Qr, DateOnly Until);

/// <summary>The messages of joining.</summary>
public sealed class JoinMessages
{
    private JoinMessages()
    {
    }

    /// <summary>To a person of the register: the code.</summary>
    public static readonly MessageKind Code = new("community.join-code", typeof(JoinMessages))
    {
        Name = "A code to make an account with",
        Description = "Sent to a person of the register when the office gives a code by mail. It works once.",
        Subject = "Your code for the pages of your home",
        Body = "Dear {{ Model.name }},\n\nwith this code you make your account for the pages of your home: {{ Model.code }}\n\nIt works once, until {{ Model.until }}:\n\n{{ Model.link }}\n\nGive it to nobody else.",
        Sample = () => new() { ["name"] = "Elena Ruiz", ["code"] = "K7QF-M2XA-9TRW-HP4C", ["until"] = "13/12/2026", ["link"] = "https://alba.example/join/K7QF-M2XA-9TRW-HP4C" },
        CarriesRight = true,
    };
}
