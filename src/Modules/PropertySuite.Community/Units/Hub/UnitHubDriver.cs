using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Community.Buildings;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Pictures;
using PropertySuite.Community.Ties;

namespace PropertySuite.Community.Units.Hub;

/// <summary>
/// What the register itself shows on a unit's page (S10.1). Other modules add to the same page with drivers of their own
/// and <c>.Location("Hub", "Main:20")</c>; zones: <c>Head</c>, <c>Actions</c>, <c>Main</c>, <c>Side</c>.
/// </summary>
public sealed class UnitHubDriver(
    TieBook ties, TieLines lines, BuildingBook buildings, IUnitDirectory units, RecordHistory history,
    CommunityTimes times, ICommunityCalendar calendar, RegisterAccess access) : ContentPartDisplayDriver<UnitPart>
{
    /// <summary>Display type of a unit's page.</summary>
    public const string DisplayType = "Hub";

    private const int LinesOfHistory = 8;

    public override async Task<IDisplayResult> DisplayAsync(UnitPart part, BuildPartDisplayContext context)
    {
        if (context.DisplayType != DisplayType || !await access.MayViewAsync()) return Combine();

        var today = await calendar.TodayAsync();
        var ever = await ties.EverOfUnitAsync(part.ContentItem.ContentItemId);
        var held = await lines.OfAsync([.. ever.Where(tie => tie.HoldsOn(today))]);
        var others = await lines.OfAsync([.. ever.Where(tie => !tie.HoldsOn(today))]);
        var entries = await history.OfAsync(part.ContentItem.ContentItemId, LinesOfHistory);
        var manage = await access.MayManageAsync();
        var head = await HeadAsync(part, today, held, manage);
        var time = await times.GetAsync();

        return Combine(
            Initialize<UnitHead>(shape => Copy(head, shape)).Location(DisplayType, "Head:1"),
            Initialize<UnitPeople>(shape => (shape.UnitId, shape.Code, shape.Lines, shape.MayManage) =
                (head.UnitId, part.Code, held, manage && part.IsLive)).Location(DisplayType, "Main:10"),
            Initialize<UnitPast>(shape => (shape.Code, shape.Lines) =
                (part.Code, [.. others.OrderByDescending(line => line.Tie.From)])).Location(DisplayType, others.Count > 0 ? "Main:80" : "-"),
            Initialize<UnitFacts>(shape => (shape.Unit, shape.BuildingName) = (part, head.BuildingName)).Location(DisplayType, "Side:50"),
            Initialize<UnitNote>(shape => (shape.UnitId, shape.Text, shape.MayManage) =
                (head.UnitId, part.GoodToKnow ?? "", manage)).Location(DisplayType, part.GoodToKnow is null ? "-" : "Side:60"),
            Initialize<UnitHistory>(shape => (shape.Entries, shape.Time) = (entries, time)).Location(DisplayType, entries.Count > 0 ? "Side:80" : "-"));
    }

    private async Task<UnitHead> HeadAsync(UnitPart part, DateOnly today, IReadOnlyList<TieLine> held, bool manage)
    {
        var building = (await buildings.ByIdAsync()).GetValueOrDefault(part.BuildingId);
        var state = part.StateOn(today, held.Select(line => line.Tie));
        return new UnitHead
        {
            UnitId = part.ContentItem.ContentItemId,
            Unit = part,
            State = state,
            Since = Since(state, part, held),
            BuildingId = part.BuildingId,
            BuildingName = building?.Name ?? "",
            Tower = building is null ? null : TowerPicture.Of(building, part),
            Below = await NeighbourAsync(part, building, -1),
            Above = await NeighbourAsync(part, building, +1),
            MayManage = manage,
        };
    }

    private async Task<UnitSummary?> NeighbourAsync(UnitPart part, BuildingIndex? building, int floors) =>
        building is null || part.Door.Length == 0 || part.Floor + floors < 0
            ? null
            : await units.FindByCodeAsync($"{building.Code}-{part.Floor + floors}-{part.Door}");

    private static DateOnly? Since(UnitState state, UnitPart part, IReadOnlyList<TieLine> held) => state switch
    {
        UnitState.OwnerOccupied => held.Where(line => line.Tie.AtHome).Min(line => (DateOnly?)line.Tie.From),
        UnitState.Let => held.Where(line => line.Tie.Kind is TieKind.Tenant or TieKind.Operator).Max(line => (DateOnly?)line.Tie.From),
        UnitState.Decorating => part.WorksSince,
        UnitState.Closed => part.ClosedOn,
        _ => null,
    };

    private static void Copy(UnitHead from, UnitHead to)
    {
        (to.UnitId, to.Unit, to.State, to.Since, to.MayManage) = (from.UnitId, from.Unit, from.State, from.Since, from.MayManage);
        (to.BuildingId, to.BuildingName, to.Tower, to.Below, to.Above) = (from.BuildingId, from.BuildingName, from.Tower, from.Below, from.Above);
    }
}
