using OrchardCore.Entities;
using OrchardCore.Notifications;
using PropertySuite.Core;
using YesSql;
using YesSql.Indexes;

namespace PropertySuite.Platform.Features.Notifications;

/// <summary>Which record a notification is about; kept with it.</summary>
internal sealed class NotificationAbout
{
    public string? RecordId { get; set; }
}

/// <summary>A row for each notification that is about a record.</summary>
/// <remarks>Index rows are public because the data layer makes them.</remarks>
public class NotificationAboutIndex : MapIndex
{
    public string About { get; set; } = string.Empty;
}

internal sealed class NotificationAboutIndexProvider : IndexProvider<Notification>
{
    public override void Describe(DescribeContext<Notification> context) => context.For<NotificationAboutIndex>()
        .When(notification => notification.As<NotificationAbout>().RecordId is { Length: > 0 })
        .Map(notification => new NotificationAboutIndex { About = notification.As<NotificationAbout>().RecordId! });
}

/// <summary>What people have been told about a record leaves their lists.</summary>
internal sealed class NotificationTraces(ISession session) : IMessageTraces
{
    public async Task ForgetAsync(string recordId)
    {
        foreach (var told in await session.Query<Notification, NotificationAboutIndex>(row => row.About == recordId).ListAsync())
            session.Delete(told);
    }
}
