namespace OrchardCore.Workflows.Activities;

/// <summary>What came of an activity: the exits to leave by, or that the workflow waits.</summary>
public class ActivityExecutionResult
{
    /// <summary>No exit, and no waiting.</summary>
    public static readonly ActivityExecutionResult Empty = new([]);

    /// <summary>The workflow waits at this activity.</summary>
    public static readonly ActivityExecutionResult Halted = new([], true);

    public ActivityExecutionResult(IEnumerable<string> outcomes) => Outcomes = [.. outcomes];

    private ActivityExecutionResult(string[] outcomes, bool halted)
    {
        Outcomes = outcomes;
        IsHalted = halted;
    }

    public IEnumerable<string> Outcomes { get; }

    public bool IsHalted { get; }
}
