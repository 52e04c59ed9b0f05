namespace PropertySuite.Visitors;

/// <summary>From when until when a visit is expected.</summary>
/// <param name="FromUtc">First moment; UTC, inclusive.</param>
/// <param name="UntilUtc">Moment at which it is over; UTC, exclusive, so that two windows can meet without overlapping.</param>
public sealed record VisitWindow(DateTime FromUtc, DateTime UntilUtc)
{
    /// <summary>Longest window of one invitation: a pass for longer is a recurring one.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Whether a moment lies within.</summary>
    public bool Contains(DateTime atUtc) => FromUtc <= atUtc && atUtc < UntilUtc;

    /// <summary>The window with a tolerance before and after.</summary>
    public VisitWindow Widened(TimeSpan tolerance) => new(FromUtc - tolerance, UntilUtc + tolerance);
}
