using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Community.Contracts;
using YesSql;

namespace PropertySuite.Community.Ties;

/// <summary>Begins and ends ties (REG-03, REG-04). The one way in for pages, recipes and imports alike.</summary>
public sealed class TieBook(IContentManager contents, ISession session, IUnitDirectory units, IPersonDirectory people, RecordHistory history, IClock clock)
{
    /// <summary>Kind of the register's lines in the history.</summary>
    public const string Kind = "REG";

    /// <summary>Every tie the unit ever had.</summary>
    public async Task<IReadOnlyList<TiePart>> EverOfUnitAsync(string unitId) =>
        [.. (await session.Query<ContentItem, TieIndex>(tie => tie.UnitId == unitId).ListAsync(contents)).Select(item => item.As<TiePart>()!)];

    /// <summary>Every tie the person ever had.</summary>
    public async Task<IReadOnlyList<TiePart>> EverOfPersonAsync(string personId) =>
        [.. (await session.Query<ContentItem, TieIndex>(tie => tie.PersonId == personId).ListAsync(contents)).Select(item => item.As<TiePart>()!)];

    /// <summary>Ties whose end lies between two days, as day numbers, both inclusive; the nearest first.</summary>
    internal async Task<IReadOnlyList<TiePart>> EndingAsync(int firstDay, int lastDay, int take) =>
        [.. (await session.Query<ContentItem, TieIndex>(tie => tie.UntilDay >= firstDay && tie.UntilDay <= lastDay)
            .OrderBy(tie => tie.UntilDay).Take(take).ListAsync(contents)).Select(item => item.As<TiePart>()!)];

    /// <summary>Null when this community has no such tie.</summary>
    public async Task<TiePart?> FindAsync(string tieId) => (await contents.GetAsync(tieId))?.As<TiePart>();

    /// <summary>Begins a tie as it was filled in.</summary>
    /// <param name="fill">Says <see cref="TiePart.Begin"/> and the rest.</param>
    /// <exception cref="RefusedException">A rule of the register says no; nothing is written.</exception>
    public async Task<TiePart> BeginAsync(Action<TiePart> fill, Actor actor)
    {
        var item = await contents.NewAsync(CommunityTypes.Tie);
        item.Alter(fill);
        var tie = item.As<TiePart>()!;

        if (await people.FindAsync(tie.PersonId) is not { } person) throw Refusals.PersonUnknown.At(nameof(TiePart.PersonId));
        if (await units.FindAsync(tie.UnitId) is not { } unit) throw Refusals.UnitUnknown.At(nameof(TiePart.UnitId));
        TieRules.Check(tie, await EverOfUnitAsync(tie.UnitId));

        item.DisplayText = $"{unit.Code}, {person.DisplayName}";
        await contents.CreateAsync(item, VersionOptions.Published);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(TieIndex.LiveKey), Refusals.SameTieOverlaps, nameof(TiePart.PersonId)));
        await history.KeepAsync(Kind, tie.UnitId, new Step("tie-begun", null, tie.Kind.ToString(), actor, clock.UtcNow, person.DisplayName));
        return tie;
    }

    /// <summary>Ends a tie: from that day on its rights are gone.</summary>
    /// <exception cref="RefusedException">It has ended already, the day lies before its beginning, or the reason is missing.</exception>
    public async Task EndAsync(TiePart tie, DateOnly on, string? why, Actor actor)
    {
        var item = tie.ContentItem;
        tie.End(on, why, actor.Id, clock.UtcNow);
        item.Apply(tie);
        await contents.UpdateAsync(item);
        await session.FlushOrRefuseAsync();
        await history.KeepAsync(Kind, tie.UnitId, new Step("tie-ended", tie.Kind.ToString(), "Ended", actor, clock.UtcNow, tie.Ended!.Why));
    }
}
