namespace OrchardCore.Email;

/// <summary>A mail to be sent. Addresses are written as in a mail's head; several are separated by commas or semicolons.</summary>
public class MailMessage
{
    /// <summary>Who it is from; null for the community's own sender.</summary>
    public string? From { get; set; }

    public string? To { get; set; }

    public string? Cc { get; set; }

    public string? Bcc { get; set; }

    public string? ReplyTo { get; set; }

    /// <summary>Who hands it in, where that is somebody else than <see cref="From"/>.</summary>
    public string? Sender { get; set; }

    public string? Subject { get; set; }

    /// <summary>The body for readers without HTML; one of the two bodies is needed.</summary>
    public string? TextBody { get; set; }

    public string? HtmlBody { get; set; }

    public List<MailMessageAttachment> Attachments { get; init; } = [];
}

public class MailMessageAttachment
{
    public string Filename { get; set; } = string.Empty;

    /// <summary>Read when the mail is asked for; the caller closes it.</summary>
    public Stream? Stream { get; set; }
}

/// <summary>How a connection to a mail server is protected.</summary>
public enum SmtpEncryptionMethod
{
    None,

    /// <summary>From the first byte, usually port 465.</summary>
    SslTls,

    /// <summary>After a greeting in the clear, usually port 587; refused where the server cannot.</summary>
    StartTls,
}
