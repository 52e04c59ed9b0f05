using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OrchardCore;
using OrchardCore.Setup.Services;

namespace PropertySuite.Platform.Setup;

/// <summary>Set-ups that go on while a person watches: started by one request, looked at by others. Kept in this process for an hour.</summary>
internal sealed class SetupRuns(ISetupService setup, TimeProvider time, ILogger<SetupRuns> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, SetupRun> _runs = new(StringComparer.Ordinal);

    /// <param name="startedBy">Id of the person who alone may look.</param>
    /// <param name="asked">What was asked for, to be shown again should it fail.</param>
    public SetupRun Start(SetupContext context, string startedBy, object asked)
    {
        foreach (var (id, old) in _runs)
        {
            if (old.IsDone && time.GetUtcNow() - old.StartedUtc > Kept)
            {
                _runs.TryRemove(id, out _);
            }
        }

        var run = new SetupRun(IdGenerator.GenerateId(), context, startedBy, asked, time.GetUtcNow());
        _runs[run.Id] = run;

        // The new site is built outside the request and its site, which may end before.
        using (ExecutionContext.SuppressFlow())
        {
            run.Work = Task.Run(() => RunAsync(run));
        }

        return run;
    }

    /// <returns>Null when there is none, or it is another person's.</returns>
    public SetupRun? Find(string? id, string person) => id is not null && _runs.TryGetValue(id, out var run) && run.StartedBy == person ? run : null;

    /// <summary>Called by the site that is being built.</summary>
    public void Report(string site, string step, int number, int of)
    {
        foreach (var run in _runs.Values)
        {
            if (!run.IsDone && run.Context.ShellSettings.Name.Equals(site, StringComparison.OrdinalIgnoreCase))
            {
                run.Progress = new SetupStep(step, number, of);
            }
        }
    }

    private async Task RunAsync(SetupRun run)
    {
        try
        {
            await setup.SetupAsync(run.Context);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Site {Tenant} could not be set up", run.Context.ShellSettings.Name);
            run.Context.Errors[string.Empty] = exception.Message;
        }
        finally
        {
            run.IsDone = true;
        }
    }
}

internal sealed class SetupRun(string id, SetupContext context, string startedBy, object asked, DateTimeOffset startedUtc)
{
    private volatile bool _isDone;

    public string Id => id;

    public SetupContext Context => context;

    public string StartedBy => startedBy;

    public object Asked => asked;

    public DateTimeOffset StartedUtc => startedUtc;

    /// <summary>Null until the first step of the recipe.</summary>
    public SetupStep? Progress { get; set; }

    /// <summary>What failed is in the context's errors.</summary>
    public bool IsDone
    {
        get => _isDone;
        set => _isDone = value;
    }

    /// <summary>Ends without a failure of its own.</summary>
    public Task Work { get; set; } = Task.CompletedTask;
}

/// <param name="Number">From 1.</param>
internal sealed record SetupStep(string Name, int Number, int Of);
