namespace OrchardCore.Navigation;

/// <summary>Orders positions such as "1", "2.5", "10" and "after", number by number; what has none comes after the numbered.</summary>
internal sealed class PositionComparer : IComparer<string?>
{
    public static readonly PositionComparer Instance = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (Parts(x), Parts(y));
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            if (i >= left.Length || i >= right.Length)
            {
                return left.Length - right.Length;
            }

            var order = ComparePart(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static string[] Parts(string? position)
        => string.IsNullOrWhiteSpace(position) ? ["~"] : position.Split('.', ':');

    private static int ComparePart(string left, string right) => (left, right) switch
    {
        _ when int.TryParse(left, out var a) && int.TryParse(right, out var b) => a.CompareTo(b),
        ("before", _) => right == "before" ? 0 : -1,
        (_, "before") => 1,
        ("after", _) => right == "after" ? 0 : 1,
        (_, "after") => -1,
        _ when int.TryParse(left, out _) => -1,
        _ when int.TryParse(right, out _) => 1,
        _ => string.CompareOrdinal(left, right),
    };
}
