namespace PropertySuite.Core.Queues;

/// <summary>A record's part that waits in somebody's queue while there is something to do.</summary>
public interface IQueued
{
    /// <summary>Its place in the queue; null when nothing is to do.</summary>
    QueueEntry? Queued { get; }
}

/// <summary>What a queue says of a record.</summary>
/// <param name="Number">Number of the record.</param>
/// <param name="Subject">What it is about; nothing that only few may read.</param>
/// <param name="State">Name of its state, as the module stores it.</param>
/// <param name="DueAtUtc">When the next thing is due, UTC; null when nothing is, or while the clock stands still.</param>
public sealed record QueueEntry(string Number, string Subject, string State, DateTime? DueAtUtc)
{
    /// <summary>User id of who works on it; null when nobody does.</summary>
    public string? AssigneeId { get; init; }

    /// <summary>Name of who works on it; null when nobody does.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>Name of the role whose queue it is in; null when it is in no team's.</summary>
    public string? Team { get; init; }

    /// <summary>Content item id of the unit; null for none.</summary>
    public string? UnitId { get; init; }

    /// <summary>Code of the unit; null for none.</summary>
    public string? UnitCode { get; init; }
}
