using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Settings;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using YesSql;

namespace PropertySuite.Core.Imports;

/// <summary>Says which records are still needed by others. A module implements it for records that its own refer to.</summary>
public interface IRecordUse
{
    /// <summary>Of the records that are to leave, those that something which stays refers to, with what it is in the reader's language.</summary>
    Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlySet<string> leaving);
}

/// <summary>A record that stays although its import is undone.</summary>
public sealed record KeptRecord(string ItemId, string Title, string Why);

/// <summary>What undoing would do.</summary>
/// <param name="Removed">Records that the import added and nobody has touched.</param>
/// <param name="Restored">Records that get their former values back.</param>
/// <param name="Kept">Records that stay as they are.</param>
public sealed record UndoPlan(IReadOnlyList<ContentItem> Removed, IReadOnlyList<(ContentItem Item, string Before)> Restored, IReadOnlyList<KeptRecord> Kept)
{
    /// <summary>Whether it takes longer than a moment, and is left to a job.</summary>
    public bool IsMuch => Removed.Count + Restored.Count > ImportLimits.AtOnce;
}

/// <summary>Takes imports back: what nobody has touched since goes or gets its former values, what people have worked on stays.</summary>
public sealed class ImportUndo(ImportRunner runner, IContentManager contents, ISession session, IEnumerable<IRecordUse> uses, RecordHistory history, IClock clock, IStringLocalizer<ImportUndo> S)
{
    private const int Portion = 500;
    private const int Reported = 50;

    /// <summary>What undoing these imports would do now. Nothing is written.</summary>
    public async Task<UndoPlan> PlanAsync(IReadOnlyList<ImportRun> runs)
    {
        // Of a record that several imports have changed, the newest says how it was left, and the oldest how it was before.
        var records = new Dictionary<string, ImportedRecord>(StringComparer.Ordinal);
        foreach (var run in runs.OrderByDescending(run => run.AtUtc).ThenByDescending(run => run.Id))
        {
            foreach (var record in await runner.RecordsAsync(run.RunId))
                records[record.ItemId] = records.TryGetValue(record.ItemId, out var newer) ? newer with { Before = record.Before } : record;
        }

        var items = new Dictionary<string, ContentItem>(StringComparer.Ordinal);
        foreach (var portion in records.Keys.Chunk(Portion))
        {
            foreach (var item in await contents.GetAsync(portion, VersionOptions.Latest)) items[item.ContentItemId] = item;
        }

        var since = runs.Count == 0 ? clock.UtcNow : runs.Max(run => run.AtUtc);
        var kept = new List<KeptRecord>();
        var restored = new List<(ContentItem, string)>();
        var leaving = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records.Values)
        {
            if (!items.TryGetValue(record.ItemId, out var item)) continue;
            if (OpenedVersion.Of(item) != record.After && !await OnlyClockAsync(record.ItemId, since)) kept.Add(new(record.ItemId, TitleOf(item), S["Somebody has changed it since."]));
            else if (record.Before is { } before) restored.Add((item, before));
            else leaving.Add(record.ItemId);
        }

        // What stays keeps what it refers to, and so on.
        for (var found = true; found && leaving.Count > 0;)
        {
            found = false;
            foreach (var use in uses)
            {
                foreach (var (id, why) in await use.FindAsync(leaving))
                {
                    if (!leaving.Remove(id)) continue;
                    kept.Add(new(id, TitleOf(items[id]), why));
                    found = true;
                }
            }
        }

        return new UndoPlan([.. records.Keys.Where(leaving.Contains).Select(id => items[id])], restored, kept);
    }

    /// <summary>Undoes imports in the transaction of the caller.</summary>
    /// <exception cref="RefusedException">One of them has been undone already.</exception>
    /// <param name="report">Told records done and records in all, now and then.</param>
    public async Task<UndoPlan> UndoAsync(IReadOnlyList<ImportRun> runs, Actor actor, Action<int, int>? report = null)
    {
        var done = 0;
        if (runs.Count == 0 || runs.Any(run => run.UndoneAtUtc is not null)) throw ImportRefusals.Undone.With();
        var plan = await PlanAsync(runs);
        void Report()
        {
            if (++done % Reported == 0) report?.Invoke(done, plan.Removed.Count + plan.Restored.Count);
        }

        foreach (var (item, before) in plan.Restored)
        {
            Report();
            Restore(item, before);
            await contents.UpdateAsync(item);
        }

        // What refers to others goes before them.
        foreach (var item in plan.Removed.Reverse())
        {
            Report();
            await contents.RemoveAsync(item);
            session.Delete(item);
        }

        await history.ForgetAsync(plan.Removed.Select(item => item.ContentItemId));

        foreach (var run in runs)
        {
            (run.UndoneAtUtc, run.UndoneByName, run.Kept) = (clock.UtcNow, actor.Name, plan.Kept.Count);
            await session.SaveAsync(run);
        }

        await session.FlushOrRefuseAsync();
        return plan;
    }

    // A record with a history says who has changed it: the clock and what the import itself brings are nobody.
    private async Task<bool> OnlyClockAsync(string recordId, DateTime sinceUtc)
    {
        var entries = await session.Query<HistoryEntry, HistoryIndex>(row => row.RecordId == recordId).ListAsync();
        return entries.Any() && entries.All(entry => entry.AtUtc <= sinceUtc || entry.ById == Actor.Clock.Id || entry.ById == Actor.Policy.Id || entry.ById == ImportStep.ActorId);
    }

    private static string TitleOf(ContentItem item) => item.DisplayText ?? item.ContentItemId;

    /// <summary>Gives an item its former parts: values that it did not have then are taken away.</summary>
    private static void Restore(ContentItem item, string before)
    {
        var now = JsonSerializer.SerializeToNode(item, JOptions.Default)!.AsObject();
        var then = JsonNode.Parse(before)!.AsObject();
        var parts = new JsonObject();
        foreach (var (name, part) in then)
        {
            if (part is not JsonObject former) continue;
            var merged = former.DeepClone().AsObject();
            if (now[name] is JsonObject present)
            {
                foreach (var (member, _) in present)
                {
                    if (!merged.ContainsKey(member)) merged[member] = null;
                }
            }

            parts[name] = merged;
        }

        item.Merge(parts, new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace, MergeNullValueHandling = MergeNullValueHandling.Merge });
        item.DisplayText = then[nameof(ContentItem.DisplayText)]?.GetValue<string>();
    }
}
