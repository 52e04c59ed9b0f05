using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Features.Notifications;

/// <summary>Old notifications leave the database by themselves.</summary>
internal sealed class NotificationPurge(ISession session) : IDueWork
{
    private static readonly TimeSpan s_life = TimeSpan.FromDays(180);

    public string Name => "Notifications";

    public async Task<DateTime?> NextDueAsync()
    {
        var oldest = (await session.QueryIndex<NotificationIndex>().OrderBy(row => row.CreatedAtUtc).Take(1).ListAsync()).FirstOrDefault();
        return oldest is null ? null : oldest.CreatedAtUtc + s_life;
    }

    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        var before = utcNow - s_life;
        foreach (var old in await session.Query<Notification, NotificationIndex>(row => row.CreatedAtUtc <= before).Take(500).ListAsync())
            session.Delete(old);
    }
}
