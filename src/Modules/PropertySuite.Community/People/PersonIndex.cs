using OrchardCore.ContentManagement;
using YesSql.Indexes;

namespace PropertySuite.Community.People;

/// <summary>A row for each person and company.</summary>
public sealed class PersonIndex : MapIndex
{
    public string PersonId { get; set; } = "";

    public string DisplayName { get; set; } = "";

    /// <summary>Family names first, so that lists run as the telephone book does.</summary>
    public string SortName { get; set; } = "";

    /// <summary>The name without case and accents.</summary>
    public string SearchName { get; set; } = "";

    public string? Phone { get; set; }

    public string? PhoneDigits { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }

    public bool IsCompany { get; set; }

    /// <summary>Unique where present, by the database: an account is one person.</summary>
    public string? UserId { get; set; }
}

public sealed class PersonIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context) =>
        context.For<PersonIndex>().When(item => item.Latest && item.Has<PersonPart>()).Map(Row);

    internal static PersonIndex Row(ContentItem item)
    {
        var person = item.As<PersonPart>()!;
        return new PersonIndex
        {
            PersonId = item.ContentItemId,
            DisplayName = person.DisplayName,
            SortName = Words.Folded(person.CompanyName ?? $"{person.FamilyNames} {person.GivenNames}"),
            SearchName = Words.Folded(person.DisplayName),
            Phone = person.Phone,
            PhoneDigits = Words.Digits(person.Phone) is { Length: > 0 } digits ? digits : null,
            Email = person.Email,
            Language = person.Language,
            IsCompany = person.IsCompany,
            UserId = person.UserId,
        };
    }
}
