namespace PropertySuite.Core;

/// <summary>Refusals that every lifecycle knows.</summary>
public static class LifecycleRefusals
{
    /// <summary>The table has no such row.</summary>
    public static readonly Refusal NotFromHere = new(typeof(LifecycleRefusals), "lifecycle.not-from-here", "This is no longer possible: the record has moved on. Reload the page and look at its state.");

    /// <summary>The row is there, but not for this person.</summary>
    public static readonly Refusal NotYours = new(typeof(LifecycleRefusals), "lifecycle.not-yours", "Your role does not include this step.");

    /// <summary>A reason is missing.</summary>
    public static readonly Refusal ReasonMissing = new(typeof(LifecycleRefusals), "lifecycle.reason-missing", "Write the reason: it is kept in the history.");
}
