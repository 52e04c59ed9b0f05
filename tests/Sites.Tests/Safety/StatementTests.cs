using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Sites.Tests.Hosting;

namespace Sites.Tests.Safety;

/// <summary>A page asks the database a number of questions that does not grow with what the community holds.</summary>
public sealed partial class StatementTests : IAsyncLifetime
{
    private const string Password = "Nine quiet herons at dusk";

    // A page with a dozen cards asks a few questions for each; one that asks for every row of a list asks for more than this.
    private const int MostStatements = 60;

    private readonly StatementCounts _counts = new();
    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync(configure: builder => builder.Services.AddSingleton<IStartupFilter>(_counts));
        var errors = await _sites.SetUpAsync("alba", "residential-estate-demo", "alba.localhost", null, ("SiteTimeZone", "Europe/Madrid"), ("AdminUsername", "admin"), ("AdminPassword", Password));
        Assert.True(errors.Count == 0, string.Join(" ", errors.Values));
    }

    public async ValueTask DisposeAsync()
    {
        await _sites.DisposeAsync();
        _counts.Dispose();
    }

    [Fact]
    public async Task No_page_asks_for_every_row_by_itself()
    {
        using var browser = _sites.Browser("https://alba.localhost");
        using (var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", "admin"), ("Password", Password)))
        {
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        var open = new Queue<string>(["/", "/Admin/Today"]);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var address))
        {
            var kind = AddressKind.Of(address);
            if (!seen.Add(address) || kinds.GetValueOrDefault(kind) >= 2)
            {
                continue;
            }

            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add(StatementCounts.Header, address);
            using var answer = await browser.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                foreach (Match link in Link().Matches(body))
                {
                    open.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
                }
            }
        }

        var most = _counts.Finished.OrderByDescending(page => page.Value).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, most.Take(25).Select(page => $"{page.Value} {page.Key}")));
        Assert.True(most.Count > 60, $"Only {most.Count} pages were opened.");
        EndpointTests.None(most.Where(page => page.Value > MostStatements).Select(page => $"{page.Value} statements: {page.Key}"));
    }

    [GeneratedRegex("<a[^>]* href=\"(/[^\"#]*)\"")]
    private static partial Regex Link();
}
