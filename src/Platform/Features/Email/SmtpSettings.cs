using OrchardCore.Email;

namespace PropertySuite.Platform.Features.Email;

/// <summary>How a community sends mail; a section of its settings, so that a recipe can bring it (all but the password).</summary>
public class SmtpSettings
{
    public bool IsEnabled { get; set; }

    /// <summary>Address that mail comes from, and to which a mail server reports what it could not deliver.</summary>
    public string? DefaultSender { get; set; }

    /// <summary>Name before the address; null for the community's.</summary>
    public string? SenderName { get; set; }

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public SmtpEncryptionMethod EncryptionMethod { get; set; } = SmtpEncryptionMethod.StartTls;

    /// <summary>Null where the server asks for none.</summary>
    public string? UserName { get; set; }

    /// <summary>Protected by the community's own keys.</summary>
    public string? Password { get; set; }

    /// <summary>SHA-256 of a certificate that is trusted though no authority vouches for it, in hexadecimal; null for none.</summary>
    public string? CertificateFingerprint { get; set; }

    /// <summary>Mails that leave within a minute.</summary>
    public int PerMinute { get; set; } = 60;

    /// <summary>After so many hours a mail that could not be delivered is given up.</summary>
    public int GiveUpAfterHours { get; set; } = 48;

    /// <summary>Days for which sent, failed and cancelled mails are kept in the list.</summary>
    public int KeepDays { get; set; } = 30;

    public bool CanSend() => IsEnabled && !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(DefaultSender);
}

/// <summary>What the server's owner sets for all communities, in the section <c>OrchardCore_Email</c>.</summary>
public sealed class MailLimits
{
    /// <summary>For how long a host that has taken a mail for sending keeps it; after a crash it is tried again then.</summary>
    public int LeaseSeconds { get; set; } = 300;

    /// <summary>For connecting, and for each answer of the mail server.</summary>
    public int AnswerSeconds { get; set; } = 60;

    /// <summary>Bytes of all attachments of a mail.</summary>
    public int AttachmentBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>People that one mail goes to.</summary>
    public int Recipients { get; set; } = 100;
}
