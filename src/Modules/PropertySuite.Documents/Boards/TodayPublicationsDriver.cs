using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core;
using PropertySuite.Core.Today;
using YesSql;

namespace PropertySuite.Documents;

/// <summary>The editor's board of the day: what is being written, and what will appear by itself.</summary>
public sealed class TodayPublicationsDriver(ISession session, ReaderAccess access, CommunityTimes times) : DisplayDriver<TodayBoard>
{
    private const int Lines = 6;
    private const string Draft = nameof(PublicationState.Draft);
    private const string Published = nameof(PublicationState.Published);

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(Permissions.Edit)) return Combine();

        var now = model.AtUtc;
        var drafts = (await session.QueryIndex<PublicationIndex>(row => row.State == Draft).OrderByDescending(row => row.Id).Take(Lines).ListAsync()).ToList();
        var total = await session.QueryIndex<PublicationIndex>(row => row.State == Draft).CountAsync();
        var ahead = (await session.QueryIndex<PublicationIndex>(row => row.State == Published && row.FromUtc > now).OrderBy(row => row.FromUtc).Take(Lines).ListAsync()).ToList();
        var time = await times.GetAsync();

        // Where nothing is being written, only the board of who has nothing else to see says so at length.
        var isShown = drafts.Count + ahead.Count > 0 || !await access.MayAsync(FigurePermissions.ViewFigures);
        return Combine(
            Initialize<TodayPublications>("TodayPublicationsActions", _ => { }).Location(isShown ? "Actions:3" : "-"),
            Initialize<TodayPublications>(shape => (shape.Drafts, shape.Total, shape.Ahead, shape.Time, shape.NowUtc) = (drafts, total, ahead, time, now))
                .Location(isShown ? "Second:40" : "-"));
    }
}

/// <summary>Shapes <c>TodayPublications</c> and <c>TodayPublicationsActions</c>.</summary>
public class TodayPublications
{
    public IReadOnlyList<PublicationIndex> Drafts { get; set; } = [];

    /// <summary>All drafts.</summary>
    public int Total { get; set; }

    /// <summary>Published with a day to come, the next one first.</summary>
    public IReadOnlyList<PublicationIndex> Ahead { get; set; } = [];

    public CommunityTime Time { get; set; } = default!;

    public DateTime NowUtc { get; set; }
}
