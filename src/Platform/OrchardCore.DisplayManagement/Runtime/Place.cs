#nullable enable
using System.Collections.Concurrent;

namespace PropertySuite.Platform.Display;

/// <summary>
/// A parsed location: <c>[/]Zone[.Sub…][:position][#Tab[;pos]][%Card[;pos]][|Column[_width][;pos]][@group]</c>.
/// Locations are written in code and in placement files, so each is parsed once.
/// </summary>
internal sealed class Place
{
    private static readonly ConcurrentDictionary<string, Place> _known = new(StringComparer.Ordinal);
    private static readonly char[] _delimiters = [':', '#', '@', '%', '|'];

    private Place(string location)
    {
        var rest = location.AsSpan().Trim();
        IsHidden = rest.IsEmpty || rest is "-";
        IsLayoutZone = rest.StartsWith('/');
        if (IsLayoutZone)
            rest = rest[1..];

        var end = rest.IndexOfAny(_delimiters);
        var zone = end < 0 ? rest : rest[..end];
        Zones = zone.ToString().Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        while (end >= 0)
        {
            var delimiter = rest[end];
            rest = rest[(end + 1)..];
            end = rest.IndexOfAny(_delimiters);
            var value = (end < 0 ? rest : rest[..end]).Trim().ToString();
            switch (delimiter)
            {
                case ':':
                    Position = value;
                    break;
                case '#':
                    Tab = value;
                    break;
                case '@':
                    Group = value;
                    break;
                case '%':
                    Card = value;
                    break;
                case '|':
                    Column = value;
                    break;
            }
        }
    }

    public string[] Zones { get; }

    public string Position { get; } = string.Empty;

    public string? Tab { get; }

    public string? Group { get; }

    public string? Card { get; }

    public string? Column { get; }

    public bool IsLayoutZone { get; }

    public bool IsHidden { get; }

    public static Place Parse(string location)
    {
        if (_known.TryGetValue(location, out var place))
            return place;

        place = new Place(location);
        // Positions may come from data (a part's position in its type); the table must not grow with it for ever.
        if (_known.Count < 10_000)
            _known[location] = place;

        return place;
    }
}
