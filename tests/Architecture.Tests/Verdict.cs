namespace PropertySuite.Architecture.Tests;

/// <summary>How a rule's findings are told.</summary>
internal static class Verdict
{
    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var list = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }
}
