using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Decoration;

/// <summary>What time alone does to works: the last day passes (DEC-19), the second check comes due (DEC-21).</summary>
public sealed class PermitTimer(ISession session, Permits permits) : ITimedWork
{
    /// <summary>Name of the work.</summary>
    public const string Work = "works";

    private const int Portion = 100;

    /// <inheritdoc/>
    public string Name => Work;

    /// <inheritdoc/>
    public async Task<DateTime?> NextDueAsync() =>
        (await session.QueryIndex<PermitIndex>(row => row.ClockAtUtc != null).OrderBy(row => row.ClockAtUtc).FirstOrDefaultAsync())?.ClockAtUtc;

    /// <inheritdoc/>
    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        foreach (var row in (await session.QueryIndex<PermitIndex>(row => row.ClockAtUtc != null && row.ClockAtUtc <= utcNow).OrderBy(row => row.ClockAtUtc).Take(Portion).ListAsync()).ToList())
        {
            if (await permits.FindAsync(row.PermitId) is { } permit)
            {
                await permits.TakeAsync(permit, permit.State == PermitState.Accepted ? PermitVerbs.SecondCheck : PermitVerbs.Overrun, Actor.Clock);
            }
        }
    }
}

/// <summary>Rings when works wait for the clock.</summary>
public sealed class PermitBell(ITimedWorkBell bell) : IPermitWitness
{
    /// <inheritdoc/>
    public Task HappenedAsync(PermitPart permit, IReadOnlyList<Step> steps)
    {
        if (permit.ClockAtUtc is { } due) bell.Ring(PermitTimer.Work, due);
        return Task.CompletedTask;
    }
}
