namespace PropertySuite.Community.Contracts;

/// <summary>A gate or door of the community where people are let in (REG-01).</summary>
/// <param name="Code">Short and unique, <c>N</c>; stands on badges and in the log.</param>
public sealed record EntranceSummary(string Id, string Name, string Code);

/// <summary>The community's entrances.</summary>
public interface IEntrances
{
    /// <summary>The entrances in use, the main one first.</summary>
    Task<IReadOnlyList<EntranceSummary>> ListAsync();

    /// <summary>Closed ones too, so that old visits can name their gate; null when this community has none.</summary>
    Task<EntranceSummary?> FindAsync(string entranceId);
}
