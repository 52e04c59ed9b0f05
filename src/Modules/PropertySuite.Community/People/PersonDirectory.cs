using PropertySuite.Community.Contracts;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Community.People;

/// <summary>Answers from the index rows alone; no document is read.</summary>
internal sealed class PersonDirectory(ISession session) : IPersonDirectory
{
    // Two digits would find half the town.
    private const int FewestDigits = 3;

    public async Task<PersonSummary?> FindAsync(string personId) =>
        Summary(await session.QueryIndex<PersonIndex>(person => person.PersonId == personId).FirstOrDefaultAsync());

    public async Task<IReadOnlyDictionary<string, PersonSummary>> FindManyAsync(IEnumerable<string> personIds)
    {
        var ids = personIds.Distinct().ToArray();
        if (ids.Length == 0) return new Dictionary<string, PersonSummary>();
        var rows = await session.QueryIndex<PersonIndex>(person => person.PersonId.IsIn(ids)).ListAsync();
        return rows.Select(row => Summary(row)!).ToDictionary(person => person.Id);
    }

    public async Task<IReadOnlyList<PersonSummary>> SearchAsync(string text, int take)
    {
        var rows = await Matching(session, text).OrderBy(person => person.SortName).Take(take).ListAsync();
        return [.. rows.Select(row => Summary(row)!)];
    }

    public async Task<PersonSummary?> OfUserAsync(string userId) =>
        string.IsNullOrEmpty(userId) ? null
            : Summary(await session.QueryIndex<PersonIndex>(person => person.UserId == userId).FirstOrDefaultAsync());

    /// <summary>Every word of the text in the name, or its digits in the phone.</summary>
    internal static IQueryIndex<PersonIndex> Matching(ISession session, string text)
    {
        var digits = Words.Digits(text);
        if (digits.Length >= FewestDigits && !text.Any(char.IsLetter))
        {
            return session.QueryIndex<PersonIndex>(person => person.PhoneDigits != null && person.PhoneDigits.Contains(digits));
        }

        var query = session.QueryIndex<PersonIndex>();
        foreach (var word in Words.Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            query = query.Where(person => person.SearchName.Contains(word));
        }
        return query;
    }

    internal static PersonSummary? Summary(PersonIndex? row) => row is null ? null
        : new PersonSummary(row.PersonId, row.DisplayName, row.IsCompany, row.Phone, row.Email, row.Language, row.UserId);
}
