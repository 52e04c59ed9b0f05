using System.Text.Json.Serialization;
using OrchardCore.ContentManagement;

namespace PropertySuite.Community.People;

/// <summary>A person or a company of the register (REG-03). What binds them to units is said by ties.</summary>
public sealed class PersonPart : ContentPart
{
    /// <summary>Given names of a person; null for a company.</summary>
    [JsonInclude] public string? GivenNames { get; private set; }

    /// <summary>Family names of a person; null for a company.</summary>
    [JsonInclude] public string? FamilyNames { get; private set; }

    /// <summary>Registered name of a company; null for a person.</summary>
    [JsonInclude] public string? CompanyName { get; private set; }

    [JsonInclude] public string? Phone { get; private set; }

    [JsonInclude] public string? Email { get; private set; }

    /// <summary>Culture for letters and messages, <c>es</c>; null means the community's own.</summary>
    [JsonInclude] public string? Language { get; private set; }

    /// <summary>How this person wants to be reached.</summary>
    [JsonInclude] public Reach Reach { get; private set; }

    /// <summary>Under age: reached through the household, never alone.</summary>
    [JsonInclude] public bool IsMinor { get; private set; }

    /// <summary>Invented for a demonstration; may be deleted with all that hangs on it.</summary>
    [JsonInclude] public bool IsDemonstration { get; private set; }

    /// <summary>The account this person signs in with; null for most.</summary>
    [JsonInclude] public string? UserId { get; private set; }

    [JsonIgnore] public bool IsCompany => CompanyName is not null;

    [JsonIgnore] public string DisplayName => CompanyName ?? Words.OrNull($"{GivenNames} {FamilyNames}") ?? "";

    public void Name(string? givenNames, string? familyNames)
    {
        if (Words.OrNull($"{givenNames} {familyNames}") is null) throw Refusals.NameMissing.At(nameof(FamilyNames));
        (GivenNames, FamilyNames, CompanyName) = (Words.OrNull(givenNames), Words.OrNull(familyNames), null);
    }

    public void NameCompany(string? companyName)
    {
        CompanyName = Words.OrNull(companyName) ?? throw Refusals.NameMissing.At(nameof(CompanyName));
        (GivenNames, FamilyNames, IsMinor) = (null, null, false);
    }

    public void Contact(string? phone, string? email, string? language, Reach reach) =>
        (Phone, Email, Language, Reach) = (Words.OrNull(phone), Words.OrNull(email), Words.OrNull(language), reach);

    public void MarkMinor(bool isMinor) => IsMinor = isMinor && !IsCompany;

    /// <summary>Links the account that this person signs in with; null takes the link away.</summary>
    public void SignInAs(string? userId) => UserId = Words.OrNull(userId);
}
