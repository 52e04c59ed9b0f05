using OrchardCore;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Modules;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Core.Imports;

/// <summary>Carries plans out: all rows or none, in the transaction of the caller.</summary>
public sealed class ImportRunner(IContentManager contents, ISession session, IClock clock)
{
    private const int Reported = 50;

    /// <summary>Writes what the plan says, with what is needed to undo it.</summary>
    /// <exception cref="RefusedException">The plan has problems, or a unique key was taken meanwhile. Nothing is kept.</exception>
    /// <param name="report">Told rows done and rows in all, now and then.</param>
    public async Task<ImportRun> RunAsync(ImportPlan plan, string fileName, Actor actor, string? batch = null, Action<int, int>? report = null)
    {
        var done = 0;
        if (!plan.IsInOrder) throw ImportRefusals.Problems.With();
        var records = new List<ImportedRecord>();
        try
        {
            foreach (var row in plan.Rows)
            {
                if (++done % Reported == 0) report?.Invoke(done, plan.Rows.Count);
                if (row.Effect == ImportEffect.Unchanged) continue;
                var isNew = row.Effect == ImportEffect.Added;
                await plan.Book!.WritingAsync(row.Item, isNew, actor);
                if (isNew) await contents.CreateAsync(row.Item, VersionOptions.Published);
                else await contents.UpdateAsync(row.Item);
                await plan.Book.WrittenAsync(row.Item, isNew, actor);
                records.Add(new ImportedRecord(row.Item.ContentItemId, OpenedVersion.Of(row.Item), row.Before));
            }

            var run = NewRun(plan.List.Id, fileName, actor, batch);
            (run.Added, run.Changed, run.Unchanged) = (plan.Added, plan.Changed, plan.Unchanged);
            run.Columns = plan.Headings.GroupBy(heading => heading.Text).ToDictionary(group => group.Key, group => group.First().ColumnId ?? "");
            await KeepAsync(run, records);
            await session.FlushOrRefuseAsync();
            return run;
        }
        catch (System.Data.Common.DbException violated) when (violated.SqlState == "23505" || violated.ErrorCode == 19)
        {
            // A key that somebody has taken since the file was planned.
            await session.CancelAsync();
            throw SavingRefusals.ChangedMeanwhile.With();
        }
        catch
        {
            await session.CancelAsync();
            throw;
        }
    }

    /// <summary>Notes records that came in another way, such as by a recipe's content, as a part of a batch, so that they leave with it.</summary>
    public async Task<ImportRun> AdoptAsync(IEnumerable<string> contentTypes, string batch, string name, Actor actor)
    {
        string[] types = [.. contentTypes];
        var known = await KnownOfAsync(batch);
        var items = (await session.Query<ContentItem, ContentItemIndex>(row => row.Latest && row.ContentType.IsIn(types)).ListAsync(contents))
            .Where(item => !known.Contains(item.ContentItemId)).ToList();
        var run = NewRun("content", name, actor, batch);
        run.Added = items.Count;
        await KeepAsync(run, [.. items.Select(item => new ImportedRecord(item.ContentItemId, OpenedVersion.Of(item)))]);
        return run;
    }

    /// <summary>Imports, newest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> RunsAsync(int skip, int take) =>
        [.. await session.Query<ImportRun, ImportRunIndex>().OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.Id).Skip(skip).Take(take).ListAsync()];

    public async Task<ImportRun?> FindAsync(string runId) => await session.Query<ImportRun, ImportRunIndex>(row => row.RunId == runId).FirstOrDefaultAsync();

    /// <summary>Imports of a batch that are in force, newest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> OfBatchAsync(string batch) =>
        [.. await session.Query<ImportRun, ImportRunIndex>(row => row.Batch == batch && !row.IsUndone).OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.Id).ListAsync()];

    /// <summary>How the columns of a list's last file were chosen; null when there was none.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> LastColumnsAsync(string listId) =>
        (await session.Query<ImportRun, ImportRunIndex>(row => row.ListId == listId).OrderByDescending(row => row.AtUtc).ThenByDescending(row => row.Id).FirstOrDefaultAsync())?.Columns;

    /// <summary>What an import did to records.</summary>
    public async Task<IReadOnlyList<ImportedRecord>> RecordsAsync(string runId) =>
        [.. (await session.Query<ImportedRecords, ImportedRecordsIndex>(row => row.RunId == runId).ListAsync()).OrderBy(portion => portion.Id).SelectMany(portion => portion.Records)];

    /// <summary>
    /// Forgets what imports keep of the former values of records, since they hold what has to be forgotten. Undoing leaves such a record as it is.
    /// </summary>
    /// <param name="itemIds">Content item ids.</param>
    public async Task ForgetAsync(IReadOnlyCollection<string> itemIds)
    {
        if (itemIds.Count == 0) return;
        var ids = itemIds.ToHashSet(StringComparer.Ordinal);
        foreach (var portion in await session.Query<ImportedRecords, ImportedRecordsIndex>().ListAsync())
        {
            if (portion.Records.RemoveAll(record => record.Before is not null && ids.Contains(record.ItemId)) > 0) await session.SaveAsync(portion);
        }
    }

    private async Task<HashSet<string>> KnownOfAsync(string batch)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in await OfBatchAsync(batch)) known.UnionWith((await RecordsAsync(run.RunId)).Select(record => record.ItemId));
        return known;
    }

    private ImportRun NewRun(string listId, string fileName, Actor actor, string? batch) => new()
    {
        RunId = IdGenerator.GenerateId(), ListId = listId, FileName = fileName, Batch = batch, ByUserId = actor.Id, ByName = actor.Name, AtUtc = clock.UtcNow,
    };

    private async Task KeepAsync(ImportRun run, IReadOnlyList<ImportedRecord> records)
    {
        await session.SaveAsync(run);
        foreach (var portion in records.Chunk(ImportedRecords.Portion))
            await session.SaveAsync(new ImportedRecords { RunId = run.RunId, Records = [.. portion] });
    }
}
