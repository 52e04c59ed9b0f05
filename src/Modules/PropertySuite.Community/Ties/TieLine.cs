using PropertySuite.Community.Contracts;
using PropertySuite.Community.Pictures;

namespace PropertySuite.Community.Ties;

/// <summary>A tie as a line of a page.</summary>
/// <param name="Reach">How to reach the person, masked where the reader may not know it; empty where nothing is known.</param>
/// <param name="EndedBecause">Why it was ended; null where it runs or ran out.</param>
public sealed record TieLine(
    TieSummary Tie, string PersonName, bool IsMinor, string UnitCode, string Reach, string? Note, string? EndedBecause)
{
    public Avatar Avatar { get; } = Pictures.Avatar.Of(PersonName);
}
