using Microsoft.AspNetCore.Http;
using YesSql;
using ISession = YesSql.ISession;

namespace PropertySuite.Core.Imports;

/// <summary>The lists of all modules, and which of them somebody may fill.</summary>
public sealed class ImportAccess(IEnumerable<ImportList> lists, IHttpContextAccessor http, ISession session, ITimedWorkBell bell)
{
    /// <summary>All lists, what is looked up first.</summary>
    public IReadOnlyList<ImportList> All { get; } = [.. lists.OrderBy(list => list.Order).ThenBy(list => list.Id, StringComparer.Ordinal)];

    public ImportList? Known(string? id) => All.FirstOrDefault(list => string.Equals(list.Id, id, StringComparison.OrdinalIgnoreCase));

    public Task<bool> MayAsync(ImportList list) => PermissionGate.MayAsync(http.HttpContext!, list.Permission);

    /// <summary>The lists that this person may fill.</summary>
    public async Task<IReadOnlyList<ImportList>> MineAsync()
    {
        var mine = new List<ImportList>();
        foreach (var list in All)
        {
            if (await MayAsync(list)) mine.Add(list);
        }

        return mine;
    }

    public async Task<ImportDraft?> DraftAsync(string draftId) => await session.Query<ImportDraft, ImportDraftIndex>(row => row.DraftId == draftId).FirstOrDefaultAsync();

    /// <summary>Keeps a file until it is imported, or thrown away (<see cref="ImportTimer"/>).</summary>
    public async Task KeepAsync(ImportDraft draft)
    {
        await session.SaveAsync(draft);
        bell.Ring(ImportTimer.Work, draft.AtUtc + ImportTimer.Kept);
    }

    public void Forget(ImportDraft draft) => session.Delete(draft);
}
