using System.Text.RegularExpressions;

namespace PropertySuite.Architecture.Tests;

/// <summary>What the documents say of the project still holds.</summary>
public sealed partial class DocumentsTests
{
    private static IEnumerable<string> Pages => Directory.EnumerateFiles(Product.RepositoryRoot, "*.md", SearchOption.AllDirectories)
        .Where(file => !Regex.IsMatch(file, @"[\\/](bin|obj|node_modules|artifacts|App_Data)[\\/]"));

    [Fact]
    public void Every_link_leads_somewhere() => Verdict.None(Pages.SelectMany(page => DeadLinks(page, File.ReadAllText(page))));

    [Fact]
    public void A_dead_link_is_found() =>
        Assert.NotEmpty(DeadLinks(Path.Combine(Product.RepositoryRoot, "README.md"), "[gone](docs/never-written.md)"));

    [Fact]
    public void Every_command_that_is_told_exists() => Verdict.None(Pages.SelectMany(page => UnknownCommands(page, File.ReadAllText(page))));

    [Fact]
    public void An_unknown_command_is_found() => Assert.NotEmpty(UnknownCommands("README.md", "Say `./dev fly`."));

    [Fact]
    public void Every_decision_is_in_the_index()
    {
        var folder = Path.Combine(Product.RepositoryRoot, "docs", "decisions");
        var index = File.ReadAllText(Path.Combine(folder, "README.md"));

        Verdict.None(Directory.EnumerateFiles(folder, "0*.md").Select(Path.GetFileName).OfType<string>().Where(name => !index.Contains($"({name})", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_released_version_is_told_as_the_build_pins_it()
    {
        var pinned = Regex.Match(File.ReadAllText(Path.Combine(Product.RepositoryRoot, "Directory.Build.props")), "<OrchardVersion>([^<]+)<").Groups[1].Value;

        Assert.Contains($"`OrchardCore.*` {pinned}", File.ReadAllText(Path.Combine(Product.RepositoryRoot, "README.md")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> DeadLinks(string page, string text)
    {
        foreach (Match link in Link().Matches(text))
        {
            var target = link.Groups[1].Value.Split('#')[0];
            if (target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
                && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target)))
            {
                yield return $"{Path.GetRelativePath(Product.RepositoryRoot, page)} links to {target}";
            }
        }
    }

    private static IEnumerable<string> UnknownCommands(string page, string text)
    {
        var known = Regex.Matches(File.ReadAllText(Path.Combine(Product.RepositoryRoot, "dev")), @"^  ([a-z-]+)\)$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        return Command().Matches(text)
            .Select(match => match.Groups[1].Value)
            .Where(command => !known.Contains(command))
            .Select(command => $"{Path.GetFileName(page)} tells of ./dev {command}");
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\./dev ([a-z-]+)")]
    private static partial Regex Command();
}
