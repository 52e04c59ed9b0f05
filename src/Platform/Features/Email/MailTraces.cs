using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Platform.Features.Email;

/// <summary>What the outbox keeps of mail about a record: who got it and when stays, what it said goes.</summary>
internal sealed class MailTraces(ISession session, IOutbox outbox, IClock clock) : IMessageTraces
{
    public async Task ForgetAsync(string recordId)
    {
        foreach (var mail in await session.Query<OutgoingMail, OutgoingMailAboutIndex>(row => row.About == recordId).ListAsync())
        {
            if (mail.IsOpen)
                mail.End(MailState.Cancelled, clock.UtcNow, keepDays: 30);
            (mail.Subject, mail.Preview, mail.Problem, mail.About) = ("", "", null, null);
            mail.AttachmentNames.Clear();
            await outbox.DropContentAsync(mail);
            await session.SaveAsync(mail);
        }
    }
}
