using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using OrchardCore.Email;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Models;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace PropertySuite.Core;

/// <summary>Writes messages in the reader's language and hands them over for sending.</summary>
internal sealed class Messenger(MessageTexts texts, IEmailService email, INotificationService notifications, IUserService users, MessageSubject subject, ILogger<Messenger> logger) : IMessenger
{
    /// <summary>Where an account keeps the language that its person has chosen.</summary>
    private const string LanguageProperty = "UserLocalizationSettings";

    public async Task<bool> MailAsync(MessageKind kind, MessageRecipient to, JsonObject model, string? about = null)
    {
        using var speaking = subject.About(about);
        var text = await WriteAsync(kind, to.Language, model);
        var result = await email.SendAsync(new MailMessage
        {
            To = to.Name is { Length: > 0 } name ? $"\"{name.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal)}\" <{to.Email}>" : to.Email,
            Subject = text.Subject,
            TextBody = text.TextBody,
            HtmlBody = text.HtmlBody,
        });
        return result.Succeeded;
    }

    public async Task<int> TellAsync(MessageKind kind, string userId, JsonObject model, string? about = null)
    {
        using var speaking = subject.About(about);
        if (await users.GetUserByUniqueIdAsync(userId) is not User { IsEnabled: true } user)
        {
            return 0;
        }

        var text = await WriteAsync(kind, LanguageOf(user), model);
        return await notifications.SendAsync(user, new NotificationMessage
        {
            Subject = text.Subject,
            // A link that gives a right goes by the ways that forget it, and is not kept in a list.
            Summary = kind.CarriesRight ? text.Subject : text.TextBody.Trim(),
            TextBody = text.TextBody,
            HtmlBody = text.HtmlBody,
            IsHtmlPreferred = true,
        });
    }

    public async Task<MessageText> WriteAsync(MessageKind kind, string? language, JsonObject model)
    {
        var spoken = await texts.LanguageOfAsync(language);
        if (await texts.FindAsync(kind.Id, spoken) is { Subject: { } subject, Body: { } body })
        {
            try
            {
                return await texts.RenderAsync(subject, body, spoken, model);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A message that somebody waits for is worth more than the office's own words for it.
                logger.LogError(exception, "The office's text of message {Kind} in {Language} cannot be rendered; the shipped one is sent", kind.Id, spoken);
            }
        }

        var shipped = texts.Shipped(kind, spoken);
        return await texts.RenderAsync(shipped.Subject, shipped.Body, spoken, model);
    }

    private static string? LanguageOf(User user) => (user.Properties[LanguageProperty] as JsonObject)?["Culture"]?.GetValue<string>();
}
