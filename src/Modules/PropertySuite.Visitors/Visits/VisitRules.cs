namespace PropertySuite.Visitors;

/// <summary>What the office's settings say about one visit, as they were when it was planned: a later change does not move what has begun.</summary>
public sealed record VisitRules
{
    /// <summary>The usual rules.</summary>
    public static readonly VisitRules Usual = new();

    /// <summary>Minutes that a host has for the answer (VIS-03).</summary>
    public int AnswerMinutes { get; init; } = 3;

    /// <summary>How often a host is asked (VIS-03).</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Whether somebody of the staff has to approve the visit (VIS-04).</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Minutes after the planned end from which the visitor has stayed too long (VIS-07).</summary>
    public int GraceMinutes { get; init; } = 24 * 60;

    /// <summary>Minutes between two alarms about a visitor who has stayed too long.</summary>
    public int RingEveryMinutes { get; init; } = 10;

    /// <summary>How many alarms there are.</summary>
    public int Rings { get; init; } = 3;

    /// <summary>Minutes that "still here" adds.</summary>
    public int ExtendMinutes { get; init; } = 60;
}
