using YesSql.Sqlite;

namespace Platform.Tests.Data;

public sealed class SortableDecimalTests
{
    private static readonly decimal[] Ascending =
    [
        decimal.MinValue, -1_000_000_000_000m, -1250.51m, -1250.5m, -1250m, -100m, -99.99m, -10m, -9.5m, -9m, -1m, -0.5m, -0.25m, -0.2m, -0.01m, -0.001m,
        -0.0000000000000000000000000001m, 0m, 0.0000000000000000000000000001m, 0.001m, 0.01m, 0.2m, 0.25m, 0.5m, 1m, 1.05m, 1.5m, 9m, 9.5m, 10m, 99.99m, 100m,
        1250m, 1250.5m, 1250.51m, 1_000_000_000_000m, decimal.MaxValue,
    ];

    [Fact]
    public void Text_order_is_number_order()
    {
        var texts = Ascending.Select(SortableDecimal.ToText).ToArray();

        Assert.Equal(texts, texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_number_comes_back_exactly()
    {
        Assert.Equal(Ascending, Ascending.Select(value => SortableDecimal.Parse(SortableDecimal.ToText(value))));
    }

    [Fact]
    public void Trailing_zeros_and_the_sign_of_zero_make_no_difference()
    {
        Assert.Equal(SortableDecimal.ToText(1.5m), SortableDecimal.ToText(1.500m));
        Assert.Equal(SortableDecimal.ToText(0m), SortableDecimal.ToText(-0.00m));
        Assert.Equal(SortableDecimal.ToText(100m), SortableDecimal.ToText(100.0m));
    }
}
