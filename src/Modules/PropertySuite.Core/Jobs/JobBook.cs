using System.Text.Json;
using OrchardCore;
using OrchardCore.Modules;
using YesSql;

namespace PropertySuite.Core;

/// <summary>What is ordered.</summary>
/// <param name="Kind">Which <see cref="IJobWorker"/> does it.</param>
/// <param name="Subject">What it is about, shown as it is.</param>
public sealed record JobOrder(string Kind, string Subject)
{
    /// <summary>What the worker needs; written as JSON.</summary>
    public object? Data { get; init; }

    /// <summary>Not before this moment, UTC; null means at once.</summary>
    public DateTime? DueUtc { get; init; }

    /// <summary>Of two jobs that have not ended only one may have this key; null when any number may.</summary>
    public string? Key { get; init; }

    /// <summary>Who orders it; null means the clock.</summary>
    public Actor? By { get; init; }

    /// <summary>Attempts after which it has failed.</summary>
    public int MostAttempts { get; init; } = 5;
}

/// <summary>Orders jobs and looks after them. A job that is ordered exists exactly when the session of the order is committed.</summary>
public sealed class JobBook(ISession session, JobRunner runner, ITimedWorkBell bell, IClock clock)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.General);

    /// <summary>Orders a job within the current session.</summary>
    /// <returns>Id of the job; of the one that is there already when a job with this key has not ended.</returns>
    /// <exception cref="RefusedException">Another request has ordered the same at this moment.</exception>
    public async Task<string> OrderAsync(JobOrder order)
    {
        if (order.Key is { } key && await FindLiveAsync(key) is { } known)
        {
            return known.JobId;
        }

        var now = clock.UtcNow;
        var job = new Job
        {
            JobId = IdGenerator.GenerateId(),
            Kind = order.Kind,
            Subject = order.Subject,
            Data = order.Data is null ? null : JsonSerializer.Serialize(order.Data, s_json),
            Key = order.Key,
            OrderedById = order.By?.Id ?? Actor.Clock.Id,
            OrderedByName = order.By?.Name ?? Actor.Clock.Name,
            OrderedUtc = now,
            DueUtc = order.DueUtc ?? now,
            MostAttempts = order.MostAttempts,
        };
        await SaveAsync(job);
        return job.JobId;
    }

    /// <summary>Moves a job that waits, or orders it: a deadline that has changed.</summary>
    /// <param name="order">With a key and a due time.</param>
    public async Task<string> RescheduleAsync(JobOrder order)
    {
        ArgumentException.ThrowIfNullOrEmpty(order.Key);
        if (await FindLiveAsync(order.Key) is not { State: JobState.Waiting } job)
        {
            return await OrderAsync(order);
        }

        job.DueUtc = order.DueUtc ?? clock.UtcNow;
        job.Subject = order.Subject;
        job.Data = order.Data is null ? null : JsonSerializer.Serialize(order.Data, s_json);
        await SaveAsync(job);
        return job.JobId;
    }

    /// <summary>Takes back what has not begun, and asks what runs to stop. Null-safe: a job that has ended stays as it is.</summary>
    /// <returns>Whether something was stopped, or will be.</returns>
    public async Task<bool> CancelAsync(string jobId)
    {
        if (await FindAsync(jobId) is not { HasEnded: false } job)
        {
            return false;
        }

        job.IsCancelAsked = true;
        if (job.State == JobState.Waiting)
        {
            (job.State, job.EndedUtc) = (JobState.Cancelled, clock.UtcNow);
        }

        await SaveAsync(job);
        return true;
    }

    /// <summary>Takes back the job with this key, if it has not ended.</summary>
    public async Task<bool> CancelKeyAsync(string key) => await FindLiveAsync(key) is { } job && await CancelAsync(job.JobId);

    /// <summary>Has a job that failed or was stopped tried again, from its last checkpoint.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RetryAsync(string jobId)
    {
        if (await FindAsync(jobId) is not { State: JobState.Failed or JobState.Cancelled } job || (job.Key is { } key && await FindLiveAsync(key) is not null))
        {
            return false;
        }

        (job.State, job.Attempts, job.IsCancelAsked, job.EndedUtc, job.DueUtc) = (JobState.Waiting, 0, false, null, clock.UtcNow);
        await SaveAsync(job);
        return true;
    }

    /// <summary>Finds a job, with how far it is at this moment; null when there is none, or no longer.</summary>
    public async Task<Job?> FindAsync(string jobId)
    {
        var job = await session.Query<Job, JobIndex>(row => row.JobId == jobId).FirstOrDefaultAsync();
        runner.Show(job);
        return job;
    }

    /// <summary>Finds the job with this key that has not ended.</summary>
    public Task<Job?> FindLiveAsync(string key) => session.Query<Job, JobIndex>(row => row.LiveKey == key).FirstOrDefaultAsync()!;

    private async Task SaveAsync(Job job)
    {
        await session.SaveAsync(job, checkConcurrency: true);
        if (job.Key is not null)
        {
            await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(JobIndex.LiveKey), JobRefusals.OrderedMeanwhile));
        }

        bell.Ring(JobWork.WorkName, job.DueUtc);
    }
}

/// <summary>Refusals of jobs.</summary>
public static class JobRefusals
{
    /// <summary>Two at once.</summary>
    public static readonly Refusal OrderedMeanwhile = new(typeof(JobRefusals), "job.ordered-meanwhile", "The same was ordered a moment ago. Look at it under Jobs.");

    /// <summary>No worker.</summary>
    public static readonly Refusal NobodyDoesThis = new(typeof(JobRefusals), "job.nobody-does-this", "Nobody here does this kind of work: its feature is switched off. Switch it on and try again.");
}
