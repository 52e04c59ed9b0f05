using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Ties;
using YesSql;

namespace PropertySuite.Community.Units;

/// <summary>What happens to a unit as a whole, each a verb with its line in the history (B.14).</summary>
public sealed class UnitBook(IContentManager contents, ISession session, TieBook ties, RecordHistory history, IClock clock)
{
    /// <summary>Null when this community has no such unit.</summary>
    public async Task<UnitPart?> FindAsync(string unitId) =>
        await contents.GetAsync(unitId) is { ContentType: CommunityTypes.Unit } item ? item.As<UnitPart>() : null;

    /// <exception cref="RefusedException">Not completed, handed over before, or closed.</exception>
    public async Task HandOverAsync(UnitPart unit, DateOnly on, Actor actor)
    {
        var from = unit.Stage;
        unit.HandOver(on);
        await KeepAsync(unit, new Step("unit-handed-over", from.ToString(), unit.Stage.ToString(), actor, clock.UtcNow));
    }

    /// <exception cref="RefusedException">Somebody holds it still, works are under way, or it is closed.</exception>
    public async Task CloseAsync(UnitPart unit, DateOnly on, Actor actor)
    {
        var from = unit.Stage;
        var known = await ties.EverOfUnitAsync(unit.ContentItem.ContentItemId);
        unit.Close(on, known.Where(tie => tie.Until is null || tie.Until > on));
        await KeepAsync(unit, new Step("unit-closed", from.ToString(), unit.Stage.ToString(), actor, clock.UtcNow));
    }

    private async Task KeepAsync(UnitPart unit, Step step)
    {
        unit.ContentItem.Apply(unit);
        await contents.UpdateAsync(unit.ContentItem);
        await session.FlushOrRefuseAsync();
        await history.KeepAsync(TieBook.Kind, unit.ContentItem.ContentItemId, step);
    }
}
