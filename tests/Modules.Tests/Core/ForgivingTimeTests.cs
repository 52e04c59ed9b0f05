using PropertySuite.Core;

namespace Modules.Tests.Core;

public sealed class ForgivingTimeTests
{
    private static readonly DateOnly Today = new(2026, 11, 12);

    [Theory]
    [InlineData("9", 9, 0)]
    [InlineData("21", 21, 0)]
    [InlineData("930", 9, 30)]
    [InlineData("1045", 10, 45)]
    [InlineData("9.30", 9, 30)]
    [InlineData(" 9:30 ", 9, 30)]
    [InlineData("21h", 21, 0)]
    [InlineData("21h15", 21, 15)]
    [InlineData("9:30 PM", 21, 30)]
    [InlineData("12am", 0, 0)]
    [InlineData("12 pm", 12, 0)]
    [InlineData("9点30分", 9, 30)]
    [InlineData("9：30", 9, 30)]
    [InlineData("0000", 0, 0)]
    public void Times_are_read_as_people_type_them(string typed, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), ForgivingTime.ReadTime(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("2460")]
    [InlineData("9:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("noon")]
    [InlineData("1:2:3")]
    [InlineData("-9")]
    [InlineData("123456")]
    public void What_is_no_time_is_not_guessed(string? typed) => Assert.Null(ForgivingTime.ReadTime(typed));

    [Theory]
    [InlineData("13/11", 2026, 11, 13)]
    [InlineData("12/11", 2026, 11, 12)]
    [InlineData("11/11", 2027, 11, 11)]
    [InlineData("1.12.26", 2026, 12, 1)]
    [InlineData("2026-12-01", 2026, 12, 1)]
    [InlineData("11月13日", 2026, 11, 13)]
    [InlineData("2026年12月1日", 2026, 12, 1)]
    public void Dates_are_read_day_first_and_fall_on_the_next_such_day(string typed, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), ForgivingTime.ReadDate(typed, Today));

    [Theory]
    [InlineData("31/2")]
    [InlineData("0/11")]
    [InlineData("13")]
    [InlineData("1/2/3/4")]
    [InlineData("tomorrow")]
    public void What_is_no_date_is_not_guessed(string typed) => Assert.Null(ForgivingTime.ReadDate(typed, Today));

    [Fact]
    public void The_29th_of_February_is_read_in_leap_years_only()
    {
        Assert.Null(ForgivingTime.ReadDate("29/2/2027", Today));
        Assert.Equal(new DateOnly(2028, 2, 29), ForgivingTime.ReadDate("29/2/2028", Today));
    }
}
