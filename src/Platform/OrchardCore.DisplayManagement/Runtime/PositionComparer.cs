#nullable enable
namespace PropertySuite.Platform.Display;

/// <summary>
/// Order of positions: dotted parts from the left, numbers by value, numbers before other text, <c>before</c> first,
/// <c>after</c> last; null means <c>before</c>, an empty position 0, and a missing part comes before a present one.
/// </summary>
internal sealed class PositionComparer : IComparer<string?>
{
    public static readonly PositionComparer Instance = new();

    public int Compare(string? x, string? y)
    {
        x ??= "before";
        y ??= "before";
        if (string.Equals(x, y, StringComparison.Ordinal))
            return 0;

        var left = x.AsSpan();
        var right = y.AsSpan();
        while (true)
        {
            var a = Next(ref left, out var leftEnded);
            var b = Next(ref right, out var rightEnded);
            var order = Part(a, b);
            if (order != 0)
                return order;

            if (leftEnded || rightEnded)
                return leftEnded ? rightEnded ? 0 : -1 : 1;
        }
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest, out bool ended)
    {
        var dot = rest.IndexOf('.');
        ended = dot < 0;
        var part = ended ? rest : rest[..dot];
        rest = ended ? [] : rest[(dot + 1)..];
        return part.Trim();
    }

    private static int Part(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (rankA, numberA) = Rank(a);
        var (rankB, numberB) = Rank(b);
        if (rankA != rankB)
            return rankA.CompareTo(rankB);

        return rankA switch
        {
            1 => numberA.CompareTo(numberB),
            2 => a.CompareTo(b, StringComparison.OrdinalIgnoreCase),
            _ => 0,
        };
    }

    private static (int Rank, int Number) Rank(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty)
            return (1, 0);
        if (part.Equals("before", StringComparison.OrdinalIgnoreCase))
            return (0, 0);
        if (part.Equals("after", StringComparison.OrdinalIgnoreCase))
            return (3, 0);

        return int.TryParse(part, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (1, number)
            : (2, 0);
    }
}
