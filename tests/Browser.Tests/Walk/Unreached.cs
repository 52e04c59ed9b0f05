namespace PropertySuite.Browser.Tests.Walk;

/// <summary>Which pages nobody got to.</summary>
internal static class Unreached
{
    /// <summary>The reviewed exceptions, each with its reason.</summary>
    public static IReadOnlyDictionary<string, string> Reviewed { get; } = Read();

    public static IEnumerable<string> Compare(IReadOnlyCollection<string> known, IReadOnlyCollection<string> reached, IReadOnlyDictionary<string, string> reviewed) =>
    [
        .. known.Except(reached).Where(page => !reviewed.ContainsKey(page)).Order(StringComparer.Ordinal).Select(page => $"nobody reaches {page}"),
        .. reviewed.Keys.Where(page => reached.Contains(page) || !known.Contains(page)).Select(page => $"{page} is reached, or is no page: take it out of the list"),
    ];

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(Unreached).Assembly.GetManifestResourceStream("unreached.txt")!);
        return reader.ReadToEnd().Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | ", 2))
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
    }
}
