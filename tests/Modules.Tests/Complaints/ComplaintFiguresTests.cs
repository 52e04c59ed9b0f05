using PropertySuite.Complaints;
using PropertySuite.Core;

namespace Modules.Tests.Complaints;

/// <summary>CMP-24: the month beside the month before.</summary>
public sealed class ComplaintFiguresTests
{
    private static readonly CommunityTime Madrid = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));

    [Fact]
    public void CMP24_A_month_counts_its_own_and_stands_beside_the_one_before()
    {
        // The first comes on the last evening of October in UTC, which is November in Madrid.
        ComplaintIndex[] received =
        [
            Row(new(2026, 10, 31, 23, 30, 0, DateTimeKind.Utc), "water", met: true), Row(new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc), "water", met: false),
            Row(new(2026, 11, 3, 10, 0, 0, DateTimeKind.Utc), "noise", met: true), Row(new(2026, 10, 5, 9, 0, 0, DateTimeKind.Utc), "noise", met: true),
        ];
        ComplaintIndex[] ended = [Ended(new(2026, 11, 9, 9, 0, 0, DateTimeKind.Utc), met: true, reopened: 1, satisfaction: 4), Ended(new(2026, 11, 10, 9, 0, 0, DateTimeKind.Utc), met: false, reopened: 0, satisfaction: null), Ended(new(2026, 10, 10, 9, 0, 0, DateTimeKind.Utc), met: true, reopened: 0, satisfaction: 5)];

        var figures = ComplaintFigures.Of(Madrid, new(2026, 11, 1), Madrid.BeginningOf(new(2026, 11, 1)), received, ended, open: 7, openBefore: 5);

        Assert.Equal(new Trend(3, 1), figures.Received);
        Assert.Equal(new Trend(2, 1), figures.Ended);
        Assert.Equal(2, figures.Open.Change);
        Assert.Equal(new Trend(66.7, 100), figures.ContactRate);
        Assert.Equal(new Trend(50, 100), figures.SolveRate);
        Assert.Equal(new Trend(50, 0), figures.ReopenRate);
        Assert.Equal(new Trend(4, 5), figures.Satisfaction);
        Assert.Equal([new CountOf("water", 2, 0), new CountOf("noise", 1, 1)], figures.ByCategory);
        Assert.Equal((1, 2, 30), (figures.ByDay[0].Count, figures.ByDay[2].Count, figures.ByDay.Count));
        Assert.Equal([new CountOf("B-07-C", 3, 1)], figures.Units);
    }

    [Fact]
    public void CMP24_What_cannot_be_said_is_not_said_as_zero()
    {
        var figures = ComplaintFigures.Of(Madrid, new(2026, 11, 1), Madrid.BeginningOf(new(2026, 11, 1)), [], [], 0, 0);

        Assert.Null(figures.SolveRate.Now);
        Assert.Null(figures.Satisfaction.Change);
    }

    private static ComplaintIndex Row(DateTime at, string category, bool met) => new() { ReceivedAtUtc = at, Category = category, Building = "B", Level = 1, Channel = "Phone", UnitId = "b07c", Place = "B-07-C", ContactMet = met };

    private static ComplaintIndex Ended(DateTime at, bool met, int reopened, int? satisfaction) => new() { ReceivedAtUtc = at.AddDays(-3), EndedAtUtc = at, SolveMet = met, Reopenings = reopened, Satisfaction = satisfaction };
}
