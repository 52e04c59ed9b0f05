using Microsoft.Extensions.Localization;
using YesSql;

namespace PropertySuite.Core.Imports;

/// <summary>What a job of an import is told.</summary>
/// <param name="DraftId">The file that waits.</param>
public sealed record ImportTask(string DraftId);

/// <summary>Imports a large file after the answer: all rows in one transaction, once, also when the server ends in between.</summary>
public sealed class ImportWorker(
    ImportAccess access, ImportPlanner planner, ImportRunner runner, RefusalTexts refusals, ISession session, IStringLocalizer<ImportWorker> S) : IJobWorker
{
    /// <summary>Names the kind.</summary>
    public const string JobKind = "import";

    public string Kind => JobKind;

    public LocalizedString Name => S["Import from a spreadsheet"];

    public async Task RunAsync(JobRun run, CancellationToken stopping)
    {
        // The draft goes in the same transaction in which the records come: a second attempt finds nothing to do.
        if (await access.DraftAsync(run.Data<ImportTask>().DraftId) is not { } draft) return;
        var list = access.Known(draft.ListId) ?? throw ImportRefusals.ListUnknown.With(draft.ListId);
        var plan = await PlanAsync(list, draft);
        if (plan.Problems is [var first, ..]) throw ImportRefusals.Changed.With(first.Place, first.Sentence);
        if (plan.Added + plan.Changed > 0)
        {
            var done = await runner.RunAsync(
                plan, draft.FileName, new Actor(run.OrderedById, run.OrderedByName), draft.Batch,
                (rows, total) =>
                {
                    stopping.ThrowIfCancellationRequested();
                    run.Report(rows, total);
                });
            run.Leave(new { done.Added, done.Changed, done.Unchanged, done.RunId });
        }

        session.Delete(draft);
    }

    private async Task<ImportPlan> PlanAsync(ImportList list, ImportDraft draft)
    {
        try
        {
            var sheets = SheetFile.Read(draft.File, draft.FileName);
            var sheet = sheets.FirstOrDefault(sheet => sheet.Name == draft.Sheet) ?? sheets[0];
            return await planner.PlanAsync(list, sheet, draft.Columns ?? await runner.LastColumnsAsync(list.Id), new ImportDays(draft.ShiftDays, draft.Part));
        }
        catch (UnreadableException unreadable)
        {
            throw ImportRefusals.Changed.With(unreadable.Place, await refusals.SayAsync(unreadable.Refused));
        }
    }
}
