using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Complaints;

/// <summary>Wakes the community when a case needs the clock: an alarm, the end of a pause, silence that counts as agreement.</summary>
public sealed class ComplaintTimer(ISession session, ComplaintBook book, ComplaintPolicy policy) : ITimedWork
{
    /// <summary>Name of the work.</summary>
    public const string Work = "complaints";

    private const int Portion = 50;

    /// <inheritdoc/>
    public string Name => Work;

    /// <inheritdoc/>
    public async Task<DateTime?> NextDueAsync() =>
        (await session.QueryIndex<ComplaintIndex>(row => row.ClockUtc != null).OrderBy(row => row.ClockUtc).FirstOrDefaultAsync())?.ClockUtc;

    /// <inheritdoc/>
    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        var rules = await policy.RulesAsync();
        foreach (var row in (await session.QueryIndex<ComplaintIndex>(row => row.ClockUtc <= utcNow).OrderBy(row => row.ClockUtc).Take(Portion).ListAsync()).ToList())
        {
            if (await book.FindAsync(row.ComplaintId) is { } complaint && complaint.Tick(utcNow, rules) is { Count: > 0 } steps)
            {
                await book.SaveAsync(complaint, steps);
            }
        }
    }
}
