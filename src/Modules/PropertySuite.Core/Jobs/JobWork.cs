using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using YesSql;

namespace PropertySuite.Core;

/// <summary>Claims jobs that are due and has them done, two at a time in a community; removes those that ended long ago.</summary>
public sealed class JobWork(ISession session, JobRunner runner, ILogger<JobWork> logger) : ITimedWork
{
    /// <summary><see cref="ITimedWork.Name"/>.</summary>
    public const string WorkName = "jobs";

    /// <summary>How long a job that has ended is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // What would be due within this time is removed along, so that a community is not woken for each.
    private static readonly TimeSpan s_along = TimeSpan.FromDays(1);

    private const string Waiting = nameof(JobState.Waiting);
    private const string Running = nameof(JobState.Running);

    /// <inheritdoc/>
    public string Name => WorkName;

    /// <inheritdoc/>
    public async Task<DateTime?> NextDueAsync()
    {
        DateTime? due = null;
        if (runner.HasRoom)
        {
            due = (await session.QueryIndex<JobIndex>(row => row.State == Waiting).OrderBy(row => row.LookUtc).FirstOrDefaultAsync())?.LookUtc;
        }

        foreach (var left in (await session.Query<Job, JobIndex>(row => row.State == Running).ListAsync()).Where(job => !runner.Runs(job.JobId)))
        {
            var look = JobOwners.IsGone(left.LeaseOwner) ? left.OrderedUtc : left.LeaseUntilUtc;
            due = due < look ? due : look;
        }

        // Old ones wait for a day on which there is more to do than to remove one of them.
        var oldest = (await session.QueryIndex<JobIndex>(row => row.EndedUtc != null).OrderBy(row => row.EndedUtc).FirstOrDefaultAsync())?.EndedUtc + Kept;
        return due < oldest || oldest is null ? due : oldest;
    }

    /// <inheritdoc/>
    public async Task RunAsync(DateTime utcNow, CancellationToken stopping)
    {
        await PurgeAsync(utcNow);
        foreach (var left in (await session.Query<Job, JobIndex>(row => row.State == Running).ListAsync()).Where(job => !runner.Runs(job.JobId)))
        {
            if (left.LeaseUntilUtc <= utcNow || JobOwners.IsGone(left.LeaseOwner))
            {
                await TakeUpAsync(left, utcNow);
            }
        }

        foreach (var job in await session.Query<Job, JobIndex>(row => row.State == Waiting && row.LookUtc <= utcNow).OrderBy(row => row.LookUtc).Take(JobRunner.Lanes).ListAsync())
        {
            if (!runner.TryTake(job.JobId))
            {
                break;
            }

            // Begun once the claim is committed; of two servers one commits.
            var id = job.JobId;
            ShellScope.AddExceptionHandler((_, _) =>
            {
                runner.Free(id);
                return Task.CompletedTask;
            });
            ShellScope.AddDeferredTask(_ =>
            {
                runner.Start(id);
                return Task.CompletedTask;
            });
            (job.State, job.LeaseOwner, job.LeaseUntilUtc, job.StartedUtc) = (JobState.Running, runner.Owner, utcNow + JobLease.Length, utcNow);
            job.Attempts++;
            await session.SaveAsync(job, checkConcurrency: true);
        }
    }

    private async Task TakeUpAsync(Job left, DateTime utcNow)
    {
        logger.LogWarning("The job {Job} was left by {Owner} and is taken up again", left.JobId, left.LeaseOwner);
        (left.LeaseOwner, left.LeaseUntilUtc) = (null, null);
        if (left.IsCancelAsked)
        {
            (left.State, left.EndedUtc) = (JobState.Cancelled, utcNow);
        }
        else if (left.Attempts >= left.MostAttempts)
        {
            // What takes the server down each time is not tried for ever.
            (left.State, left.EndedUtc, left.Fault) = (JobState.Failed, utcNow, left.Fault ?? "The server ended while it worked on this.");
        }
        else
        {
            (left.State, left.DueUtc) = (JobState.Waiting, utcNow);
        }

        await session.SaveAsync(left, checkConcurrency: true);
    }

    private async Task PurgeAsync(DateTime utcNow)
    {
        var limit = utcNow - Kept;
        if (await session.QueryIndex<JobIndex>(row => row.EndedUtc <= limit).FirstOrDefaultAsync() is null)
        {
            return;
        }

        limit += s_along;
        foreach (var old in await session.Query<Job, JobIndex>(row => row.EndedUtc <= limit).Take(200).ListAsync())
        {
            session.Delete(old);
        }
    }
}
