namespace PropertySuite.Community.Contracts;

/// <summary>Finds people and companies of this community (REG-12).</summary>
public interface IPersonDirectory
{
    /// <summary>Null when this community has no such person.</summary>
    Task<PersonSummary?> FindAsync(string personId);

    /// <summary>The people with these ids; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, PersonSummary>> FindManyAsync(IEnumerable<string> personIds);

    /// <summary>People whose name holds every word of the text, accents and case aside, or whose phone holds its digits.</summary>
    /// <param name="take">The most to return; at least 1.</param>
    Task<IReadOnlyList<PersonSummary>> SearchAsync(string text, int take);

    /// <summary>The person who signs in with this account; null for accounts that are nobody of the register, as staff often are.</summary>
    Task<PersonSummary?> OfUserAsync(string userId);
}
