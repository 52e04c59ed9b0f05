using System.Net;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Sites.Tests.Hosting;

namespace Sites.Tests.Safety;

/// <summary>T13: what belongs to others is answered as what is not there, at every address that takes an id.</summary>
public sealed partial class OthersTests(Neighbours neighbours) : IClassFixture<Neighbours>
{
    private static readonly string[] Residents = [Neighbours.Owner, Neighbours.Neighbour, Neighbours.Former, Neighbours.Blocked, "nobody"];

    private static readonly IReadOnlyDictionary<string, (string Object, string Who)> Rows = Read();

    [Fact]
    public async Task T13_every_address_that_takes_an_id_has_a_row()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var site in new[] { "alba", "Default" })
        {
            foreach (var endpoint in await Endpoints.OfAsync(neighbours.Sites, site))
            {
                known.UnionWith(Endpoints.Methods(endpoint).SelectMany(method => Ids(endpoint).Select(id => Row(method, endpoint, id))));
            }
        }

        Assert.True(known.Count > 40, $"Only {known.Count} addresses that take an id were found.");
        EndpointTests.None(known.Where(row => !Rows.ContainsKey(row)).Select(row => row + ": no row"));
        EndpointTests.None(Rows.Keys.Where(row => !known.Contains(row)).Select(row => row + ": no longer an address"));
    }

    [Fact]
    public async Task T13_what_is_not_yours_is_answered_as_what_is_not_there()
    {
        var findings = new List<string>();
        var cells = 0;
        foreach (var person in Residents)
        {
            foreach (var endpoint in (await Endpoints.OfAsync(neighbours.Sites, "alba")).OrderBy(Endpoints.Name, StringComparer.Ordinal))
            {
                foreach (var (method, id) in Endpoints.Methods(endpoint).SelectMany(method => Asked(method, endpoint)))
                {
                    var (kind, who) = Rows[Row(method, endpoint, id)];
                    var own = await AskAsync(person, method, endpoint, id, neighbours.OwnOf(person, kind));
                    var other = await AskAsync(person, method, endpoint, id, neighbours.OtherOf(person, kind));
                    var none = await AskAsync(person, method, endpoint, id, Neighbours.NoneOf(neighbours.OwnOf(person, kind)));
                    cells += 3;

                    var cell = $"{person}: {Row(method, endpoint, id)}";
                    var lives = person is Neighbours.Owner or Neighbours.Neighbour;
                    if ((who == "own" && lives) == own.IsRefused && who is not ("same" or "holder" or "shared"))
                        findings.Add($"{cell}: the own one is answered with {own.Status}");
                    if (who is "own" or "staff" && !other.IsRefused)
                        findings.Add($"{cell}: the other's is answered with {other.Status}");
                    if (who == "holder" && (other.IsRefused || own.IsRefused))
                        findings.Add($"{cell}: who holds the address is refused with {other.Status}");
                    if (who is not ("holder" or "shared") && other.Differs(none) is { } difference)
                        findings.Add($"{cell}: {difference}");
                    if (who != "shared" && own.IsRefused && own.Differs(none) is { } told)
                        findings.Add($"{cell}: {told}");
                }
            }
        }

        EndpointTests.None(findings);
        Assert.Equal("alive", await neighbours.Browsers[Neighbours.Neighbour].ReadAsync("/my/visits") is { Length: > 0 } page && page.Contains("Guest of neighbour", StringComparison.Ordinal) ? "alive" : "signed out by somebody else");
        TestContext.Current.TestOutputHelper?.WriteLine($"{cells} cells");
    }

    /// <summary>Staff may look at much; where one is refused, the refusal does not tell whether there is something.</summary>
    [Theory]
    [InlineData("guard", true)]
    [InlineData("desk", true)]
    [InlineData("manager", false)]
    public async Task T13_a_refusal_does_not_tell_staff_what_exists(string person, bool alsoPosts)
    {
        var findings = new List<string>();
        foreach (var endpoint in await Endpoints.OfAsync(neighbours.Sites, "alba"))
        {
            foreach (var (method, id) in Endpoints.Methods(endpoint).Where(method => method == "GET" || alsoPosts).SelectMany(method => Asked(method, endpoint)))
            {
                var (kind, _) = Rows[Row(method, endpoint, id)];
                var there = await AskAsync(person, method, endpoint, id, neighbours.OwnOf(person, kind));
                var none = await AskAsync(person, method, endpoint, id, Neighbours.NoneOf(neighbours.OwnOf(person, kind)));
                if (there.IsRefused && there.Differs(none) is { } difference)
                    findings.Add($"{person}: {Row(method, endpoint, id)}: {difference}");
            }
        }

        EndpointTests.None(findings);
    }

    [Fact]
    public void T13_answers_that_differ_are_told_apart()
    {
        var refused = new Answer(HttpStatusCode.Forbidden, "", "You may not see {id}.");

        Assert.NotNull(refused.Differs(new Answer(HttpStatusCode.NotFound, "", "You may not see {id}.")));
        Assert.NotNull(refused.Differs(new Answer(HttpStatusCode.Forbidden, "", "There is no {id}.")));
        Assert.Null(refused.Differs(new Answer(HttpStatusCode.Forbidden, "", "You may not see {id}.")));
    }

    /// <summary>Everything that an endpoint is told an id by: the route, and what its action reads from the query or a form.</summary>
    private static IReadOnlyList<string> Ids(RouteEndpoint endpoint)
    {
        var ids = endpoint.RoutePattern.Parameters
            .Where(parameter => !endpoint.RoutePattern.RequiredValues.TryGetValue(parameter.Name, out var required) || required is not string { Length: > 0 })
            .Select(parameter => parameter.Name)
            .ToList();
        foreach (var parameter in endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.Parameters ?? [])
        {
            ids.AddRange(IsOfUs(parameter.ParameterType)
                ? parameter.ParameterType.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite && IsId(property.Name)).Select(property => property.Name)
                : IsId(parameter.Name) ? [parameter.Name] : []);
        }

        return [.. ids.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // What has no row yet is told of once, by the test of the rows.
    private static IEnumerable<(string Method, string Id)> Asked(string method, RouteEndpoint endpoint) =>
        Ids(endpoint).All(id => Rows.ContainsKey(Row(method, endpoint, id))) ? Ids(endpoint).Select(id => (method, id)) : [];

    private static bool IsOfUs(Type type) => type.IsClass && (type.Namespace ?? "").StartsWith("PropertySuite", StringComparison.Ordinal);

    private static bool IsId(string name) => name.EndsWith("Id", StringComparison.Ordinal) || name == "id";

    private static string Row(string method, RouteEndpoint endpoint, string id) => $"{method} {Endpoints.Route(endpoint)} {id}";

    private async Task<Answer> AskAsync(string person, string method, RouteEndpoint endpoint, string id, string value)
    {
        var browser = neighbours.Browsers[person];
        var values = Ids(endpoint).ToDictionary(name => name, name => name == id ? value : neighbours.OwnOf(person, Rows[Row(method, endpoint, name)].Object), StringComparer.OrdinalIgnoreCase);
        var address = Endpoints.Address(endpoint, values);
        var outside = values.Where(pair => endpoint.RoutePattern.GetParameter(pair.Key) is null).ToList();
        using var request = new HttpRequestMessage(new HttpMethod(method), method == "GET" && outside.Count > 0 ? address + "?" + string.Join('&', outside.Select(pair => $"{pair.Key}={pair.Value}")) : address);
        if (method != "GET")
        {
            request.Content = new FormUrlEncodedContent(
            [
                .. outside,
                new("Name", "Guest of somebody"), new("Day", "today"), new("From", "9:00"), new("Until", "23:00"), new("Persons", "1"), new("Car", "no"),
                new("__RequestVerificationToken", await TokenAsync(browser)),
            ]);
        }

        using var answer = await browser.SendAsync(request);
        return new Answer(answer.StatusCode, Plain(answer.Headers.Location?.ToString() ?? "", address, value), Plain(await answer.Content.ReadAsStringAsync(), address, value));
    }

    // Every page with a form of its own has one: a stranger's is that of signing in, a person's that of the language.
    private static async Task<string> TokenAsync(TestBrowser browser) => TestBrowser.TokenOf(await browser.ReadAsync("/preferences"));

    // What is asked for is written back; tokens and references are new each time.
    private static string Plain(string text, string address, string value)
    {
        var plain = WebUtility.HtmlDecode(text)
            .Replace(Uri.EscapeDataString(address), "{address}", StringComparison.Ordinal)
            .Replace(address, "{address}", StringComparison.Ordinal);
        plain = Id().IsMatch(value) ? plain.Replace(value, "{id}", StringComparison.Ordinal) : plain;
        return Token().Replace(Reference().Replace(plain, "{reference}"), "{token}");
    }

    private static Dictionary<string, (string, string)> Read()
    {
        using var reader = new StreamReader(typeof(OthersTests).Assembly.GetManifestResourceStream("objects.txt")!, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[0], parts => (parts[1], parts[2]), StringComparer.Ordinal);
    }

    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Token();

    [GeneratedRegex("^[0-9A-Za-z_-]{22,40}$")]
    private static partial Regex Id();

    [GeneratedRegex("\\b[0-9A-F]{12}\\b")]
    private static partial Regex Reference();

    private sealed record Answer(HttpStatusCode Status, string Location, string Body)
    {
        /// <summary>Not let in: sent to sign in, forbidden, or not there.</summary>
        public bool IsRefused => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            || (Status == HttpStatusCode.Found && Location.Contains("/Login", StringComparison.Ordinal));

        public string? Differs(Answer none)
        {
            if (Status != none.Status)
                return $"{(int)Status}, but {(int)none.Status} where there is nothing";
            if (Location != none.Location)
                return $"leads to {Location}, but to {none.Location} where there is nothing";
            if (Body == none.Body)
                return null;
            var at = Body.Zip(none.Body).TakeWhile(pair => pair.First == pair.Second).Count();
            return $"{(int)Status} says '{Cut(Body, at)}', but '{Cut(none.Body, at)}' where there is nothing";
        }

        private static string Cut(string text, int at) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");
    }
}
