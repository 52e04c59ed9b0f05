using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace PropertySuite.Core;

/// <summary>
/// Does one kind of job. What <see cref="RunAsync"/> writes with its own scope's session is committed together with the note that the job is done:
/// a short job needs nothing more to happen exactly once. A long one works in steps (<see cref="JobRun.StepAsync"/>).
/// </summary>
public interface IJobWorker
{
    /// <summary>Names the kind in stored jobs; the same for all time.</summary>
    string Kind { get; }

    /// <summary>The kind in the reader's language, such as “Import of units”.</summary>
    LocalizedString Name { get; }

    /// <summary>An attempt that takes longer is stopped, and tried again from its last checkpoint.</summary>
    TimeSpan TimeLimit => TimeSpan.FromHours(1);

    /// <summary>Does the job, or goes on with it from <see cref="JobRun.Checkpoint{T}"/>.</summary>
    /// <param name="run">The job, and what can be said about it.</param>
    /// <param name="stopping">The server stops, a person has cancelled, or the lease is lost: end soon, by throwing.</param>
    /// <exception cref="RefusedException">It can never succeed: the job fails at once, and its sentence is shown.</exception>
    Task RunAsync(JobRun run, CancellationToken stopping);
}

/// <summary>Registers workers.</summary>
public static class JobServices
{
    /// <summary>Adds a worker.</summary>
    public static IServiceCollection AddJobWorker<T>(this IServiceCollection services) where T : class, IJobWorker => services.AddScoped<IJobWorker, T>();
}

/// <summary>An attempt at a job, as its worker sees it.</summary>
public sealed class JobRun
{
    private readonly JobLease _lease;

    internal JobRun(JobLease lease, Job job)
    {
        _lease = lease;
        (JobId, Subject, Attempt, OrderedById, OrderedByName) = (job.JobId, job.Subject, job.Attempts, job.OrderedById, job.OrderedByName);
        DataText = job.Data;
    }

    /// <summary>Id of the job; good as a key of whatever the job makes.</summary>
    public string JobId { get; }

    /// <summary>What it is about.</summary>
    public string Subject { get; }

    /// <summary>1 at the first attempt.</summary>
    public int Attempt { get; }

    /// <summary>User id of who ordered it.</summary>
    public string OrderedById { get; }

    /// <summary>Name of who ordered it.</summary>
    public string OrderedByName { get; }

    internal string? DataText { get; }

    internal string? Result { get; private set; }

    internal string? ResultPath { get; private set; }

    /// <summary>What was ordered.</summary>
    /// <exception cref="InvalidOperationException">The order has no data.</exception>
    public T Data<T>() => JsonSerializer.Deserialize<T>(DataText ?? throw new InvalidOperationException($"The job {JobId} has no data."))!;

    /// <summary>Where the last step ended; null before the first.</summary>
    public T? Checkpoint<T>() where T : class => _lease.Checkpoint is { } text ? JsonSerializer.Deserialize<T>(text) : null;

    /// <summary>Says how far it is. Cheap: it reaches the database with the next step, or after some seconds.</summary>
    /// <param name="done">Pieces done.</param>
    /// <param name="total">Pieces in all; 0 when unknown.</param>
    /// <param name="message">In words; null leaves the last one.</param>
    public void Report(int done, int total, string? message = null) => _lease.Report(done, total, message);

    /// <summary>
    /// One step, in a scope of its own: what it writes and the checkpoint that it returns are one transaction. After a crash the next attempt gets the
    /// last checkpoint and goes on from there, so no step happens twice. Write nothing with the worker's own session between steps.
    /// </summary>
    /// <param name="step">Is given the services of its scope; returns where to go on. Null keeps the checkpoint.</param>
    /// <exception cref="OperationCanceledException">The job was cancelled or belongs to another server now; the step was undone.</exception>
    public Task StepAsync(Func<IServiceProvider, Task<object?>> step) => _lease.StepAsync(step);

    /// <summary>What came of it; kept with the job.</summary>
    /// <param name="result">Written as JSON.</param>
    /// <param name="path">Path of the page that shows it.</param>
    public void Leave(object result, string? path = null) => (Result, ResultPath) = (JsonSerializer.Serialize(result), path);
}
