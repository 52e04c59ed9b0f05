using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sites.Tests.Hosting;

namespace Sites.Tests.Safety;

[Collection(SafetySites.Name)]
public sealed class EndpointTests(SafetySite site)
{
    private static readonly Dictionary<string, string> Reviewed = ReadReviewed();

    [Theory]
    [InlineData("alba")]
    [InlineData("Default")]
    public async Task T12_every_endpoint_says_who_may_use_it(string name)
    {
        var endpoints = await Endpoints.OfAsync(site.Sites, name);

        Assert.True(endpoints.Count > 30, $"Only {endpoints.Count} endpoints were found.");
        None(endpoints.Where(endpoint => !Endpoints.States(endpoint.Metadata)).Select(Endpoints.Name));
    }

    [Fact]
    public void T12_an_endpoint_that_says_nothing_is_found() =>
        Assert.False(Endpoints.States(new EndpointMetadataCollection(new HttpMethodMetadata(["GET"]))));

    [Theory]
    [InlineData("alba")]
    [InlineData("Default")]
    public async Task T12_nobody_who_has_not_signed_in_gets_more_than_the_reviewed_list_allows(string name)
    {
        using var browser = name == "Default" ? site.AtTheServersOwnSite() : site.Visitor();
        var findings = new List<string>();

        // A token of one's own is easy to come by; it must not be what keeps a form shut.
        var token = TestBrowser.TokenOf(await browser.ReadAsync("/Login"));
        foreach (var endpoint in await Endpoints.OfAsync(site.Sites, name))
        {
            var address = Endpoints.Address(endpoint, site.Values);
            foreach (var method in Endpoints.Methods(endpoint))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address);
                if (method != "GET")
                {
                    request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
                }

                using var answer = await browser.SendAsync(request);
                var reviewed = Reviewed.ContainsKey($"{method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}");
                if ((int)answer.StatusCode >= 500 || (answer.IsSuccessStatusCode && !reviewed))
                {
                    findings.Add($"{(int)answer.StatusCode} {method} {address}: {Endpoints.Name(endpoint)}");
                }

                if (answer.StatusCode == HttpStatusCode.Found && !reviewed && answer.Headers.Location!.ToString().Contains("/Login", StringComparison.Ordinal) is false)
                {
                    findings.Add($"{method} {address} leads to {answer.Headers.Location}");
                }

                if (!answer.Headers.Contains("Content-Security-Policy") || !answer.Headers.Contains("X-Content-Type-Options") || !answer.Headers.Contains("Referrer-Policy"))
                {
                    findings.Add($"{method} {address} answers without the security headers");
                }
            }
        }

        None(findings);
    }

    [Fact]
    public async Task T12_every_line_of_the_reviewed_list_is_still_an_endpoint()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in new[] { "alba", "Default" })
        {
            foreach (var endpoint in await Endpoints.OfAsync(site.Sites, name))
            {
                known.UnionWith(Endpoints.Methods(endpoint).Select(method => $"{method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}"));
            }
        }

        None(Reviewed.Keys.Where(line => !known.Contains(line)));
    }

    internal static void None(IEnumerable<string> findings)
    {
        var list = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }

    private static Dictionary<string, string> ReadReviewed()
    {
        using var reader = new StreamReader(typeof(EndpointTests).Assembly.GetManifestResourceStream("anonymous.txt")!);
        return reader.ReadToEnd().Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | ", 2))
            .ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
    }
}
