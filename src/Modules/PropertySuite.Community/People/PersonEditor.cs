using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PropertySuite.Community.People;

/// <summary>A person as the form holds one. Shape <c>PersonPart_Edit</c>.</summary>
public class PersonEditor
{
    public bool IsCompany { get; set; }

    public string? GivenNames { get; set; }

    public string? FamilyNames { get; set; }

    public string? CompanyName { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }

    public Reach Reach { get; set; }

    public bool IsMinor { get; set; }

    /// <summary>User name of the account; empty for none.</summary>
    public string? UserName { get; set; }

    [BindNever] public bool IsNew { get; set; }

    /// <summary>Culture and name of each language the community writes in.</summary>
    [BindNever] public IReadOnlyList<KeyValuePair<string, string>> Languages { get; set; } = [];
}
