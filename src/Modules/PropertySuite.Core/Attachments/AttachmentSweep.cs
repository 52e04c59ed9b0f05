using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Core;

/// <summary>Deletes files that nobody can reach: their form was never sent again, or their record is gone.</summary>
[BackgroundTask(
    Title = "Files: clearing up",
    Schedule = "41 3 * * *",
    Description = "Deletes files whose form was never sent again and files of records that are gone.",
    LockTimeout = 1_000,
    LockExpiration = 600_000)]
public sealed class AttachmentSweep : IBackgroundTask
{
    private const int Portion = 200;

    /// <inheritdoc/>
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var session = serviceProvider.GetRequiredService<ISession>();
        var attachments = serviceProvider.GetRequiredService<Attachments>();
        var before = serviceProvider.GetRequiredService<IClock>().UtcNow - Attachments.HeldFor;
        await attachments.DeleteAsync(await session.Query<Attachment, AttachmentIndex>(row => row.RecordId == null && row.AddedAtUtc <= before).ListAsync());

        for (long after = 0; !cancellationToken.IsCancellationRequested;)
        {
            var seen = after;
            var rows = (await session.QueryIndex<AttachmentIndex>(row => row.RecordId != null && row.Id > seen && row.AddedAtUtc <= before).OrderBy(row => row.Id).Take(Portion).ListAsync()).ToList();
            if (rows.Count == 0)
            {
                return;
            }

            after = rows[^1].Id;
            var ids = rows.Select(row => row.RecordId!).Distinct(StringComparer.Ordinal).ToArray();
            var there = (await session.QueryIndex<ContentItemIndex>(row => row.ContentItemId.IsIn(ids) && (row.Latest || row.Published)).ListAsync()).Select(row => row.ContentItemId).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in ids.Where(id => !there.Contains(id)))
            {
                await attachments.DeleteAsync(await attachments.OfAsync(gone));
            }
        }
    }
}
