using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using YesSql;

namespace PropertySuite.Core;

/// <summary>Has the claimed jobs of one community done, each beside everything else, so that a long one holds up nobody.</summary>
public sealed class JobRunner : IDisposable
{
    /// <summary>Jobs of a community at one time.</summary>
    public const int Lanes = 2;

    private static readonly TimeSpan s_sign = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromHours(1);

    private readonly IShellHost _host;
    private readonly ShellSettings _settings;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _time;
    private readonly ILogger<JobRunner> _logger;
    private readonly ConcurrentDictionary<string, JobLease?> _jobs = new(StringComparer.Ordinal);
    private bool _isDisposed;

    /// <summary>One for each community.</summary>
    public JobRunner(IShellHost host, ShellSettings settings, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<JobRunner> logger)
    {
        (_host, _settings, _lifetime, _time, _logger) = (host, settings, lifetime, time, logger);
        Owner = JobOwners.Enter();
    }

    /// <summary>Written on the jobs that are done here.</summary>
    internal string Owner { get; }

    internal bool HasRoom => _jobs.Count < Lanes;

    /// <summary>Whether the job is being done here.</summary>
    internal bool Runs(string jobId) => _jobs.ContainsKey(jobId);

    internal bool TryTake(string jobId) => HasRoom && _jobs.TryAdd(jobId, null);

    internal void Free(string jobId)
    {
        _jobs.TryRemove(jobId, out _);
        if (_isDisposed && _jobs.IsEmpty)
        {
            JobOwners.Leave(Owner);
        }
    }

    /// <summary>Puts on a job that is done here how far it is by now; the database hears of it later.</summary>
    internal void Show(Job? job)
    {
        if (job is { State: JobState.Running } && _jobs.GetValueOrDefault(job.JobId) is { } lease)
        {
            lease.Write(job);
        }
    }

    /// <summary>Begins with a job whose claim is committed.</summary>
    internal void Start(string jobId)
    {
        using (ExecutionContext.SuppressFlow())
        {
            _ = Task.Run(() => RunAsync(jobId));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        if (_jobs.IsEmpty)
        {
            JobOwners.Leave(Owner);
        }
    }

    private async Task RunAsync(string jobId)
    {
        try
        {
            try
            {
                await AttemptAsync(jobId);
            }
            finally
            {
                Free(jobId);
            }

            // There is room again; who waits is heard of.
            await JobScopes.InAsync(_host, _settings, services =>
            {
                services.GetRequiredService<ITimedWorkBell>().Ring(JobWork.WorkName, services.GetRequiredService<IClock>().UtcNow);
                return Task.CompletedTask;
            });
        }
        catch (Exception exception)
        {
            // Its database cannot be written: the lease runs out, and then the job is tried again.
            _logger.LogError(exception, "The outcome of job {Job} could not be noted; it is taken up again when its lease has run out", jobId);
        }
    }

    private async Task AttemptAsync(string jobId)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_lifetime.ApplicationStopping);
        Job? job = null;
        await JobScopes.InAsync(_host, _settings, async services => job = await services.GetRequiredService<JobBook>().FindAsync(jobId));
        if (job is null || job.LeaseOwner != Owner)
        {
            return;
        }

        using var lease = new JobLease(_host, _settings, Owner, jobId, job.Checkpoint, stop);
        _jobs[jobId] = lease;
        Exception? fault = null;
        using (var signs = CancellationTokenSource.CreateLinkedTokenSource(stop.Token))
        {
            var signing = SignAsync(lease, jobId, signs.Token);
            try
            {
                await WorkAsync(lease, job, stop);
            }
            catch (Exception exception)
            {
                fault = exception;
            }

            await signs.CancelAsync();
            await signing;
        }

