using Microsoft.Extensions.Localization;

namespace OrchardCore.Email;

/// <summary>
/// Takes mail over for sending. The mail is written with the transaction of the caller and leaves after its commit: a success says
/// that it will be tried, not that it has arrived.
/// </summary>
public interface IEmailService
{
    /// <param name="providerName">The provider that carries it; null for the community's own.</param>
    Task<EmailResult> SendAsync(MailMessage message, string? providerName = null);
}

/// <summary>Carries mail out of the house at once; registered under its name as a keyed service.</summary>
public interface IEmailProvider
{
    LocalizedString DisplayName { get; }

    Task<EmailResult> SendAsync(MailMessage message);
}

/// <summary>Tells whether an address can be written to, as far as its form says so.</summary>
public interface IEmailAddressValidator
{
    bool Validate(string? emailAddress);
}

public static class EmailServiceExtensions
{
    /// <summary>A mail to one person with one body.</summary>
    public static Task<EmailResult> SendAsync(this IEmailService emailService, string to, string subject, string body, bool isHtmlBody = true)
    {
        var message = new MailMessage { To = to, Subject = subject };
        if (isHtmlBody)
            message.HtmlBody = body;
        else
            message.TextBody = body;
        return emailService.SendAsync(message);
    }
}
