using OrchardCore.Data.Migration;
using OrchardCore.Entities;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Indexes;
using PropertySuite.Core;
using YesSql.Indexes;
using YesSql.Sql;

namespace PropertySuite.Platform.Features.Notifications;

/// <summary>Whether the person has seen a notification; kept with it.</summary>
internal sealed class NotificationReadInfo
{
    public bool IsRead { get; set; }

    public DateTime? ReadAtUtc { get; set; }
}

/// <summary>How a person wants to be told; kept with the account.</summary>
internal sealed class NotificationPreferences
{
    /// <summary>Methods that the person does not want.</summary>
    public string[] Without { get; set; } = [];
}

internal sealed class NotificationIndexProvider : IndexProvider<Notification>
{
    public override void Describe(DescribeContext<Notification> context) => context.For<NotificationIndex>().Map(notification =>
    {
        var read = notification.As<NotificationReadInfo>();
        var content = SearchText.Fold(notification.Subject, notification.Summary);
        return new NotificationIndex
        {
            NotificationId = notification.NotificationId,
            UserId = notification.UserId,
            IsRead = read.IsRead,
            ReadAtUtc = read.ReadAtUtc,
            CreatedAtUtc = notification.CreatedUtc,
            Content = content.Length <= 250 ? content : content[..250],
        };
    });
}

internal sealed class NotificationMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<NotificationIndex>(table => table
            .Column<string>(nameof(NotificationIndex.NotificationId), column => column.WithLength(26))
            .Column<string>(nameof(NotificationIndex.UserId), column => column.WithLength(26))
            .Column<bool>(nameof(NotificationIndex.IsRead))
            .Column<DateTime?>(nameof(NotificationIndex.ReadAtUtc))
            .Column<DateTime>(nameof(NotificationIndex.CreatedAtUtc))
            .Column<string>(nameof(NotificationIndex.Content)));
        await SchemaBuilder.AlterIndexTableAsync<NotificationIndex>(table =>
        {
            table.CreateIndex("IDX_NotificationIndex_User", "UserId", "IsRead", "CreatedAtUtc");
            table.CreateIndex("IDX_NotificationIndex_Created", "CreatedAtUtc");
            table.CreateIndex("IDX_NotificationIndex_Id", "NotificationId");
        });
        await UpdateFrom1Async();
        return 2;
    }

    public async Task<int> UpdateFrom1Async()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<NotificationAboutIndex>(table => table.Column<string>(nameof(NotificationAboutIndex.About), column => column.WithLength(26)));
        await SchemaBuilder.AlterIndexTableAsync<NotificationAboutIndex>(table => table.CreateIndex("IDX_NotificationAboutIndex_About", nameof(NotificationAboutIndex.About)));
        return 2;
    }
}
