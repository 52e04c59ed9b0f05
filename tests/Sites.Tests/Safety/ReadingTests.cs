using System.Net;
using System.Text.RegularExpressions;
using Sites.Tests.Hosting;
using Sites.Tests.Recipes;

namespace Sites.Tests.Safety;

/// <summary>Who only looks changes nothing.</summary>
[Collection(SafetySites.Name)]
public sealed partial class ReadingTests(SafetySite site)
{
    // Pages of one kind differ in the record they show; every kind is opened, and some of each.
    private const int MostOfOneKind = 4;

    // More than this is no site but a page that links to ever new ones.
    private const int MostPages = 5000;

    [Theory]
    [InlineData("manager")]
    [InlineData("desk")]
    [InlineData("guard")]
    [InlineData("owner")]
    public async Task T22_no_get_changes_the_database(string user)
    {
        using var browser = await site.SignInAsync(user);

        // The first look at a page may still start the site; from here on nothing may move.
        await browser.ReadAsync("/");
        var before = await site.Sites.ImageAsync("alba");
        var logged = site.Sites.Log.Entries.Count;

        var findings = await CrawlAsync(browser, await site.AddressesAsync("alba"));

        EndpointTests.None(findings);
        EndpointTests.None(site.Sites.Log.Entries.Skip(logged).Where(entry => entry.Contains("WritesOnRead", StringComparison.Ordinal)));
        Assert.Equal(before, await site.Sites.ImageAsync("alba"));
    }

    /// <summary>Opens every address, and what the pages link to, and tells of every failure of ours.</summary>
    private static async Task<IReadOnlyList<string>> CrawlAsync(TestBrowser browser, IEnumerable<string> addresses)
    {
        var findings = new List<string>();
        var open = new Queue<string>(addresses);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        while (open.TryDequeue(out var address))
        {
            var kind = AddressKind.Of(address);
            if (!seen.Add(address) || kinds.GetValueOrDefault(kind) >= MostOfOneKind)
            {
                continue;
            }

            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (seen.Count > MostPages)
            {
                findings.Add($"More than {MostPages} addresses: the crawl does not come to an end.");
                break;
            }

            using var answer = await browser.GetAsync(address);
            if ((int)answer.StatusCode >= 500)
            {
                findings.Add($"{(int)answer.StatusCode} {address}");
            }

            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync()))
                {
                    open.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kinds.Values.Sum()} of {seen.Count} addresses opened, {kinds.Count} kinds");
        return findings;
    }

    [GeneratedRegex("<a[^>]* href=\"(/[^\"#]*)\"")]
    private static partial Regex Link();
}
