using Microsoft.Extensions.Localization;
using OrchardCore.Entities;

namespace OrchardCore.Notifications
{
    /// <summary>Tells a person something by the ways that the person has chosen.</summary>
    public interface INotificationService
    {
        /// <param name="notify">The person: a user of the site.</param>
        /// <returns>By how many ways it was sent.</returns>
        Task<int> SendAsync(object notify, INotificationMessage message);
    }

    public interface INotificationMessage
    {
        string? Subject { get; }

        /// <summary>What a list shows, plain text.</summary>
        string? Summary { get; }

        string? TextBody { get; }

        string? HtmlBody { get; }

        bool IsHtmlPreferred { get; }
    }

    /// <summary>One way to tell a person something, such as by mail.</summary>
    public interface INotificationMethodProvider
    {
        /// <summary>Its name in preferences.</summary>
        string Method { get; }

        LocalizedString Name { get; }

        /// <summary>False where this person cannot be told this way.</summary>
        Task<bool> TrySendAsync(object notify, INotificationMessage message);
    }

    /// <summary>What happens around a notification; the person's own list is one listener.</summary>
    public interface INotificationEvents
    {
        Task CreatingAsync(NotificationContext context);

        Task CreatedAsync(NotificationContext context);

        Task SendingAsync(INotificationMethodProvider provider, NotificationContext context);

        Task SentAsync(INotificationMethodProvider provider, NotificationContext context);

        Task FailedAsync(INotificationMethodProvider provider, NotificationContext context);
    }

    public class NotificationContext
    {
        public NotificationContext(INotificationMessage notificationMessage, object notify)
        {
            ArgumentNullException.ThrowIfNull(notificationMessage);
            ArgumentNullException.ThrowIfNull(notify);
            NotificationMessage = notificationMessage;
            Notify = notify;
        }

        /// <summary>What is stored; null until it has been made.</summary>
        public Notification? Notification { get; set; }

        public INotificationMessage NotificationMessage { get; }

        public object Notify { get; }
    }

    /// <summary>What a person was told, as stored.</summary>
    public class Notification : Entity
    {
        public string NotificationId { get; set; } = string.Empty;

        public string? Subject { get; set; }

        public string? Summary { get; set; }

        public string UserId { get; set; } = string.Empty;

        public DateTime CreatedUtc { get; set; }
    }
}

namespace OrchardCore.Notifications.Models
{
    public class NotificationMessage : INotificationMessage
    {
        public string? Subject { get; set; }

        public string? Summary { get; set; }

        public string? TextBody { get; set; }

        public string? HtmlBody { get; set; }

        public bool IsHtmlPreferred { get; set; }
    }
}

namespace OrchardCore.Notifications.Indexes
{
    public class NotificationIndex : YesSql.Indexes.MapIndex
    {
        public string? NotificationId { get; set; }

        public string? UserId { get; set; }

        public bool IsRead { get; set; }

        public DateTime? ReadAtUtc { get; set; }

        public DateTime CreatedAtUtc { get; set; }

        /// <summary>Subject and summary as they are searched.</summary>
        public string? Content { get; set; }
    }
}
