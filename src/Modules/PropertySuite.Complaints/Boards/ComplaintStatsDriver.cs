using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core;
using PropertySuite.Core.Today;
using YesSql;

namespace PropertySuite.Complaints;

/// <summary>The service desk among the community's figures: answered and solved in time this month, beside the month before.</summary>
public sealed class ComplaintStatsDriver(ISession session, ReaderAccess access, CommunityTimes times) : DisplayDriver<TodayBoard>
{
    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(FigurePermissions.ViewFigures, ComplaintPermissions.View)) return Combine();

        var figures = await ComplaintFigures.ReadAsync(session, await times.GetAsync(), model.Day);
        return Initialize<ComplaintStats>(shape => (shape.Answered, shape.Solved) = (figures.ContactRate, figures.SolveRate)).Location("Stats:15");
    }
}

/// <summary>Shape <c>ComplaintStats</c>.</summary>
public class ComplaintStats
{
    /// <summary>Percent of cases whose first answer came in time.</summary>
    public Trend Answered { get; set; } = new(null, null);

    /// <summary>Percent of cases that were solved in time.</summary>
    public Trend Solved { get; set; } = new(null, null);
}
