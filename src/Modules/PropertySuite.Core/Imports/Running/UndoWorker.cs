using Microsoft.Extensions.Localization;

namespace PropertySuite.Core.Imports;

/// <summary>What a job that takes imports back is told.</summary>
/// <param name="RunId">The import; null for all of a batch.</param>
/// <param name="Batch">The batch; null for one import.</param>
public sealed record UndoTask(string? RunId, string? Batch);

/// <summary>Takes back what is too much for an answer: all of it in one transaction, once, also when the server ends in between.</summary>
public sealed class UndoWorker(ImportRunner runner, ImportUndo undo, IStringLocalizer<UndoWorker> S) : IJobWorker
{
    /// <summary>Names the kind.</summary>
    public const string JobKind = "import-undo";

    public string Kind => JobKind;

    public LocalizedString Name => S["Removal of what was imported"];

    public async Task RunAsync(JobRun run, CancellationToken stopping)
    {
        var task = run.Data<UndoTask>();
        var runs = task.Batch is { } batch ? await runner.OfBatchAsync(batch) : await runner.FindAsync(task.RunId!) is { } one ? [one] : [];
        var done = await undo.UndoAsync(runs, new Actor(run.OrderedById, run.OrderedByName), (records, total) =>
        {
            stopping.ThrowIfCancellationRequested();
            run.Report(records, total);
        });
        run.Leave(new { Removed = done.Removed.Count, Restored = done.Restored.Count, Kept = done.Kept.Count, task.RunId });
    }
}
