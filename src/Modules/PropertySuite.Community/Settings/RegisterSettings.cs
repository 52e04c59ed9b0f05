using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Settings;

/// <summary>Section of the site's settings: which kinds of unit and of tie this community has to do with.</summary>
public class RegisterSettings
{
    /// <summary>Names of the kinds of unit that are offered; empty: those of a residential estate.</summary>
    public string[] UnitKinds { get; set; } = [];

    /// <summary>Names of the kinds of tie that are offered; empty: those of a residential estate.</summary>
    public string[] TieKinds { get; set; } = [];
}

/// <summary>The kinds that pages of the register offer. What is stored may be of any kind.</summary>
public sealed class RegisterKinds(ISiteService sites)
{
    private static readonly UnitKind[] UsualUnits = [UnitKind.Flat, UnitKind.Shop, UnitKind.Office, UnitKind.Garage, UnitKind.Store];
    private static readonly TieKind[] UsualTies = [TieKind.Owner, TieKind.Tenant, TieKind.Family, TieKind.Operator, TieKind.Staff];

    /// <param name="also">A kind that is offered in any case, because the unit is of it.</param>
    public async Task<IReadOnlyList<UnitKind>> UnitsAsync(UnitKind? also = null) => Of((await SettingsAsync()).UnitKinds, UsualUnits, also);

    /// <param name="also">A kind that is offered in any case, because the tie is of it.</param>
    public async Task<IReadOnlyList<TieKind>> TiesAsync(TieKind? also = null) => Of((await SettingsAsync()).TieKinds, UsualTies, also);

    /// <summary>Whether nobody lives here: then pages speak of firms, not of households.</summary>
    public async Task<bool> IsForFirmsAsync() => !(await UnitsAsync()).Contains(UnitKind.Flat);

    private async Task<RegisterSettings> SettingsAsync() => (await sites.GetSiteSettingsAsync()).As<RegisterSettings>();

    // In the order of the names, so that a page reads the same whatever the order in which they were chosen.
    private static IReadOnlyList<TKind> Of<TKind>(string[] names, TKind[] usual, TKind? also) where TKind : struct, Enum
    {
        TKind[] chosen = [.. Enum.GetValues<TKind>().Where(kind => names.Contains(kind.ToString(), StringComparer.OrdinalIgnoreCase))];
        var offered = chosen.Length > 0 ? chosen : usual;
        return also is { } kept && !offered.Contains(kept) ? [.. offered, kept] : offered;
    }
}
