#nullable enable
namespace PropertySuite.Platform.Workflows;

/// <summary>What the engine keeps of an instance beside the contract's own properties.</summary>
internal sealed class WorkflowRecord
{
    /// <summary>The path is cut to its last steps at this length.</summary>
    public const int MaxPath = 300;

    /// <summary>The steps taken, oldest first.</summary>
    public List<PathStep> Path { get; set; } = [];

    /// <summary>How many steps were cut off the beginning of the path.</summary>
    public int Forgotten { get; set; }

    /// <summary>Of the instances that wait, one at most can have this key.</summary>
    public string? SingletonOf { get; set; }

    /// <summary>When each of the waiting timers is due, in UTC, by activity.</summary>
    public Dictionary<string, DateTime> Due { get; set; } = [];

    /// <summary>The burst that failed; null while all is well.</summary>
    public FailedBurst? Failed { get; set; }

    /// <summary>How many workflows led to this one: an event that a workflow causes is one deeper than the workflow.</summary>
    public int Depth { get; set; }

    /// <summary>Who was acting when it was started.</summary>
    public string? StartedBy { get; set; }

    public DateTime ChangedUtc { get; set; }

    public void Add(PathStep step)
    {
        Path.Add(step);
        if (Path.Count <= MaxPath)
            return;
        Forgotten += Path.Count - MaxPath;
        Path.RemoveRange(0, Path.Count - MaxPath);
    }
}

/// <summary>One step of an instance's path.</summary>
/// <param name="Act">What was done: see <see cref="PathActs"/>.</param>
/// <param name="By">The id of the account that was acting; null for the suite itself.</param>
internal sealed record PathStep(string Act, string? ActivityId, string? Outcome, DateTime AtUtc, string? By = null, string? Note = null);

/// <summary>What a step of a path can be.</summary>
internal static class PathActs
{
    public const string Executed = "executed";
    public const string Waits = "waits";
    public const string Resumed = "resumed";
    public const string Failed = "failed";
    public const string Retried = "retried";
    public const string Cancelled = "cancelled";
    public const string Finished = "finished";
}

/// <summary>From where the instance is to be retried: the activity at which the failed run began.</summary>
/// <param name="At">The activity that failed.</param>
/// <param name="Resumes">Whether the first activity had waited.</param>
internal sealed record FailedBurst(string From, bool Resumes, string? At, DateTime AtUtc);
