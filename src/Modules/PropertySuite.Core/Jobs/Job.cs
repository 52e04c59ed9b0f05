using YesSql.Indexes;

namespace PropertySuite.Core;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for its time, or for another attempt.</summary>
    Waiting,

    /// <summary>Somebody works on it.</summary>
    Running,

    /// <summary>Ended well.</summary>
    Done,

    /// <summary>Ended badly; nothing of its last step remains.</summary>
    Failed,

    /// <summary>Stopped by a person.</summary>
    Cancelled,
}

/// <summary>Work that was promised: it survives a crash, and its effect happens once.</summary>
public sealed class Job
{
    /// <summary>Document id.</summary>
    public long Id { get; set; }

    /// <summary>Version of the document.</summary>
    public long Version { get; set; }

    /// <summary>Id in addresses.</summary>
    public string JobId { get; set; } = "";

    /// <summary>Which <see cref="IJobWorker"/> does it.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What it is about, as the person who ordered it would say: the name of a file, a month. Shown as it is.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What the worker needs, as JSON; null when it needs nothing.</summary>
    public string? Data { get; set; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; set; }

    /// <summary>Of two jobs that have not ended only one has this key; null when any number may.</summary>
    public string? Key { get; set; }

    /// <summary>User id of who ordered it, or <c>clock</c>.</summary>
    public string OrderedById { get; set; } = "clock";

    /// <summary>Name of who ordered it, as it was then.</summary>
    public string OrderedByName { get; set; } = "clock";

    /// <summary>When it was ordered, UTC.</summary>
    public DateTime OrderedUtc { get; set; }

    /// <summary>When it may begin, UTC.</summary>
    public DateTime DueUtc { get; set; }

    /// <summary>When the last attempt began, UTC.</summary>
    public DateTime? StartedUtc { get; set; }

    /// <summary>When it ended, UTC; null before.</summary>
    public DateTime? EndedUtc { get; set; }

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; set; }

    /// <summary>Attempts after which it has failed.</summary>
    public int MostAttempts { get; set; } = 5;

    /// <summary>Who works on it; null when nobody does.</summary>
    public string? LeaseOwner { get; set; }

    /// <summary>Until when nobody else may, UTC.</summary>
    public DateTime? LeaseUntilUtc { get; set; }

    /// <summary>A person wants it stopped.</summary>
    public bool IsCancelAsked { get; set; }

    /// <summary>Pieces done.</summary>
    public int Progress { get; set; }

    /// <summary>Pieces in all; 0 when unknown.</summary>
    public int Total { get; set; }

    /// <summary>What it is doing or has done, in words; null when there is nothing to say.</summary>
    public string? Message { get; set; }

    /// <summary>Where the next attempt goes on, as JSON; written together with the effect of each step.</summary>
    public string? Checkpoint { get; set; }

    /// <summary>What came of it, as JSON; null when nothing did.</summary>
    public string? Result { get; set; }

    /// <summary>Path of the page that shows what came of it; null when there is none.</summary>
    public string? ResultPath { get; set; }

    /// <summary>Why the last attempt did not succeed; null when it did.</summary>
    public string? Fault { get; set; }

    /// <summary>Whether nothing more will happen by itself.</summary>
    public bool HasEnded => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}

/// <summary>Row of a job.</summary>
public sealed class JobIndex : MapIndex
{
    /// <summary>Id in addresses; unique.</summary>
    public string JobId { get; set; } = "";

    /// <summary>Kind.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Name of the state.</summary>
    public string State { get; set; } = "";

    /// <summary>Key while it has not ended; unique, and null afterwards.</summary>
    public string? LiveKey { get; set; }

    /// <summary>Who ordered it.</summary>
    public string OrderedById { get; set; } = "";

    /// <summary>When it was ordered, UTC.</summary>
    public DateTime OrderedUtc { get; set; }

    /// <summary>When somebody has to look at it, UTC: its due time, the end of its lease; null once it has ended.</summary>
    public DateTime? LookUtc { get; set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? EndedUtc { get; set; }
}

/// <summary>Fills <see cref="JobIndex"/>.</summary>
public sealed class JobIndexProvider : IndexProvider<Job>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<Job> context) =>
        context.For<JobIndex>().Map(job => new JobIndex
        {
            JobId = job.JobId,
            Kind = job.Kind,
            State = job.State.ToString(),
            LiveKey = job.HasEnded ? null : job.Key,
            OrderedById = job.OrderedById,
            OrderedUtc = job.OrderedUtc,
            LookUtc = job.HasEnded ? null : job.State == JobState.Running ? job.LeaseUntilUtc : job.DueUtc,
            EndedUtc = job.EndedUtc,
        });
}
