using OrchardCore.DisplayManagement;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>What the list of workflows is asked for, and what it answers.</summary>
public sealed class TypesPage
{
    public string? Q { get; set; }

    /// <summary><c>on</c>, <c>off</c>, or empty for all.</summary>
    public string? State { get; set; }

    public IReadOnlyList<TypeRow> Rows { get; set; } = [];

    public int Total { get; set; }

    public IShape? Pager { get; set; }
}

/// <summary>A workflow type in the list.</summary>
public sealed record TypeRow(long Id, string Name, string WorkflowTypeId, bool IsEnabled, IReadOnlyList<string> StartsOn, int Waiting, int Failed);

/// <summary>A workflow type, step by step.</summary>
public sealed class TypePage
{
    public required WorkflowType Type { get; init; }

    public required IReadOnlyList<StepRow> Steps { get; init; }

    public required IReadOnlyList<TypeProblem> Problems { get; init; }

    public int Waiting { get; init; }

    public int Failed { get; init; }

    public bool MayStart { get; init; }
}

/// <summary>One step of a type: an activity with the arrows that leave it.</summary>
public sealed record StepRow(int Number, string ActivityId, string Title, string Kind, bool IsStart, bool IsEvent, bool HasEditor, IShape? Summary, IReadOnlyList<ArrowRow> Arrows)
{
    /// <summary>Where it is called; null where it is not, or the reader may not know.</summary>
    public string? Address { get; set; }
}

/// <summary>One arrow: by which exit, to which step; no step where the exit ends the branch.</summary>
public sealed record ArrowRow(string Exit, int? To, string? ToTitle);

/// <summary>The text of a workflow type being written.</summary>
public sealed class TypeForm
{
    public long Id { get; set; }

    public string? Json { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string? Name { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public IReadOnlyList<TypeProblem> Problems { get; set; } = [];
}

/// <summary>One activity being filled in.</summary>
public sealed class ActivityPage
{
    public required WorkflowType Type { get; init; }

    public required string ActivityId { get; init; }

    public required string Kind { get; init; }

    public string? Title { get; set; }

    public IShape? Editor { get; set; }
}

/// <summary>What the list of a type's instances is asked for, and what it answers.</summary>
public sealed class InstancesPage
{
    /// <summary>An instance's id or what it is about.</summary>
    public string? Q { get; set; }

    public WorkflowStatus? Status { get; set; }

    public WorkflowType Type { get; set; } = default!;

    public IReadOnlyList<InstanceRow> Rows { get; set; } = [];

    public int Total { get; set; }

    public IShape? Pager { get; set; }
}

/// <summary>An instance in the list.</summary>
public sealed record InstanceRow(string WorkflowId, string? About, WorkflowStatus Status, string? WaitsFor, string? Fault, DateTime CreatedAt, DateTime ChangedAt);

/// <summary>One instance: where it stands, how it came there, what it knows.</summary>
public sealed class InstancePage
{
    public required Workflow Workflow { get; init; }

    public required WorkflowType? Type { get; init; }

    public required IReadOnlyList<WaitRow> Waits { get; init; }

    public required IReadOnlyList<PathRow> Path { get; init; }

    public required IReadOnlyList<(string Group, string Name, string Value)> Variables { get; init; }

    public required DateTime CreatedAt { get; init; }

    public string? FailedAt { get; init; }

    public int Forgotten { get; init; }
}

/// <summary>Where an instance waits.</summary>
/// <param name="DueAt">On the community's clock; null where it waits for no time.</param>
/// <param name="Choices">What the reader may choose; empty where the reader may not.</param>
public sealed record WaitRow(string ActivityId, string Title, DateTime? DueAt, IReadOnlyList<string> Choices);

/// <summary>A step that was taken.</summary>
public sealed record PathRow(string Act, string? Title, string? Outcome, DateTime At, string? By, string? Note);
