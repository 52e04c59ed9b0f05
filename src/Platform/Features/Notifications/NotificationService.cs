using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardCore.Email;
using OrchardCore.Entities;
using OrchardCore.Modules;
using OrchardCore.Notifications;
using OrchardCore.Users.Models;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Features.Notifications;

/// <summary>Keeps what a person is told in the person's own list, and sends it by the ways that the person wants.</summary>
internal sealed class NotificationService(
    ISession session,
    IEnumerable<INotificationMethodProvider> methods,
    IEnumerable<INotificationEvents> events,
    IWorkAlarm alarm,
    OrchardCore.Entities.IIdGenerator ids,
    IClock clock,
    ILogger<NotificationService> logger,
    PropertySuite.Core.MessageSubject? subject = null)
    : INotificationService
{
    public async Task<int> SendAsync(object notify, INotificationMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (notify is not User { IsEnabled: true } user)
            return 0;

        var context = new NotificationContext(message, notify)
        {
            Notification = new Notification
            {
                NotificationId = ids.GenerateUniqueId(),
                UserId = user.UserId,
                Subject = message.Subject,
                Summary = message.Summary ?? message.TextBody,
                CreatedUtc = clock.UtcNow,
            },
        };
        if (subject?.RecordId is { } about)
            context.Notification.Put(new NotificationAbout { RecordId = about });
        await events.InvokeAsync(handler => handler.CreatingAsync(context), logger);
        await session.SaveAsync(context.Notification);
        alarm.Set(NotificationPurge.WorkName, context.Notification.CreatedUtc + NotificationPurge.Life);
        await events.InvokeAsync(handler => handler.CreatedAsync(context), logger);

        var ways = 1;
        var without = user.As<NotificationPreferences>().Without;
        foreach (var method in methods.Where(method => !without.Contains(method.Method, StringComparer.OrdinalIgnoreCase)))
        {
            await events.InvokeAsync(handler => handler.SendingAsync(method, context), logger);
            var sent = await method.TrySendAsync(notify, message);
            await events.InvokeAsync(handler => sent ? handler.SentAsync(method, context) : handler.FailedAsync(method, context), logger);
            ways += sent ? 1 : 0;
        }

        return ways;
    }
}

/// <summary>Tells people by mail.</summary>
internal sealed class EmailNotifications(IEmailService email, IStringLocalizer<EmailNotifications> S) : INotificationMethodProvider
{
    public string Method => "Email";

    public LocalizedString Name => S["By e-mail"];

    public async Task<bool> TrySendAsync(object notify, INotificationMessage message)
    {
        if (notify is not User { Email: { Length: > 0 } address })
            return false;
        var result = await email.SendAsync(new MailMessage
        {
            To = address,
            Subject = message.Subject ?? message.Summary,
            TextBody = message.TextBody ?? message.Summary,
            HtmlBody = message.IsHtmlPreferred ? message.HtmlBody : null,
        });
        return result.Succeeded;
    }
}
