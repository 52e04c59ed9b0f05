using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Features.Notifications;

/// <summary>Old notifications leave the database by themselves.</summary>
internal sealed class NotificationPurge(ISession session) : IDueWork
{
    public const string WorkName = "Notifications";

    public static readonly TimeSpan Life = TimeSpan.FromDays(180);

    public string Name => WorkName;

    public async Task<DateTime?> NextDueAsync()
    {
        var oldest = (await session.QueryIndex<NotificationIndex>().OrderBy(row => row.CreatedAtUtc).Take(1).ListAsync()).FirstOrDefault();
        return oldest is null ? null : oldest.CreatedAtUtc + Life;
    }

    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        var before = utcNow - Life;
        foreach (var old in await session.Query<Notification, NotificationIndex>(row => row.CreatedAtUtc <= before).Take(500).ListAsync())
            session.Delete(old);
    }
}
