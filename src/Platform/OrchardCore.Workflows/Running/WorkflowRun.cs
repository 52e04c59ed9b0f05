#nullable enable
namespace PropertySuite.Platform.Workflows;

/// <summary>Who is behind what happens in this scope, and how deep in the chain of workflows that set each other off it happens.</summary>
internal sealed class WorkflowRun
{
    /// <summary>A chain as long as this is a circle.</summary>
    public const int MaxDepth = 12;

    /// <summary>Activities that one run may take from one wait to the next; a loop that does not end stops here.</summary>
    public const int MaxSteps = 10_000;

    /// <summary>0 outside a workflow.</summary>
    public int Depth { get; set; }

    /// <summary>True where the suite works off what was stored: a fault is then taken back with the whole unit of work.</summary>
    public bool IsOwnUnit { get; set; }

    /// <summary>True where somebody waits for the answer, as behind an address.</summary>
    public bool IsAttended { get; set; }

    /// <summary>The account that set it off; null for the suite itself.</summary>
    public string? By { get; set; }
}

/// <summary>The run has failed in the suite's own unit of work, which must not be committed.</summary>
internal sealed class BurstFailedException(OrchardCore.Workflows.Models.WorkflowExecutionContext context, Exception inner) : Exception(inner.Message, inner)
{
    public OrchardCore.Workflows.Models.WorkflowExecutionContext Context { get; } = context;
}
