using YesSql;

namespace PropertySuite.Core.Imports;

/// <summary>Throws files away that nobody came back to: they hold people's data.</summary>
public sealed class ImportTimer(ISession session) : ITimedWork
{
    /// <summary><see cref="ITimedWork.Name"/>.</summary>
    public const string Work = "imports";

    /// <summary>How long a file waits for whoever uploaded it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string Name => Work;

    /// <inheritdoc/>
    public async Task<DateTime?> NextDueAsync() =>
        (await session.QueryIndex<ImportDraftIndex>(row => row.ForgetUtc != null).OrderBy(row => row.ForgetUtc!).FirstOrDefaultAsync())?.ForgetUtc;

    /// <inheritdoc/>
    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        foreach (var draft in await session.Query<ImportDraft, ImportDraftIndex>(row => row.ForgetUtc != null && row.ForgetUtc <= utcNow).Take(50).ListAsync()) session.Delete(draft);
    }
}
