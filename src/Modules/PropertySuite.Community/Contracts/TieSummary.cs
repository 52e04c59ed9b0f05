namespace PropertySuite.Community.Contracts;

/// <summary>Who held or occupied which unit from when until when (REG-03, REG-04).</summary>
/// <param name="SharePercent">Part of the title in percent; null for everyone but owners.</param>
/// <param name="From">First day, in the community's calendar.</param>
/// <param name="Until">First day on which the tie is no more, so that one owner's end is the next one's beginning; null while open.</param>
/// <param name="AtHome">Whether this person lives or works in the unit.</param>
/// <param name="PaysBills">Whether bills of the unit go to this person.</param>
public sealed record TieSummary(
    string Id,
    string UnitId,
    string PersonId,
    TieKind Kind,
    decimal? SharePercent,
    DateOnly From,
    DateOnly? Until,
    bool AtHome,
    bool PaysBills)
{
    /// <summary>Whether the tie holds on that day: from its first day until just before its end.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}
