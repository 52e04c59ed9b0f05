namespace PropertySuite.Community.Contracts;

/// <summary>A person or company of the register, with its ways to be reached.</summary>
/// <remarks>Phone and e-mail are personal data: show them only to who holds <c>ViewPersonalData</c>, else <see cref="Masked.Phone"/>.</remarks>
/// <param name="Id">The content item id.</param>
/// <param name="Language">Culture for letters and messages, <c>es</c>; null means the community's own.</param>
/// <param name="UserId">The account that this person signs in with; null for most.</param>
public sealed record PersonSummary(
    string Id,
    string DisplayName,
    bool IsCompany,
    string? Phone,
    string? Email,
    string? Language,
    string? UserId);
