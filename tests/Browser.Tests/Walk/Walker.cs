using System.Net;
using System.Text.RegularExpressions;
using Sites.Tests.Hosting;

namespace PropertySuite.Browser.Tests.Walk;

/// <summary>A page that somebody found by following links.</summary>
/// <param name="Pattern">Name of the endpoint that answered.</param>
internal sealed record FoundPage(string Pattern, string Address);

/// <summary>Somebody who follows every link, from the front page on, and writes down what does not answer as it should.</summary>
/// <param name="browser">A client in which this person has signed in, or a stranger's.</param>
internal sealed partial class Walker(string name, string site, TestBrowser browser) : IDisposable
{
    // The same page of another record, another page of the same list: enough are opened to see the kinds of them.
    private const int MostOfOnePattern = 4;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _opened = new(StringComparer.Ordinal);
    private readonly Queue<(string Address, string From)> _open = [];

    public string Name => name;

    public string Site => site;

    public TestBrowser Browser => browser;

    /// <summary>Every endpoint that gave an answer to look at, files and pictures among them.</summary>
    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <summary>The pages to look at.</summary>
    public List<FoundPage> Pages { get; } = [];

    public List<string> Findings { get; } = [];

    /// <summary>Addresses not opened because enough of their kind were.</summary>
    public int Left { get; private set; }

    /// <param name="entries">Where the walk begins.</param>
    public async Task WalkAsync(params IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            _open.Enqueue((entry, "the beginning"));
        }

        while (_open.TryDequeue(out var next))
        {
            if (_seen.Add(next.Address))
            {
                await OpenAsync(next.Address, next.From);
            }
        }
    }

    public void Dispose() => browser.Dispose();

    private async Task OpenAsync(string address, string from)
    {
        if (AddressKind.Of(address) is var kind && _opened.GetValueOrDefault(kind) >= MostOfOnePattern)
        {
            Left++;
            return;
        }

        using var answer = await browser.GetAsync(address, "text/html,*/*");
        _opened[kind] = _opened.GetValueOrDefault(kind) + 1;
        var pattern = answer.Headers.TryGetValues(WalkSite.EndpointHeader, out var names) ? names.Single() : "";
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            Reached.Add(pattern);
            Enqueue(answer.Headers.Location!.ToString(), address);
            return;
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            Findings.Add($"{name}: {address} answers {(int)answer.StatusCode}; a link on {from} leads there");
            return;
        }

        Reached.Add(pattern);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        Pages.Add(new FoundPage(pattern, address));
        var html = await answer.Content.ReadAsStringAsync();
        Findings.AddRange(PageText.FaultsOf(html).Select(fault => $"{name}: {address}: {fault}"));
        foreach (Match link in Link().Matches(html))
        {
            Enqueue(WebUtility.HtmlDecode(link.Groups["url"].Value), address);
        }

        foreach (Match form in Form().Matches(html))
        {
            Enqueue(Asked(form.Groups["action"].Value, form.Groups["fields"].Value), address);
        }
    }

    // A form that only asks is a link with something typed in.
    private static string Asked(string action, string fields) =>
        WebUtility.HtmlDecode(action).Split('?')[0] + "?" + string.Join('&', Field().Matches(fields).Select(field => field.Groups["name"].Value + "=a"));

    private void Enqueue(string link, string from)
    {
        var target = new Uri(new Uri(browser.Address, from), link);
        if (target.Authority == browser.Address.Authority && target.Scheme == browser.Address.Scheme)
        {
            _open.Enqueue((target.PathAndQuery, from));
        }
    }

    [GeneratedRegex("<a\\b[^>]*\\shref=\"(?<url>[^\"#][^\"]*)\"|<(?:img|iframe)\\b[^>]*\\ssrc=\"(?<url>/[^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex("<form\\b(?=[^>]*\\smethod=\"get\")(?:[^>]*\\saction=\"(?<action>[^\"]*)\")?[^>]*>(?<fields>.*?)</form>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input\\b(?=[^>]*\\stype=\"(?:search|text)\")[^>]*\\sname=\"(?<name>[^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Field();
}
