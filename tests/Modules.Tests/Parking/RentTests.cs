using PropertySuite.Parking;

namespace Modules.Tests.Parking;

/// <summary>Rent by months and days (PRK-09, T33).</summary>
public sealed class RentTests
{
    [Fact]
    public void The_first_and_the_last_month_are_paid_by_their_days_and_those_between_are_whole()
    {
        var lines = Rent.Lines(new Period(new(2026, 3, 17), new(2026, 6, 11)), 62m);

        Assert.Equal([(15, 30.00m), (30, 62m), (31, 62m), (10, 20.67m)], lines.Select(line => (line.Days, line.Amount)));
    }

    [Theory]
    [InlineData(2028, 29, "58")]
    [InlineData(2026, 28, "58")]
    public void February_is_a_whole_month_in_every_year(int year, int days, string amount)
    {
        var line = Assert.Single(Rent.Lines(new Period(new(year, 2, 1), new(year, 3, 1)), 58m));
        Assert.Equal((days, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), (line.Days, line.Amount));
    }

    [Fact]
    public void The_first_rent_pays_the_rest_of_the_month_and_the_next_one_where_that_rest_is_short()
    {
        Assert.Equal(62m, Rent.First(Period.Of(new(2026, 3, 1), 12), 62m));
        Assert.Equal(30.00m, Rent.First(Period.Of(new(2026, 3, 17), 12), 62m));
        Assert.Equal(62m + 8m, Rent.First(Period.Of(new(2026, 3, 28), 12), 62m));
        Assert.Equal(new DateOnly(2026, 5, 1), Rent.FirstUntil(Period.Of(new(2026, 3, 28), 12)));
        Assert.Equal(0, Rent.First(Period.Of(new(2026, 3, 1), 12), 0));
    }

    [Fact]
    public void What_was_used_and_what_is_given_back_are_what_was_paid_to_the_cent()
    {
        foreach (var monthly in new[] { 62m, 54m, 18m, 33.33m, 0.01m })
        {
            for (var start = new DateOnly(2028, 1, 20); start < new DateOnly(2028, 3, 10); start = start.AddDays(3))
            {
                var period = Period.Of(start, 12);
                var paidUntil = Rent.FirstUntil(period);
                for (var last = start; last < paidUntil; last = last.AddDays(1))
                {
                    Assert.Equal(Rent.First(period, monthly), Rent.Sum(period.EndingAfter(last), monthly) + Rent.Unused(start, last, paidUntil, monthly));
                }
            }
        }
    }

    [Theory]
    [InlineData("1234-dmo", "1234DMO")]
    [InlineData(" 1234 DMO ", "1234DMO")]
    [InlineData("m·3920.xz", "M3920XZ")]
    [InlineData("京A·12345", "京A12345")]
    [InlineData("ÁB 12", "AB12")]
    public void A_plate_is_the_same_however_it_is_typed(string typed, string plate) => Assert.Equal(plate, Plate.Normal(typed));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("A")]
    [InlineData("1234567890123")]
    [InlineData("<b>")]
    [InlineData("12;34")]
    public void What_is_no_plate_is_none(string? typed) => Assert.Null(Plate.Normal(typed));
}
