namespace PropertySuite.Community.Contracts;

/// <summary>Finds units of this community (REG-12). Closed units are found by id only, so that old records can name them.</summary>
public interface IUnitDirectory
{
    /// <summary>The unit with this id, closed ones too; null when this community has none.</summary>
    Task<UnitSummary?> FindAsync(string unitId);

    /// <summary>The units with these ids; ids that this community does not know are left out.</summary>
    Task<IReadOnlyDictionary<string, UnitSummary>> FindManyAsync(IEnumerable<string> unitIds);

    /// <summary>The live unit with this code, however it was typed: <c>b-7-c</c> and <c>B07C</c> find <c>B-07-C</c>.</summary>
    Task<UnitSummary?> FindByCodeAsync(string code);

    /// <summary>Live units whose code begins with or holds the text, in order of code.</summary>
    /// <param name="take">The most to return; at least 1.</param>
    Task<IReadOnlyList<UnitSummary>> SearchAsync(string text, int take);
}
