namespace PropertySuite.Community.Contracts;

/// <summary>
/// A resident's first page (S10.1). Modules add to it with a <c>DisplayDriver&lt;ResidentHome&gt;</c>; zones:
/// <c>Door</c> (what waits for an answer now), <c>Quick</c> (one action each), <c>Today</c> (rows), <c>Content</c> (sections).
/// </summary>
public class ResidentHome
{
    public PersonSummary? Person { get; init; }

    /// <summary>Units held today; nothing else may be shown.</summary>
    public IReadOnlyList<UnitSummary> Units { get; init; } = [];

    /// <summary>The account that looks.</summary>
    public string UserId { get; init; } = "";

    /// <summary>Today in the community.</summary>
    public DateOnly Today { get; init; }
}
