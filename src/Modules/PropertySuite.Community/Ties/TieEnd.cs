namespace PropertySuite.Community.Ties;

/// <summary>That a tie was ended: on which day, why, by whom and when it was written down.</summary>
/// <param name="On">First day without the tie; may lie ahead.</param>
/// <param name="ByUserId">Null when the register was filled by a recipe or an import.</param>
public sealed record TieEnd(DateOnly On, string Why, string? ByUserId, DateTime AtUtc);
