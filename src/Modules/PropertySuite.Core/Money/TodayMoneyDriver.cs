using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core.Today;
using YesSql;

namespace PropertySuite.Core;

/// <summary>What is to be paid, on the cashier's board of the day: what is overdue, what comes next.</summary>
public sealed class TodayMoneyDriver(ISession session, ReaderAccess access) : DisplayDriver<TodayBoard>
{
    private const int Lines = 8;
    private const string Unpaid = nameof(Unpaid);

    /// <inheritdoc/>
    public override async Task<IDisplayResult> DisplayAsync(TodayBoard model, BuildDisplayContext context)
    {
        if (!await access.MayAsync(MoneyPermissions.RecordPayments)) return Combine();

        var today = model.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var count = await session.QueryIndex<DemandIndex>(row => row.State == Unpaid).CountAsync();
        var late = await session.QueryIndex<DemandIndex>(row => row.State == Unpaid && row.DueOn < today).CountAsync();
        var next = (await session.QueryIndex<DemandIndex>(row => row.State == Unpaid && row.DueOn != null).OrderBy(row => row.DueOn).Take(Lines).ListAsync()).ToList();
        if (next.Count < Lines)
        {
            next.AddRange(await session.QueryIndex<DemandIndex>(row => row.State == Unpaid && row.DueOn == null).OrderBy(row => row.AtUtc).Take(Lines - next.Count).ListAsync());
        }

        // Where nothing is to be paid, only the cashier's board says so at length.
        var isShown = count > 0 || !await access.MayAsync(FigurePermissions.ViewFigures);
        return Combine(
            Initialize<TodayMoneyFigures>(shape => (shape.Open, shape.Late) = (count, late)).Location("Figures:40"),
            Initialize<TodayMoney>(shape => (shape.Rows, shape.Total, shape.Today) = (next, count, today)).Location(isShown ? "First:30" : "-"));
    }
}

/// <summary>Shape <c>TodayMoneyFigures</c>.</summary>
public class TodayMoneyFigures
{
    /// <summary>Demands with something to pay.</summary>
    public int Open { get; set; }

    public int Late { get; set; }
}

/// <summary>Shape <c>TodayMoney</c>.</summary>
public class TodayMoney
{
    public IReadOnlyList<DemandIndex> Rows { get; set; } = [];

    public int Total { get; set; }

    /// <summary>The community's day, midnight.</summary>
    public DateTime Today { get; set; }
}
