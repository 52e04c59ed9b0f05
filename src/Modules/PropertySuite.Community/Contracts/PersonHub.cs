namespace PropertySuite.Community.Contracts;

/// <summary>
/// The page of a person for staff (S10.1). Modules add to it with a <c>DisplayDriver&lt;PersonHub&gt;</c>; zones: <c>Head</c>,
/// <c>Actions</c> (buttons for this person), <c>Main</c> (what the modules hold of the person), <c>Side</c> (facts).
/// </summary>
/// <remarks>
/// The page asks for <c>ViewRegister</c> alone: a driver shows its card only to who may see what stands on it, and masks what
/// <see cref="Person"/> holds of contacts from those without <c>ViewPersonalData</c>.
/// </remarks>
public class PersonHub
{
    public PersonSummary Person { get; init; } = default!;

    /// <summary>Every tie of this person, past and coming ones too.</summary>
    public IReadOnlyList<TieSummary> Ties { get; init; } = [];

    /// <summary>Today in the community.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The instant the page was asked for.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>Ids of the units that this person holds today.</summary>
    public IEnumerable<string> UnitsToday => Ties.Where(tie => tie.HoldsOn(Today)).Select(tie => tie.UnitId).Distinct();
}