        if (fault is not null)
        {
            await NoteAsync(lease, job, fault);
        }
    }

    private async Task WorkAsync(JobLease lease, Job job, CancellationTokenSource stop) =>
        await JobScopes.InAsync(_host, _settings, async services =>
        {
            var worker = services.GetServices<IJobWorker>().FirstOrDefault(worker => worker.Kind == job.Kind) ?? throw JobRefusals.NobodyDoesThis.With();
            var run = new JobRun(lease, job);
            using var limit = new CancellationTokenSource(worker.TimeLimit, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, limit.Token);
            try
            {
                await worker.RunAsync(run, either.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"It took longer than {worker.TimeLimit.TotalMinutes:0} minutes."));
            }

            // From here to the commit nobody else writes the job.
            await lease.CloseAsync();
            var mine = await lease.MineAsync(services);
            lease.Write(mine);
            (mine.State, mine.EndedUtc, mine.LeaseOwner, mine.LeaseUntilUtc, mine.Fault) = (JobState.Done, services.GetRequiredService<IClock>().UtcNow, null, null, null);
            (mine.Result, mine.ResultPath) = (run.Result, run.ResultPath);
            await services.GetRequiredService<ISession>().SaveAsync(mine, checkConcurrency: true);
        });

    private async Task SignAsync(JobLease lease, string jobId, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(s_sign, _time);
        while (true)
        {
            try
            {
                if (!await timer.WaitForNextTickAsync(stopping))
                {
                    return;
                }

                await lease.SignAsync();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception)
            {
                _logger.LogWarning(exception, "The job {Job} could not say that it goes on", jobId);
            }
        }
    }

    private async Task NoteAsync(JobLease lease, Job attempt, Exception fault)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await JobScopes.InAsync(_host, _settings, services => NoteOnceAsync(services, lease, attempt, fault));
                return;
            }
            catch (ConcurrencyException) when (tries < 5)
            {
                // A person has pressed a button at this moment; the next look knows.
            }
        }
    }

    private async Task NoteOnceAsync(IServiceProvider services, JobLease lease, Job attempt, Exception fault)
    {
        var book = services.GetRequiredService<JobBook>();
        if (await book.FindAsync(attempt.JobId) is not { State: JobState.Running } job || job.LeaseOwner != Owner)
        {
            return;
        }

        var now = services.GetRequiredService<IClock>().UtcNow;
        lease.Write(job);
        (job.LeaseOwner, job.LeaseUntilUtc) = (null, null);
        if (job.IsCancelAsked)
        {
            (job.State, job.EndedUtc, job.Fault) = (JobState.Cancelled, now, null);
        }
        else if (_lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Not the job's fault: the next start goes on.
            (job.State, job.DueUtc) = (JobState.Waiting, now);
            job.Attempts--;
        }
        else
        {
            var isFinal = fault is RefusedException || job.Attempts >= job.MostAttempts;
            job.Fault = fault is RefusedException refused ? await services.GetRequiredService<RefusalTexts>().SayAsync(refused) : fault.Message;
            (job.State, job.EndedUtc) = isFinal ? (JobState.Failed, (DateTime?)now) : (JobState.Waiting, null);
            job.DueUtc = now + PauseAfter(job.Attempts);
            _logger.LogError(fault, "Attempt {Attempt} of job {Job} ({Kind}) did not succeed", job.Attempts, job.JobId, job.Kind);
        }

        await services.GetRequiredService<ISession>().SaveAsync(job, checkConcurrency: true);
        if (!job.HasEnded)
        {
            services.GetRequiredService<ITimedWorkBell>().Ring(JobWork.WorkName, job.DueUtc);
        }
    }

    /// <summary>Half a minute, then twice as long each time, at most an hour.</summary>
    internal static TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(s_longestPause.TotalSeconds, 30 * Math.Pow(2, Math.Min(attempts - 1, 10))));
}

/// <summary>Who may hold a lease. A process that is gone holds none, so that a server that is started again goes on at once.</summary>
internal static class JobOwners
{
    private static readonly ConcurrentDictionary<string, bool> s_here = new(StringComparer.Ordinal);

    public static string Enter()
    {
        var owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}|{Environment.ProcessId}|{Guid.NewGuid():N}");
        s_here[owner] = true;
        return owner;
    }

    public static void Leave(string owner) => s_here.TryRemove(owner, out _);

    /// <summary>Whether it is certain that the owner works no more. Of another machine nobody can tell.</summary>
    public static bool IsGone(string? owner)
    {
        if (owner is null || owner.Split('|') is not [var machine, var process, _] || machine != Environment.MachineName || !int.TryParse(process, CultureInfo.InvariantCulture, out var id))
        {
            return owner is null;
        }

        if (id == Environment.ProcessId)
        {
            return !s_here.ContainsKey(owner);
        }

        try
        {
            using var other = System.Diagnostics.Process.GetProcessById(id);
            return other.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
