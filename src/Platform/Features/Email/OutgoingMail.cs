using YesSql.Indexes;

namespace PropertySuite.Platform.Features.Email;

/// <summary>Where a mail is.</summary>
public enum MailState
{
    /// <summary>To be sent when it is due.</summary>
    Waiting = 0,

    /// <summary>Taken by a host that is sending it.</summary>
    Sending = 1,

    /// <summary>Taken over by the mail server.</summary>
    Sent = 2,

    /// <summary>Refused for good, or given up.</summary>
    Failed = 3,

    Cancelled = 4,

    /// <summary>The same mail to the same person for the third time in ten minutes: somebody has to look.</summary>
    Held = 5,
}

/// <summary>A mail in the outbox, without its text.</summary>
/// <remarks>Public because the data layer makes documents.</remarks>
public class OutgoingMail
{
    public long Id { get; set; }

    public string MailId { get; set; } = string.Empty;

    /// <summary>Stable over all attempts, so that whoever gets a mail twice can tell.</summary>
    public string MessageId { get; set; } = string.Empty;

    public MailState State { get; set; }

    /// <summary>Order among the mails of a community.</summary>
    public long Turn { get; set; }

    /// <summary>Addresses that still have to get it.</summary>
    public List<string> Pending { get; set; } = [];

    /// <summary>Addresses that the mail server has refused, with what it said.</summary>
    public Dictionary<string, string> Refused { get; set; } = [];

    public string Recipients { get; set; } = string.Empty;

    public string Subject { get; set; } = string.Empty;

    /// <summary>The text without the rights that its links carry.</summary>
    public string Preview { get; set; } = string.Empty;

    public List<string> AttachmentNames { get; set; } = [];

    public DateTime CreatedUtc { get; set; }

    /// <summary>From when on the time runs after which it is given up.</summary>
    public DateTime SinceUtc { get; set; }

    /// <summary>When it is to be tried next; while it is being sent, until when the host that sends it keeps it.</summary>
    public DateTime DueUtc { get; set; }

    public int Attempts { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>Why it was not delivered so far.</summary>
    public string? Problem { get; set; }

    /// <summary>Identifies the claim of the host that sends it.</summary>
    public string? Claim { get; set; }

    /// <summary>Hash of person and text, to notice that somebody gets the same again and again.</summary>
    public string Sameness { get; set; } = string.Empty;

    /// <summary>When it leaves the list; null while it is not done.</summary>
    public DateTime? PurgeUtc { get; set; }

    /// <summary>Content item id of the record that it is about; null where nobody said.</summary>
    public string? About { get; set; }

    public bool IsOpen => State is MailState.Waiting or MailState.Sending or MailState.Held;

    /// <summary>The person to whom the order of mails is kept.</summary>
    public string Person => Recipients.Split(',')[0].Trim().ToLowerInvariant();

    public void End(MailState state, DateTime nowUtc, int keepDays)
    {
        (State, EndedUtc, PurgeUtc, Claim) = (state, nowUtc, nowUtc.AddDays(keepDays), null);
    }
}

/// <summary>The text of a mail, protected by the community's keys; it is gone when the mail is done.</summary>
public class OutgoingMailContent
{
    public long Id { get; set; }

    public string MailId { get; set; } = string.Empty;

    /// <summary>The message as it is sent, protected.</summary>
    public byte[] Message { get; set; } = [];
}

/// <summary>What is known of the way to the mail server; one document.</summary>
public class MailChannel
{
    public long Id { get; set; }

    /// <summary>Nothing is tried before.</summary>
    public DateTime? PausedUntilUtc { get; set; }

    public DateTime? FailingSinceUtc { get; set; }

    public int Failures { get; set; }

    public string? Problem { get; set; }
}

public class OutgoingMailIndex : MapIndex
{
    public string MailId { get; set; } = string.Empty;

    public int State { get; set; }

    public long Turn { get; set; }

    public DateTime DueUtc { get; set; }

    public string Person { get; set; } = string.Empty;

    public string Recipients { get; set; } = string.Empty;

    public string Subject { get; set; } = string.Empty;

    /// <summary>Recipients and subject as they are searched.</summary>
    public string Search { get; set; } = string.Empty;

    public string Sameness { get; set; } = string.Empty;

    public DateTime CreatedUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    public DateTime? PurgeUtc { get; set; }

    public int Attempts { get; set; }
}

/// <summary>A row for each mail that is about a record.</summary>
public class OutgoingMailAboutIndex : MapIndex
{
    public string About { get; set; } = string.Empty;
}

public class OutgoingMailContentIndex : MapIndex
{
    public string MailId { get; set; } = string.Empty;
}

internal sealed class OutgoingMailIndexProvider : IndexProvider<OutgoingMail>
{
    public override void Describe(DescribeContext<OutgoingMail> context) => context.For<OutgoingMailIndex>().Map(mail => new OutgoingMailIndex
    {
        MailId = mail.MailId,
        State = (int)mail.State,
        Turn = mail.Turn,
        DueUtc = mail.DueUtc,
        Person = Short(mail.Person),
        Recipients = Short(mail.Recipients),
        Subject = Short(mail.Subject),
        Search = Short(PropertySuite.Core.SearchText.Fold(mail.Recipients, mail.Subject)),
        Sameness = mail.Sameness,
        CreatedUtc = mail.CreatedUtc,
        EndedUtc = mail.EndedUtc,
        PurgeUtc = mail.PurgeUtc,
        Attempts = mail.Attempts,
    });

    private static string Short(string text) => text.Length <= 250 ? text : text[..250];
}

internal sealed class OutgoingMailAboutIndexProvider : IndexProvider<OutgoingMail>
{
    public override void Describe(DescribeContext<OutgoingMail> context) =>
        context.For<OutgoingMailAboutIndex>().When(mail => mail.About is { Length: > 0 }).Map(mail => new OutgoingMailAboutIndex { About = mail.About! });
}

internal sealed class OutgoingMailContentIndexProvider : IndexProvider<OutgoingMailContent>
{
    public override void Describe(DescribeContext<OutgoingMailContent> context) =>
        context.For<OutgoingMailContentIndex>().Map(content => new OutgoingMailContentIndex { MailId = content.MailId });
}
