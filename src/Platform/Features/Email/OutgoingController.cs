using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Platform.Features.Email;

/// <summary>What the community sends, has sent and could not send.</summary>
[Area("OrchardCore.Email")]
[Requires(EmailPermissions.Outgoing)]
public sealed class OutgoingController(
    YesSql.ISession session,
    ListWriter writer,
    IOutbox outbox,
    CommunityTimes times,
    ISiteService sites,
    IClock clock,
    INotifier notifier,
    IStringLocalizer<OutgoingMail> words,
    IStringLocalizer<OutgoingController> S,
    IHtmlLocalizer<OutgoingController> H) : Controller
{
    [HttpGet, Admin("Mail/Outgoing", "MailOutgoing")]
    public async Task<IActionResult> Index(ListRequest request)
    {
        var list = OutgoingMailList.Definition;
        var page = await list.ReadAsync(session, request, await writer.MomentAsync(clock.UtcNow));
        var view = await writer.ViewAsync(list, page, request, S["Outgoing mail"], S["No mail here. What the community writes to people appears in this list."]);
        var failed = (int)MailState.Failed;
        return View(new OutgoingPage(
            view,
            (await sites.GetSettingsAsync<SmtpSettings>()).CanSend(),
            await ChannelAsync(),
            await session.QueryIndex<OutgoingMailIndex>(row => row.State == failed).CountAsync()));
    }

    [HttpGet, Admin("Mail/Outgoing/{id}", "MailOutgoingOne")]
    public async Task<IActionResult> Show(string id)
    {
        if (await FindAsync(id) is not { } mail)
            return NotFound();
        var time = await times.GetAsync();
        return View(new OutgoingMailPage(mail, words[OutgoingMailList.NameOf(mail.State)], OutgoingMailList.DotOf(mail.State), utc => Moments.Short(time.At(utc))));
    }

    [HttpPost, Admin("Mail/Outgoing/{id}/Again", "MailAgain")]
    public async Task<IActionResult> Again(string id)
    {
        if (await FindAsync(id) is not { } mail)
            return NotFound();
        if (mail.State is MailState.Failed or MailState.Held or MailState.Waiting)
        {
            await outbox.SendAgainAsync(mail);
            await outbox.TryNowAsync();
            await notifier.SuccessAsync(H["The mail is sent again."]);
        }
        else
        {
            await notifier.WarningAsync(H["This mail cannot be sent again."]);
        }

        return RedirectToAction(nameof(Show), new { id });
    }

    [HttpPost, Admin("Mail/Outgoing/{id}/Cancel", "MailCancel")]
    public async Task<IActionResult> Cancel(string id)
    {
        if (await FindAsync(id) is not { } mail)
            return NotFound();
        if (mail.State is MailState.Waiting or MailState.Held or MailState.Failed)
        {
            mail.End(MailState.Cancelled, clock.UtcNow, (await sites.GetSettingsAsync<SmtpSettings>()).KeepDays);
            await session.SaveAsync(mail);
            await outbox.DropContentAsync(mail);
            await notifier.SuccessAsync(H["The mail is cancelled."]);
        }
        else
        {
            await notifier.WarningAsync(H["It is too late to cancel this mail."]);
        }

        return RedirectToAction(nameof(Show), new { id });
    }

    /// <summary>After the mail server has been put right: all that failed goes out again.</summary>
    [HttpPost, Admin("Mail/Outgoing/AllAgain", "MailAllAgain")]
    public async Task<IActionResult> AllAgain()
    {
        const int AtOnce = 500;
        var failed = (int)MailState.Failed;
        var count = 0;
        foreach (var mail in await session.Query<OutgoingMail, OutgoingMailIndex>(row => row.State == failed).OrderBy(row => row.Turn).Take(AtOnce).ListAsync())
        {
            await outbox.SendAgainAsync(mail);
            count++;
        }

        await outbox.TryNowAsync();
        await notifier.SuccessAsync(H.Plural(count, "One mail is sent again.", "{0} mails are sent again."));
        return RedirectToAction(nameof(Index));
    }

    [HttpPost, Admin("Mail/Outgoing/TryNow", "MailTryNow")]
    public async Task<IActionResult> TryNow()
    {
        await outbox.TryNowAsync();
        await notifier.InformationAsync(H["The mail server is tried again now."]);
        return RedirectToAction(nameof(Index));
    }

    private async Task<OutgoingMail?> FindAsync(string id) =>
        await session.Query<OutgoingMail, OutgoingMailIndex>(row => row.MailId == id).FirstOrDefaultAsync();

    private async Task<ChannelTrouble?> ChannelAsync()
    {
        if (await session.Query<MailChannel>().FirstOrDefaultAsync() is not { Failures: > 0, FailingSinceUtc: { } since } channel)
            return null;
        var time = await times.GetAsync();
        return new ChannelTrouble(Moments.Short(time.At(since)), channel.PausedUntilUtc is { } until && until > clock.UtcNow ? Moments.Short(time.At(until)) : null, channel.Problem ?? string.Empty);
    }
}

/// <param name="CanSend">Whether a mail server is set.</param>
public sealed record OutgoingPage(ListView List, bool CanSend, ChannelTrouble? Trouble, int Failed);

/// <summary>The mail server cannot be used.</summary>
public sealed record ChannelTrouble(string Since, string? Next, string Problem);

public sealed record OutgoingMailPage(OutgoingMail Mail, string State, string Dot, Func<DateTime, string> At);
