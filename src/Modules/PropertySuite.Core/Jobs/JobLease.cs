using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using YesSql;

namespace PropertySuite.Core;

/// <summary>The right to work on a job. It is kept alive while the worker works, and every write is checked against it.</summary>
internal sealed class JobLease(IShellHost host, ShellSettings settings, string owner, string jobId, string? checkpoint, CancellationTokenSource stopping) : IDisposable
{
    /// <summary>How long nobody else may.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(90);

    // Of a step and a sign of life only one writes at a time.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private (int Done, int Total, string? Message)? _report;

    /// <summary>Where the last step ended.</summary>
    public string? Checkpoint { get; private set; } = checkpoint;

    /// <summary>A person has stopped the job.</summary>
    public bool IsCancelled { get; private set; }

    public void Report(int done, int total, string? message) => _report = (done, total, message ?? _report?.Message);

    public async Task StepAsync(Func<IServiceProvider, Task<object?>> step)
    {
        stopping.Token.ThrowIfCancellationRequested();
        await _turn.WaitAsync(stopping.Token);
        try
        {
            string? reached = null;
            await JobScopes.InAsync(host, settings, async services =>
            {
                var job = await MineAsync(services);
                reached = await step(services) is { } next ? JsonSerializer.Serialize(next) : job.Checkpoint;
                stopping.Token.ThrowIfCancellationRequested();
                job.Checkpoint = reached;
                await RenewAsync(services, job);
            });
            Checkpoint = reached;
        }
        catch (ConcurrencyException)
        {
            // Somebody has cancelled it meanwhile, or taken it over.
            await LookAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says that the work goes on, and hears whether it should.</summary>
    public async Task SignAsync()
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero))
        {
            return;
        }

        try
        {
            await JobScopes.InAsync(host, settings, async services => await RenewAsync(services, await MineAsync(services)));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The job as it is stored, if it is still this lease's and may go on.</summary>
    /// <exception cref="OperationCanceledException">It is not.</exception>
    public async Task<Job> MineAsync(IServiceProvider services)
    {
        var job = await services.GetRequiredService<JobBook>().FindAsync(jobId);
        IsCancelled = job?.IsCancelAsked == true;
        if (job is null || job.LeaseOwner != owner || job.State != JobState.Running || IsCancelled)
        {
            await stopping.CancelAsync();
            throw new OperationCanceledException($"The job {jobId} was stopped or is done elsewhere.", stopping.Token);
        }

        return job;
    }

    /// <summary>Keeps the signs of life back for good: the worker has ended, and the outcome is written next.</summary>
    public Task CloseAsync() => _turn.WaitAsync(stopping.Token);

    public void Write(Job job)
    {
        if (_report is { } said)
        {
            (job.Progress, job.Total, job.Message) = said;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RenewAsync(IServiceProvider services, Job job)
    {
        Write(job);
        job.LeaseUntilUtc = services.GetRequiredService<IClock>().UtcNow + Length;
        await services.GetRequiredService<ISession>().SaveAsync(job, checkConcurrency: true);
    }

    private async Task LookAsync()
    {
        try
        {
            await JobScopes.InAsync(host, settings, MineAsync);
        }
        catch (OperationCanceledException)
        {
            // Noted; the caller's own fault says the rest.
        }
    }
}

/// <summary>Units of work of a job, outside any request.</summary>
internal static class JobScopes
{
    public static async Task InAsync(IShellHost host, ShellSettings settings, Func<IServiceProvider, Task> work) =>
        await (await host.GetScopeAsync(settings)).UsingAsync(scope => work(scope.ServiceProvider));
}
