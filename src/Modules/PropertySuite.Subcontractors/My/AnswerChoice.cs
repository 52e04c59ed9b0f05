namespace PropertySuite.Subcontractors;

/// <summary>Two buttons of the contractor: one agrees, the other asks for a reason.</summary>
public sealed record AnswerChoice(string Yes, string? YesUrl, string No, string? NoUrl);
