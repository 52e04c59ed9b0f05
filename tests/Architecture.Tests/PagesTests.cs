using System.Text.RegularExpressions;
using System.Xml.Linq;
using PropertySuite.Office.Frame;

namespace PropertySuite.Architecture.Tests;

/// <summary>Views as files: the security policy lets no style or script through that stands in a page, and every sign exists.</summary>
public sealed partial class PagesTests
{
    private const int ResidenceScriptLimit = 100_000; // bytes, before compression

    private static string Source => Path.Combine(Product.RepositoryRoot, "src");

    private static string Sprite => Path.Combine(Source, "Themes", "PropertySuite.Office", "wwwroot", "icons.svg");

    [Fact]
    public void No_view_brings_a_style_or_a_script_of_its_own()
    {
        Assert.Empty(Views().Where(view => BringsItsOwn(view.Text)).Select(view => view.Path));
    }

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<button onclick=\"go()\">")]
    public void A_style_or_a_script_in_a_view_is_found(string markup)
    {
        Assert.True(BringsItsOwn(markup));
    }

    [Theory]
    [InlineData("<style asp-name=\"ps-office\" at=\"Head\"></style>")]
    [InlineData("<script type=\"module\" asp-name=\"ps-scan\" at=\"Foot\"></script>")]
    public void A_style_or_a_script_required_by_name_is_not_taken_for_one_of_its_own(string markup)
    {
        Assert.False(BringsItsOwn(markup));
    }

    [Fact]
    public void Every_icon_that_a_view_shows_is_in_the_sprite()
    {
        var known = SpriteIds();
        var missing = from view in Views()
                      from Match match in IconUse().Matches(view.Text)
                      let name = match.Groups["sprite"].Success ? match.Groups["sprite"].Value : match.Groups["tag"].Value
                      where !known.Contains(name)
                      select $"{view.Path}: {name}";
        Assert.Empty(missing);
    }

    [Fact]
    public void The_list_of_icons_and_the_sprite_name_the_same()
    {
        Assert.Equal(SpriteIds().Where(id => !id.StartsWith("due-", StringComparison.Ordinal)).Order(), Icons.Names.Order());
    }

    [Fact]
    public void The_script_of_the_residence_stays_small()
    {
        var entry = Path.Combine(Source, "Themes", "PropertySuite.Residence", "wwwroot", "js", "residence.js");
        Assert.InRange(Reachable(entry).Sum(file => new FileInfo(file).Length), 1, ResidenceScriptLimit);
    }

    private static IEnumerable<(string Path, string Text)> Views()
        => from path in Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories)
           where !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
           select (Path.GetRelativePath(Source, path), File.ReadAllText(path));

    private static HashSet<string> SpriteIds()
        => [.. XDocument.Load(Sprite).Root!.Elements().Select(symbol => (string)symbol.Attribute("id")!)];

    private static bool BringsItsOwn(string markup) => Inline().IsMatch(markup);

    private static HashSet<string> Reachable(string entry)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([Path.GetFullPath(entry)]);
        while (open.TryDequeue(out var file))
        {
            if (found.Add(file))
            {
                foreach (Match import in Import().Matches(File.ReadAllText(file)))
                {
                    open.Enqueue(Served(file, import.Groups["path"].Value));
                }
            }
        }

        return found;
    }

    // "../../PropertySuite.Office/js/app.js" is an address; in the tree a wwwroot stands after the theme's name.
    private static string Served(string from, string address)
    {
        var flat = from.Replace($"{Path.DirectorySeparatorChar}wwwroot{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(flat)!, address));
        var themes = Path.Combine(Source, "Themes");
        var parts = Path.GetRelativePath(themes, target).Split(Path.DirectorySeparatorChar, 2);
        return Path.Combine(themes, parts[0], "wwwroot", parts[1]);
    }

    [GeneratedRegex("""<[a-z][^>]*\s(style|on[a-z]+)\s*=\s*["']|<style(?![^>]*\sasp-)[^>]*>|<script(?![^>]*\s(asp-|src=))[^>]*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""icons\.svg#(?<sprite>[a-z0-9-]+)|<(?:ps-)?icon name="(?<tag>[a-z0-9-]+)" """)]
    private static partial Regex IconUse();

    [GeneratedRegex("(?:from|import)\\s*\\(?\"(?<path>\\.[^\"]+)\"")]
    private static partial Regex Import();
}
