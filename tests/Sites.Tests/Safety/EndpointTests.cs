using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropertySuite.Core;
using Sites.Tests.Hosting;

namespace Sites.Tests.Safety;

[Collection(SafetySites.Name)]
public sealed class EndpointTests(SafetySite site)
{
    private static readonly Dictionary<string, int> Reviewed = ReadReviewed();

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
    public void T12_an_endpoint_that_says_nothing_is_found_and_so_is_one_that_says_two_things()
    {
        Assert.False(Endpoints.States(new EndpointMetadataCollection(new HttpMethodMetadata(["GET"]))));
        Assert.False(Endpoints.States(new EndpointMetadataCollection(new RequiresAttribute("ManageUsers"), new AllowAnonymousAttribute())));
        Assert.True(Endpoints.States(new EndpointMetadataCollection(new RequiresAttribute("ManageUsers"))));
        Assert.True(Endpoints.States(new EndpointMetadataCollection(new AllowAnonymousAttribute())));
    }

    /// <summary>Whoever has not signed in is sent to do so, everywhere but at the reviewed addresses, which answer as reviewed.</summary>
    [Theory]
    [InlineData("alba", "community")]
    [InlineData("Default", "server")]
    public async Task T12_nobody_who_has_not_signed_in_gets_more_than_the_reviewed_list_allows(string name, string kind)
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
                findings.AddRange(FaultsOf(answer, $"{kind} {method} {Endpoints.Route(endpoint)}", Endpoints.IsOpen(endpoint)));
            }
        }

        None(findings);
    }

    [Fact]
    public async Task T12_every_line_of_the_reviewed_list_is_still_an_endpoint()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, kind) in new[] { ("alba", "community"), ("Default", "server") })
        {
            foreach (var endpoint in (await Endpoints.OfAsync(site.Sites, name)).Where(Endpoints.IsOpen))
            {
                known.UnionWith(Endpoints.Methods(endpoint).Select(method => $"{kind} {method} {Endpoints.Route(endpoint)}"));
            }
        }

        None(Reviewed.Keys.Where(line => !known.Contains(line)));
    }

    private static IEnumerable<string> FaultsOf(HttpResponseMessage answer, string line, bool isOpen)
    {
        if (!answer.Headers.Contains("Content-Security-Policy") || !answer.Headers.Contains("X-Content-Type-Options") || !answer.Headers.Contains("Referrer-Policy"))
            yield return $"{line} answers without the security headers";
        if (isOpen && !Reviewed.ContainsKey(line))
            yield return $"{line} is open to everybody and not in the list; it answers {(int)answer.StatusCode}";
        else if (isOpen && Reviewed[line] != (int)answer.StatusCode)
            yield return $"{line} answers {(int)answer.StatusCode}, reviewed with {Reviewed[line]}";
        else if (isOpen && answer.Headers.Location is { } target && (!target.OriginalString.StartsWith('/') || target.OriginalString.StartsWith("//", StringComparison.Ordinal)))
            yield return $"{line} leads away to {target}";
        else if (!isOpen && (answer.StatusCode != HttpStatusCode.Found || !answer.Headers.Location!.ToString().Contains("/Login?", StringComparison.Ordinal)))
            yield return $"{line} answers {(int)answer.StatusCode} {answer.Headers.Location} to somebody who has not signed in";
    }

    internal static void None(IEnumerable<string> findings)
    {
        var list = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }

    // SITE METHOD /route STATUS | reason
    private static Dictionary<string, int> ReadReviewed()
    {
        using var reader = new StreamReader(typeof(EndpointTests).Assembly.GetManifestResourceStream("anonymous.txt")!);
        return reader.ReadToEnd().Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(" | ", 2)[0])
            .ToDictionary(line => line[..line.LastIndexOf(' ')], line => int.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
