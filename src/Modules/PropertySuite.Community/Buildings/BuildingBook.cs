using YesSql;

namespace PropertySuite.Community.Buildings;

/// <summary>The buildings of the community, read once in a request: there are few and every page names them.</summary>
public sealed class BuildingBook(ISession session)
{
    private IReadOnlyList<BuildingIndex>? _rows;

    /// <summary>In the order of the register.</summary>
    public async Task<IReadOnlyList<BuildingIndex>> ListAsync() =>
        _rows ??= [.. (await session.QueryIndex<BuildingIndex>().OrderBy(building => building.SortOrder).ThenBy(building => building.Code).ListAsync())];

    public async Task<IReadOnlyDictionary<string, BuildingIndex>> ByIdAsync() =>
        (await ListAsync()).ToDictionary(building => building.BuildingId);

    /// <summary>The building whose code begins the units' codes; null when there is none.</summary>
    public async Task<BuildingIndex?> ByCodeAsync(string code) =>
        (await ListAsync()).FirstOrDefault(building => string.Equals(building.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Forgets what was read, after a building was written.</summary>
    public void Forget() => _rows = null;
}
