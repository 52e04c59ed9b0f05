using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core;
using PropertySuite.Core.Today;
using YesSql;

namespace PropertySuite.Parking;

/// <summary>How full each area is, among the community's figures.</summary>
public sealed class ParkingFiguresDriver(ISession session, ReaderAccess access) : DisplayDriver<TodayBoard>
{
    private const string ToLet = nameof(SpaceUse.ToLet);

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(FigurePermissions.ViewFigures, ParkingPermissions.View)) return Combine();

        var spaces = (await session.QueryIndex<SpaceIndex>(row => row.UseName == ToLet).ListAsync()).ToLookup(row => row.AreaCode);
        var leased = (await session.QueryIndex<LeaseIndex>(row => row.Live).ListAsync()).Select(row => row.SpaceId).ToHashSet(StringComparer.Ordinal);
        var names = (await session.QueryIndex<AreaIndex>().ListAsync()).ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        var areas = spaces.OrderBy(area => area.Key, StringComparer.Ordinal)
            .Select(area => new AreaUse(names.GetValueOrDefault(area.Key, area.Key), area.Count(space => leased.Contains(space.SpaceId)), area.Count())).ToList();
        return Initialize<ParkingFill>(shape => shape.Areas = areas).Location(areas.Count > 0 ? "Charts:40" : "-");
    }
}

/// <summary>Shape <c>ParkingFill</c>.</summary>
public class ParkingFill
{
    public IReadOnlyList<AreaUse> Areas { get; set; } = [];
}

/// <param name="Leased">Spaces to let that are let.</param>
/// <param name="Spaces">Spaces to let.</param>
public sealed record AreaUse(string Name, int Leased, int Spaces);
