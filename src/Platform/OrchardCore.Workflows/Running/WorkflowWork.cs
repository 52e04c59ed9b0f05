#nullable enable
using System.Text.Json.Nodes;

namespace PropertySuite.Platform.Workflows;

/// <summary>Something that workflows still have to do. It is deleted in the transaction that has done it, so it is done once.</summary>
internal sealed class WorkflowWork
{
    public long Id { get; set; }

    public WorkKind Kind { get; set; }

    /// <summary>The event that happened.</summary>
    public string? EventName { get; set; }

    public string? CorrelationId { get; set; }

    public bool IsExclusive { get; set; }

    public bool IsAlwaysCorrelated { get; set; }

    public string? WorkflowTypeId { get; set; }

    public string? WorkflowId { get; set; }

    public string? ActivityId { get; set; }

    /// <summary>What the event brought, as an instance's state keeps it.</summary>
    public JsonObject Input { get; set; } = [];

    /// <summary>The account that was acting; null for the suite itself.</summary>
    public string? By { get; set; }

    public int Depth { get; set; }

    public bool IsSlow { get; set; }

    public DateTime CreatedUtc { get; set; }

    public DateTime DueUtc { get; set; }

    /// <summary>How often it could not even be begun, such as when the database was busy.</summary>
    public int Attempts { get; set; }
}

internal enum WorkKind
{
    /// <summary>Something has happened: find out what it starts and resumes.</summary>
    Event,

    /// <summary>Start one type at one activity.</summary>
    Start,

    /// <summary>Resume one instance at one activity.</summary>
    Resume,
}

/// <summary>When a timer starts a type the next time.</summary>
internal sealed class WorkflowSchedule
{
    public long Id { get; set; }

    public string WorkflowTypeId { get; set; } = string.Empty;

    public string ActivityId { get; set; } = string.Empty;

    /// <summary>The activity's properties, by which a change is noticed.</summary>
    public string Rule { get; set; } = string.Empty;

    public DateTime DueUtc { get; set; }
}
