using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql;

namespace PropertySuite.Visitors;

/// <summary>The community's badges.</summary>
public sealed class Badges(ISession session, IContentManager contents)
{
    /// <summary>Badges that are there and not handed out, by number.</summary>
    public async Task<IReadOnlyList<BadgeIndex>> FreeAsync()
    {
        var outside = (await session.QueryIndex<VisitIndex>(row => row.OnSite).ListAsync())
            .Select(row => row.LiveBadgeKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var badges = await session.QueryIndex<BadgeIndex>(row => row.Lost == false).ListAsync();

        return [.. badges.Where(badge => !outside.Contains(badge.BadgeId)).OrderBy(badge => badge.Number.Length).ThenBy(badge => badge.Number, StringComparer.Ordinal)];
    }

    /// <summary>All badges, by number.</summary>
    public async Task<IReadOnlyList<BadgeIndex>> ListAsync() =>
        [.. (await session.QueryIndex<BadgeIndex>().ListAsync()).OrderBy(badge => badge.Number.Length).ThenBy(badge => badge.Number, StringComparer.Ordinal)];

    /// <summary>A badge to hand out.</summary>
    /// <exception cref="RefusedException">There is no such badge, or it is out of use.</exception>
    public async Task<GivenBadge> TakeAsync(string badgeId)
    {
        var item = await contents.GetAsync(badgeId);
        return item?.As<BadgePart>() is { LostAtUtc: null } badge ? badge.Give(badgeId) : throw VisitRefusals.BadgeUnknown.At("BadgeId");
    }

    /// <summary>Puts a badge into use.</summary>
    /// <exception cref="RefusedException">The number is missing or exists already.</exception>
    public async Task IntroduceAsync(string? number, string? zone, bool escortRequired)
    {
        var item = await contents.NewAsync(VisitTypes.Badge);
        item.Alter<BadgePart>(badge => badge.Introduce(number, zone, escortRequired));
        item.DisplayText = item.GetOrCreate<BadgePart>().Number;
        await contents.CreateAsync(item, VersionOptions.Published);
        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(BadgeIndex.Number), VisitRefusals.BadgeNumberTaken, "Number"));
    }

    /// <summary>Changes whether a badge is lost.</summary>
    public async Task<bool> ChangeAsync(string badgeId, Action<BadgePart> change)
    {
        if (await contents.GetAsync(badgeId) is not { ContentType: VisitTypes.Badge } item)
        {
            return false;
        }

        item.Alter(change);
        await contents.UpdateAsync(item);
        await session.FlushOrRefuseAsync();
        return true;
    }
}
