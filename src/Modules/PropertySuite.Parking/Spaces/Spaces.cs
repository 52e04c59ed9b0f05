using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Parking;

/// <summary>A space with what holds it today and later.</summary>
public sealed record SpaceStanding(SpaceIndex Space, SpaceState State, RightIndex? Right);

/// <summary>Areas and spaces: kept, found, and whether they are free.</summary>
public sealed class Spaces(ISession session, IContentManager contents, ParkingBook book, ITimedWorkBell bell, IClock clock)
{
    /// <summary>The area with this id; null when there is none.</summary>
    public Task<AreaPart?> AreaAsync(string? id) => book.FindAsync<AreaPart>(ParkingTypes.Area, id);

    /// <summary>The space with this id; null when there is none.</summary>
    public Task<SpacePart?> FindAsync(string? id) => book.FindAsync<SpacePart>(ParkingTypes.Space, id);

    /// <summary>All areas, the highest level first.</summary>
    public async Task<IReadOnlyList<AreaIndex>> AreasAsync() =>
        [.. (await session.QueryIndex<AreaIndex>().ListAsync()).OrderByDescending(area => area.Level).ThenBy(area => area.Code, StringComparer.Ordinal)];

    /// <summary>All areas with their prices.</summary>
    public async Task<IReadOnlyList<AreaPart>> AreaPartsAsync() =>
        [.. (await session.Query<ContentItem, AreaIndex>().ListAsync(contents)).Select(item => item.GetOrCreate<AreaPart>()).OrderByDescending(area => area.Level).ThenBy(area => area.Code, StringComparer.Ordinal)];

    /// <summary>Saves an area, a new one or one that is there.</summary>
    public Task SaveAsync(AreaPart area, bool isNew) => isNew
        ? book.CreateAsync(area, ParkingTypes.SpaceKind, area.Name, null, ParkingRefusals.HasRights)
        : book.SaveAsync(area, ParkingTypes.SpaceKind, area.Name, null, ParkingRefusals.HasRights);

    /// <summary>Adds a space to an area.</summary>
    public async Task<SpacePart> AddAsync(SpaceFacts facts)
    {
        var space = await book.NewAsync<SpacePart>(ParkingTypes.Space);
        space.Describe(facts);
        await book.CreateAsync(space, ParkingTypes.SpaceKind, space.Code, null, ParkingRefusals.HasRights);
        bell.Ring(ParkingTimer.Work, clock.UtcNow);
        return space;
    }

    /// <summary>Saves a space with the steps it took.</summary>
    /// <exception cref="RefusedException">Somebody has a right to it.</exception>
    public async Task SaveAsync(SpacePart space, params IEnumerable<Step> steps)
    {
        // A future right may lie beyond the days that the change itself holds; a look says so before the key would.
        if (space.Use != SpaceUse.ToLet && space.UseFrom is not null && await RightsOfAsync(space.ContentItem.ContentItemId) is { Count: > 0 } rights && rights.Any(right => right.Kind != "use"))
        {
            throw ParkingRefusals.HasRights.With();
        }

        await book.SaveAsync(space, ParkingTypes.SpaceKind, space.Code, null, ParkingRefusals.HasRights, steps);
        if (space.Use == SpaceUse.ToLet) bell.Ring(ParkingTimer.Work, clock.UtcNow);
    }

    /// <summary>Rights to a space that hold today or later, the first one first.</summary>
    public async Task<IReadOnlyList<RightIndex>> RightsOfAsync(string spaceId)
    {
        var today = (await book.TodayAsync()).AsColumn();
        return [.. await session.QueryIndex<RightIndex>(right => right.SpaceId == spaceId && right.UntilDay > today).OrderBy(right => right.FromDay).ListAsync()];
    }

    /// <summary>Spaces to let that fit a wish and are free for all its days.</summary>
    public async Task<IReadOnlyList<SpaceIndex>> FreeAsync(ParkingWish wish, Period period)
    {
        var kind = wish.Kind.ToString();
        const string ToLet = nameof(SpaceUse.ToLet);
        var spaces = await session.QueryIndex<SpaceIndex>(space => space.Kind == kind && space.UseName == ToLet && space.Accessible == wish.Accessible).ListAsync();
        var taken = await TakenAsync(period);
        return [.. spaces.Where(space => wish.Fits(space.AreaId, wish.Kind, space.Accessible, space.Charger) && !taken.Contains(space.SpaceId))
            .OrderBy(space => space.Charger && !wish.Charger).ThenBy(space => space.Code, StringComparer.Ordinal)];
    }

    /// <summary>Whether somebody else than a record has a right to a space on some of these days.</summary>
    public async Task<bool> IsPromisedAsync(string spaceId, Period period, string exceptRecordId)
    {
        var (from, until) = (period.From.AsColumn(), period.Until.AsColumn());
        return await session.QueryIndex<RightIndex>(right => right.SpaceId == spaceId && right.RecordId != exceptRecordId && right.FromDay < until && right.UntilDay > from).CountAsync() > 0;
    }

    /// <summary>Where all spaces stand today.</summary>
    public async Task<IReadOnlyDictionary<string, SpaceStanding>> StandingAsync()
    {
        var today = (await book.TodayAsync()).AsColumn();
        var rights = (await session.QueryIndex<RightIndex>(right => right.UntilDay > today).ListAsync()).ToLookup(right => right.SpaceId, StringComparer.Ordinal);
        return (await session.QueryIndex<SpaceIndex>().ListAsync()).ToDictionary(space => space.SpaceId, space => Standing(space, [.. rights[space.SpaceId].OrderBy(right => right.FromDay)], today), StringComparer.Ordinal);
    }

    private static SpaceStanding Standing(SpaceIndex space, IReadOnlyList<RightIndex> rights, DateTime today) => Enum.Parse<SpaceUse>(space.UseName) switch
    {
        SpaceUse.Sold => new(space, SpaceState.Sold, null),
        SpaceUse.Guests => new(space, SpaceState.Guests, null),
        SpaceUse.Staff => new(space, SpaceState.Staff, null),
        SpaceUse.OutOfService => new(space, SpaceState.OutOfService, null),
        _ when rights.FirstOrDefault(right => right.Kind == "lease" && right.FromDay <= today) is { } lease => new(space, SpaceState.Let, lease),
        _ when rights.FirstOrDefault(right => right.Kind == "offer") is { } offer => new(space, SpaceState.Offered, offer),
        _ when rights.Count > 0 => new(space, SpaceState.Reserved, rights[0]),
        _ => new(space, SpaceState.Free, null),
    };

    private async Task<HashSet<string>> TakenAsync(Period period)
    {
        var (from, until) = (period.From.AsColumn(), period.Until.AsColumn());
        return (await session.QueryIndex<RightIndex>(right => right.FromDay < until && right.UntilDay > from).ListAsync()).Select(right => right.SpaceId).ToHashSet(StringComparer.Ordinal);
    }
}
