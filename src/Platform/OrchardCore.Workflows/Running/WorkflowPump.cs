#nullable enable
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using YesSql;

namespace PropertySuite.Platform.Workflows;

/// <summary>
/// Works off what a site has stored, one piece after the other in the order in which it happened, each in a unit of work of its own that
/// ends with the piece deleted. Another host may do the same at once: of two that take the same piece one fails to commit.
/// </summary>
#pragma warning disable CA1001 // A semaphore holds nothing unless its handle is asked for, and a run may end after the site's services have.
internal sealed class WorkflowPump(IShellHost host, ShellSettings settings, TimeProvider time, ILogger<WorkflowPump> logger)
#pragma warning restore CA1001
{
    private const int MaxAttempts = 5;
    private const int Portion = 100;
    private const int MaxTogether = 25;
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _slowTurn = new(1, 1);
    private long _asked;
    private long _served;

    /// <summary>Returns when everything that was stored before the call, and is quick, has been worked off.</summary>
    public async Task DrainAsync(CancellationToken stopping = default)
    {
        var mine = Interlocked.Increment(ref _asked);
        await _turn.WaitAsync(stopping);
        try
        {
            if (_served >= mine)
                return;
            var upTo = Interlocked.Read(ref _asked);
            await OutsideAsync(() => WorkOffAsync(slow: false, stopping));
            _served = upTo;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The same for what talks to the world outside.</summary>
    public async Task DrainSlowAsync(CancellationToken stopping = default)
    {
        await _slowTurn.WaitAsync(stopping);
        try
        {
            await OutsideAsync(() => WorkOffAsync(slow: true, stopping));
        }
        finally
        {
            _slowTurn.Release();
        }
    }

    /// <summary>A unit of work for somebody who asks for it on a page and waits for it, apart from the request's own.</summary>
    /// <returns>False where it could not be done now; the log says why.</returns>
    /// <param name="onFault">Told when the run has failed and its fault is kept.</param>
    public async Task<bool> OnRequestAsync(Func<IServiceProvider, Task> unit, Action? onFault = null)
    {
        var done = false;
        await OutsideAsync(async () => done = await InUnitAsync(unit, async (services, fault) =>
        {
            await services.GetRequiredService<WorkSteps>().KeepFaultAsync(fault);
            onFault?.Invoke();
        }));
        await DrainAsync();
        return done;
    }

    /// <summary>A unit of work, begun anew where somebody else was quicker or the database was busy.</summary>
    /// <param name="unit">Answers what to do instead when the run has failed; null when there is nothing to do.</param>
    public async Task<bool> InUnitAsync(Func<IServiceProvider, Task> unit, Func<IServiceProvider, BurstFailedException, Task> onFault)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ScopeAsync(unit);
                return true;
            }
            catch (BurstFailedException fault)
            {
                await ScopeAsync(services => onFault(services, fault));
                return true;
            }
            catch (Exception e) when (attempt < MaxAttempts && IsPassing(e))
            {
                logger.LogDebug(e, "A piece of workflow is begun anew");
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "A piece of workflow could not be worked off; it is tried again later");
                return false;
            }
        }
    }

    private async Task WorkOffAsync(bool slow, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            long[] ids = [];
            await ScopeAsync(async services =>
            {
                var now = time.GetUtcNow().UtcDateTime;
                ids = [.. (await services.GetRequiredService<ISession>().QueryIndex<WorkflowWorkIndex>(index => index.DueUtc <= now && index.IsSlow == slow)
                    .OrderBy(index => index.Id).Take(Portion).ListAsync()).Select(index => index.DocumentId)];
            });
            if (ids.Length == 0)
                return;

            var left = new Queue<long>(ids);
            while (!slow && left.Count > 1 && await TogetherAsync(left))
                stopping.ThrowIfCancellationRequested();
            foreach (var id in left)
            {
                stopping.ThrowIfCancellationRequested();
                if (!await InUnitAsync(services => services.GetRequiredService<WorkSteps>().DoAsync(id), (services, fault) => services.GetRequiredService<WorkSteps>().FaultAsync(id, fault)))
                    await PostponeAsync(id);
            }
        }
    }

    /// <summary>
    /// Several pieces in one transaction, as many as go in a moment: a commit costs more than most runs. Where one of them fails, nothing of it is
    /// kept, and each gets a transaction of its own.
    /// </summary>
    private async Task<bool> TogetherAsync(Queue<long> left)
    {
        var done = 0;
        try
        {
            await ScopeAsync(async services =>
            {
                var began = time.GetTimestamp();
                var steps = services.GetRequiredService<WorkSteps>();
                foreach (var id in left)
                {
                    await steps.DoAsync(id);
                    done++;
                    if (time.GetElapsedTime(began) > s_moment || done == MaxTogether)
                        break;
                }
            });
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogDebug(e, "Pieces of workflow are worked off one by one");
            return false;
        }

        for (; done > 0; done--)
            left.Dequeue();
        return left.Count > 1;
    }

    // Another piece's turn must not wait for one that cannot be done now.
    private async Task PostponeAsync(long id)
    {
        try
        {
            await ScopeAsync(services => services.GetRequiredService<WorkSteps>().PostponeAsync(id));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "Workflows of tenant {Tenant} rest until the next alarm", settings.Name);
            throw;
        }
    }

    private async Task ScopeAsync(Func<IServiceProvider, Task> unit) => await (await host.GetScopeAsync(settings.Name)).UsingAsync(async scope =>
    {
        scope.ServiceProvider.GetRequiredService<WorkflowRun>().IsOwnUnit = true;
        await unit(scope.ServiceProvider);
    });

    // What is worked off is nobody's request: neither its user, nor its scope, nor its transaction.
    private static Task OutsideAsync(Func<Task> work)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return Task.Run(work);
        using (ExecutionContext.SuppressFlow())
            return Task.Run(work);
    }

    private static bool IsPassing(Exception e) => e is ConcurrencyException or System.Data.Common.DbException or TimeoutException;
}
