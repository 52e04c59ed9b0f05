using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using OrchardCore.Modules;
using OrchardCore.Settings;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Features.Email;

/// <summary>What people can do about the outbox.</summary>
public interface IOutbox
{
    /// <summary>Puts a mail that failed, is held or waits back to the start of its way.</summary>
    Task SendAgainAsync(OutgoingMail mail);

    /// <summary>The way to the server may be open again: somebody has changed the settings or asks to try.</summary>
    Task TryNowAsync();

    /// <summary>Drops the text of a mail that will not be sent.</summary>
    Task DropContentAsync(OutgoingMail mail);
}

/// <summary>
/// Delivers what waits. A mail is claimed in the database before it is sent and marked after it, each in a commit of its own: two hosts never
/// send the same, and a crash between the two sends it once more when the claim has run out, under the same Message-ID. To one person
/// mails leave in the order in which they were asked for.
/// </summary>
internal sealed class Outbox(
    IStore store, ISession session, ISiteService sites, MailSeal seal, IOptions<MailLimits> limits, IWorkAlarm alarm, IClock clock, ILogger<Outbox> logger) : IDueWork, IOutbox
{
    public const string WorkName = "Outbox";

    /// <summary>Mails of one run, after which other work of the community has its turn.</summary>
    private const int Portion = 200;

    private static readonly int s_waiting = (int)MailState.Waiting;
    private static readonly int s_sending = (int)MailState.Sending;

    private static readonly int[] s_minutes = [1, 2, 5, 10, 20, 40, 60, 120];
    private static readonly int[] s_pauses = [15, 30, 60, 120, 300, 600];

    public string Name => WorkName;

    public async Task<DateTime?> NextDueAsync()
    {
        var purge = (await session.QueryIndex<OutgoingMailIndex>(row => row.PurgeUtc != null).OrderBy(row => row.PurgeUtc!).Take(1).ListAsync()).FirstOrDefault()?.PurgeUtc;
        var settings = await sites.GetSettingsAsync<SmtpSettings>();
        if (!settings.CanSend() || await FirstDueAsync() is not { } due)
            return purge;

        if (await PausedUntilAsync() is { } paused && paused > due)
            due = paused;
        if (await FreeAtAsync(settings, clock.UtcNow) is { } free && free > due)
            due = free;
        return purge < due ? purge : due;
    }

    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        await PurgeAsync(utcNow);
        var settings = await sites.GetSettingsAsync<SmtpSettings>();
        if (!settings.CanSend() || await PausedUntilAsync() > utcNow)
            return;

        await using var post = new SmtpPost(settings, Password(settings), limits.Value);
        for (var i = 0; i < Portion && !stopping.IsCancellationRequested; i++)
        {
            if (await FreeAtAsync(settings, clock.UtcNow) > clock.UtcNow || await ClaimNextAsync(clock.UtcNow) is not { } mail)
                return;
            if (!await DeliverAsync(mail, settings, post, stopping))
                return;
        }
    }

    /// <inheritdoc/>
    public async Task SendAgainAsync(OutgoingMail mail)
    {
        (mail.State, mail.DueUtc, mail.SinceUtc, mail.Attempts, mail.EndedUtc, mail.PurgeUtc, mail.Claim) = (MailState.Waiting, clock.UtcNow, clock.UtcNow, 0, null, null, null);
        if (mail.Pending.Count == 0)
            mail.Pending = [.. mail.Refused.Keys];
        mail.Refused.Clear();
        await session.SaveAsync(mail);
        alarm.Set(WorkName, clock.UtcNow);
    }

    /// <inheritdoc/>
    public Task DropContentAsync(OutgoingMail mail) => DropContentAsync(session, mail.MailId);

    /// <inheritdoc/>
    public async Task TryNowAsync()
    {
        if (await session.Query<MailChannel>().FirstOrDefaultAsync() is { } channel)
        {
            channel.PausedUntilUtc = null;
            await session.SaveAsync(channel);
        }

        alarm.Set(WorkName, clock.UtcNow);
    }

    private async Task<DateTime?> PausedUntilAsync()
    {
        await using var own = store.CreateSession();
        return (await own.Query<MailChannel>().FirstOrDefaultAsync())?.PausedUntilUtc;
    }

    private async Task<DateTime?> FirstDueAsync() =>
        (await session.QueryIndex<OutgoingMailIndex>(row => row.State == s_waiting || row.State == s_sending).OrderBy(row => row.DueUtc).Take(1).ListAsync()).FirstOrDefault()?.DueUtc;

    /// <summary>When the limit per minute lets the next mail go; null for at once.</summary>
    private async Task<DateTime?> FreeAtAsync(SmtpSettings settings, DateTime now)
    {
        await using var own = store.CreateSession();
        var since = now.AddMinutes(-1);
        var sent = (int)MailState.Sent;
        var last = (await own.QueryIndex<OutgoingMailIndex>(row => row.State == sent && row.EndedUtc > since)
            .OrderByDescending(row => row.EndedUtc!).Skip(Math.Max(1, settings.PerMinute) - 1).Take(1).ListAsync()).FirstOrDefault();
        return last?.EndedUtc?.AddMinutes(1);
    }

    private async Task<OutgoingMail?> ClaimNextAsync(DateTime now)
    {
        await using var own = store.CreateSession();
        var rows = await own.QueryIndex<OutgoingMailIndex>(row => (row.State == s_waiting || row.State == s_sending) && row.DueUtc <= now)
            .OrderBy(row => row.Turn).Take(50).ListAsync();
        foreach (var row in rows)
        {
            var id = row.MailId;
            if (await own.Query<OutgoingMail, OutgoingMailIndex>(index => index.MailId == id).FirstOrDefaultAsync() is not { } mail)
                continue;

            // Since the rows were listed another host may have taken it, and sent it.
            if (mail.State is not (MailState.Waiting or MailState.Sending) || mail.DueUtc > now)
                continue;

            // An earlier mail to the same person goes first, also when it has to wait.
            var (person, turn) = (row.Person, row.Turn);
            var earlier = (await own.QueryIndex<OutgoingMailIndex>(index => index.Person == person && index.Turn < turn && (index.State == s_waiting || index.State == s_sending))
                .OrderBy(index => index.Turn).Take(1).ListAsync()).FirstOrDefault();
            if (earlier is not null)
            {
                mail.DueUtc = earlier.DueUtc > now ? earlier.DueUtc : now.AddSeconds(1);
                await own.SaveAsync(mail);
                continue;
            }

            if (mail.State == MailState.Sending)
                mail.Problem = "The server stopped while this mail was being sent. It may arrive twice.";
            (mail.State, mail.DueUtc, mail.Claim) = (MailState.Sending, now.AddSeconds(limits.Value.LeaseSeconds), Guid.NewGuid().ToString("N"));
            mail.Attempts++;
            await own.SaveAsync(mail);
            return await TrySaveAsync(own) ? mail : null;
        }

        await TrySaveAsync(own);
        return null;
    }

    /// <returns>False when nothing more is to be tried now.</returns>
    private async Task<bool> DeliverAsync(OutgoingMail mail, SmtpSettings settings, SmtpPost post, CancellationToken stopping)
    {
        Delivery delivery;
        try
        {
            using var message = await MessageAsync(mail, settings, stopping);
            delivery = message is null ? new Delivery.Refused("The text of this mail is gone.") : await post.SendAsync(message, mail.Pending, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not sent, as far as is known: to be tried at once when the host is up again.
            await MarkAsync(mail, claimed => (claimed.State, claimed.DueUtc, claimed.Claim, claimed.Attempts) = (MailState.Waiting, clock.UtcNow, null, claimed.Attempts - 1));
            throw;
        }

        await MarkAsync(mail, claimed => Apply(claimed, delivery, settings, clock.UtcNow));
        await NoteChannelAsync(delivery, clock.UtcNow);
        return delivery is not Delivery.Unreachable;
    }

    private void Apply(OutgoingMail mail, Delivery delivery, SmtpSettings settings, DateTime now)
    {
        switch (delivery)
        {
            case Delivery.Done done:
                foreach (var (address, answer) in done.NotFor)
                    mail.Refused[address] = Shown(answer);
                mail.Pending = [.. mail.Pending.Where(done.LaterFor.ContainsKey)];
                if (mail.Pending.Count > 0)
                    Postpone(mail, done.LaterFor.Values.First(), settings, now);
                else
                    End(mail, MailState.Sent, mail.Refused.Count > 0 ? mail.Refused.Values.First() : null, settings, now);
                break;
            case Delivery.Refused refused:
                End(mail, MailState.Failed, refused.Answer, settings, now);
                break;
            case Delivery.Later later:
                Postpone(mail, later.Answer, settings, now);
                break;
            case Delivery.Unreachable unreachable:
                // Not the mail's fault: it does not count as an attempt, only time does.
                mail.Attempts--;
                Postpone(mail, unreachable.Problem, settings, now, now);
                break;
        }

        logger.LogInformation("Mail {MailId}: {State} after {Attempts} attempts", mail.MailId, mail.State, mail.Attempts);
    }

    private static void Postpone(OutgoingMail mail, string answer, SmtpSettings settings, DateTime now, DateTime? due = null)
    {
        if (now >= mail.SinceUtc.AddHours(settings.GiveUpAfterHours))
        {
            End(mail, MailState.Failed, answer, settings, now);
            return;
        }

        (mail.State, mail.Claim, mail.Problem) = (MailState.Waiting, null, Shown(answer));
        mail.DueUtc = due ?? now.AddMinutes(s_minutes[Math.Clamp(mail.Attempts - 1, 0, s_minutes.Length - 1)]);
    }

    private static void End(OutgoingMail mail, MailState state, string? problem, SmtpSettings settings, DateTime now)
    {
        mail.Problem = problem is null ? null : Shown(problem);
        mail.End(state, now, settings.KeepDays);
    }

    /// <summary>Writes what became of a claimed mail; does nothing when the claim has run out and another host has it.</summary>
    private async Task MarkAsync(OutgoingMail mail, Action<OutgoingMail> change)
    {
        var (id, claim) = (mail.MailId, mail.Claim);
        for (var again = 0; again < 5; again++)
        {
            await using var own = store.CreateSession();
            if (await own.Query<OutgoingMail, OutgoingMailIndex>(row => row.MailId == id).FirstOrDefaultAsync() is not { } claimed || claimed.Claim != claim)
                return;
            change(claimed);
            await own.SaveAsync(claimed);
            if (claimed.State is MailState.Sent)
                await DropContentAsync(own, id);
            if (claimed.State is not MailState.Waiting)
                await LetFollowersGoAsync(own, claimed);

            // Somebody may have changed one of the followers meanwhile.
            if (await TrySaveAsync(own))
                return;
        }

        logger.LogError("Mail {MailId} was sent, and this could not be stored; it is sent again when its claim has run out", id);
    }

    /// <summary>Mails to the same person that waited for this one.</summary>
    private async Task LetFollowersGoAsync(ISession own, OutgoingMail mail)
    {
        var (person, now) = (mail.Person, clock.UtcNow);
        foreach (var follower in await own.Query<OutgoingMail, OutgoingMailIndex>(row => row.Person == person && row.State == s_waiting && row.Attempts == 0 && row.DueUtc > now).ListAsync())
        {
            follower.DueUtc = now;
            await own.SaveAsync(follower);
        }
    }

    private async Task NoteChannelAsync(Delivery delivery, DateTime now)
    {
        await using var own = store.CreateSession();
        var channel = await own.Query<MailChannel>().FirstOrDefaultAsync();
        if (delivery is Delivery.Unreachable unreachable)
        {
            channel ??= new MailChannel();
            channel.PausedUntilUtc = now.AddSeconds(s_pauses[Math.Min(channel.Failures, s_pauses.Length - 1)]);
            channel.Failures++;
            channel.FailingSinceUtc ??= now;
            channel.Problem = Shown(unreachable.Problem);
            await own.SaveAsync(channel);
            logger.LogWarning("The mail server cannot be used, for the {Failures}. time; next try at {Time:u}", channel.Failures, channel.PausedUntilUtc);
        }
        else if (channel is { Failures: > 0 })
        {
            (channel.PausedUntilUtc, channel.Failures, channel.FailingSinceUtc, channel.Problem) = (null, 0, null, null);
            await own.SaveAsync(channel);
        }

        await TrySaveAsync(own);
    }

    private async Task<MimeMessage?> MessageAsync(OutgoingMail mail, SmtpSettings settings, CancellationToken stopping)
    {
        await using var own = store.CreateSession();
        var id = mail.MailId;
        if (await own.Query<OutgoingMailContent, OutgoingMailContentIndex>(row => row.MailId == id).FirstOrDefaultAsync() is not { } content)
            return null;
        using var bytes = new MemoryStream(seal.Unprotect(content.Message));
        var message = await MimeMessage.LoadAsync(bytes, stopping);
        var sender = new MailboxAddress(
            System.Text.Encoding.UTF8, MailComposer.OneLine(settings.SenderName ?? (await sites.GetSiteSettingsAsync()).SiteName, 100), MailAddresses.Ascii(settings.DefaultSender!.Trim()));
        if (message.From.Count == 0)
            message.From.Add(sender);
        else if (message.Sender is null && !message.From.Mailboxes.Any(address => address.Address.Equals(sender.Address, StringComparison.OrdinalIgnoreCase)))
            message.Sender = sender;
        return message;
    }

    private async Task PurgeAsync(DateTime now)
    {
        await using var own = store.CreateSession();
        foreach (var mail in await own.Query<OutgoingMail, OutgoingMailIndex>(row => row.PurgeUtc != null && row.PurgeUtc <= now).Take(200).ListAsync())
        {
            await DropContentAsync(own, mail.MailId);
            own.Delete(mail);
        }

        await TrySaveAsync(own);
    }

    private static async Task DropContentAsync(ISession own, string mailId)
    {
        if (await own.Query<OutgoingMailContent, OutgoingMailContentIndex>(row => row.MailId == mailId).FirstOrDefaultAsync() is { } content)
            own.Delete(content);
    }

    /// <returns>False when another host was quicker.</returns>
    private static async Task<bool> TrySaveAsync(ISession own)
    {
        try
        {
            await own.SaveChangesAsync();
            return true;
        }
        catch (ConcurrencyException)
        {
            return false;
        }
    }

    private string? Password(SmtpSettings settings) => settings.Password is { Length: > 0 } password ? seal.UnprotectPassword(password) : null;

    private static string Shown(string answer) => MailComposer.OneLine(RightLinks.Redact(answer), 300);
}
