using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Features.Email;

/// <summary>Writes mail into the outbox, in the transaction of whoever asks for it.</summary>
internal sealed class EmailService(
    ISession session, ISiteService sites, MailComposer composer, MailSeal seal, MailTurns turns, IWorkAlarm alarm, OrchardCore.Entities.IIdGenerator ids, IClock clock, IStringLocalizer<EmailService> S,
    PropertySuite.Core.MessageSubject? subject = null)
    : IEmailService
{
    public const string Provider = "SMTP";

    /// <summary>So many of the same to one person…</summary>
    private const int SameMails = 3;

    /// <summary>…within this time, and it is a loop.</summary>
    private static readonly TimeSpan s_sameMails = TimeSpan.FromMinutes(10);

    public async Task<EmailResult> SendAsync(MailMessage message, string? providerName = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        var settings = await sites.GetSettingsAsync<SmtpSettings>();
        if (providerName is { Length: > 0 } && !providerName.Equals(Provider, StringComparison.OrdinalIgnoreCase))
            return EmailResult.FailedResult(S["There is no way of sending mail called {0}.", providerName]);
        if (!settings.CanSend())
            return EmailResult.FailedResult(S["This community sends no mail yet: its mail server is not set."]);

        var now = clock.UtcNow;
        var (composed, errors) = await composer.ComposeAsync(message, ids.GenerateUniqueId(), settings, now);
        if (composed is null)
            return errors!;

        var mail = composed.Mail;
        mail.About = subject?.RecordId;
        (mail.CreatedUtc, mail.SinceUtc, mail.DueUtc, mail.Turn, mail.State) = (now, now, now, turns.Next(now), MailState.Waiting);
        if (await IsLoopAsync(mail))
        {
            mail.State = MailState.Held;
            mail.Problem = S["The same mail went to this person twice in the last ten minutes. It is held until somebody has looked."];
        }

        await session.SaveAsync(mail);
        await session.SaveAsync(new OutgoingMailContent { MailId = mail.MailId, Message = seal.Protect(composed.Message) });
        if (mail.State == MailState.Waiting)
            alarm.Set(Outbox.WorkName, now);
        return EmailResult.GetSuccessResult(mail.MailId);
    }

    private async Task<bool> IsLoopAsync(OutgoingMail mail)
    {
        var since = mail.CreatedUtc - s_sameMails;
        var same = mail.Sameness;
        return await session.QueryIndex<OutgoingMailIndex>(row => row.Sameness == same && row.CreatedUtc > since).CountAsync() >= SameMails - 1;
    }
}

/// <summary>Keeps texts and passwords from whoever reads the database alone.</summary>
public sealed class MailSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _messages = protection.CreateProtector("OrchardCore.Email", "Outbox");
    private readonly IDataProtector _passwords = protection.CreateProtector("OrchardCore.Email", "Password");

    public byte[] Protect(byte[] message) => _messages.Protect(message);

    public byte[] Unprotect(byte[] message) => _messages.Unprotect(message);

    public string ProtectPassword(string password) => _passwords.Protect(password);

    public string UnprotectPassword(string password) => _passwords.Unprotect(password);
}

/// <summary>Numbers mails in the order in which they were asked for, within one clock tick too.</summary>
internal sealed class MailTurns
{
    private long _last;

    public long Next(DateTime nowUtc)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(last + 1, nowUtc.Ticks);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
                return next;
        }
    }
}
