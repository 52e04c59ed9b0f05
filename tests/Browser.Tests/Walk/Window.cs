using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Sites.Tests.Hosting;

namespace PropertySuite.Browser.Tests.Walk;

/// <summary>How a page is looked at.</summary>
internal sealed record Glass(int Width, ColorScheme Scheme, string Language)
{
    public bool IsPhone => Width < 600;

    public override string ToString() => $"{Width} px, {Scheme.ToString().ToLowerInvariant()}, {Language}";
}

/// <summary>A browser window in which somebody is signed in; it writes down everything that is wrong with what it shows.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly IPage _page;
    private readonly string _where;
    private readonly Glass _glass;

    private Window(IBrowserContext context, IPage page, string who, Glass glass)
    {
        _context = context;
        _page = page;
        _glass = glass;
        _where = $"{who}, {glass}";
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsExpected(message))
                Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => Add($"script: {error}");
        page.RequestFailed += (_, request) => Add($"request failed: {request.Url} ({request.Failure})");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !(response.Request.IsNavigationRequest && response.Status == _status))
                Add($"{response.Status} for {response.Url}");
            else if (response.Headers.TryGetValue(WalkSite.EndpointHeader.ToLowerInvariant(), out var endpoint))
                Reached.Add(endpoint);
        };
    }

    /// <summary>Status that the page now opened is to have.</summary>
    private int _status = 200;

    public List<string> Findings { get; } = [];

    public HashSet<string> Reached { get; } = new(StringComparer.Ordinal);

    /// <param name="signedIn">Whose cookies the window gets; null for none.</param>
    public static async Task<Window> OpenAsync(IBrowser browser, string who, Glass glass, TestBrowser? signedIn = null)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = glass.Width, Height = glass.IsPhone ? 740 : 900 },
            Locale = glass.Language,
            ColorScheme = glass.Scheme,
            ReducedMotion = ReducedMotion.Reduce,
            IsMobile = glass.IsPhone,
            HasTouch = glass.IsPhone,
        });
        context.SetDefaultTimeout(60_000);
        if (signedIn is not null)
        {
            await context.AddCookiesAsync(signedIn.Cookies.Select(cookie => new Cookie { Name = cookie.Key, Value = cookie.Value, Url = signedIn.Address.ToString() }));
        }

        return new Window(context, await context.NewPageAsync(), who, glass);
    }

    public Task RouteAsync(string url, Func<IRoute, Task> answer) => _page.RouteAsync(url, answer);

    /// <param name="status">What it is to answer; a page of an error is a page too.</param>
    public async Task LookAsync(string address, int status = 200)
    {
        _status = status;
        var answer = await _page.GotoAsync(address);
        if (answer!.Status != status)
            Add($"answers {answer.Status}");

        var seen = await _page.EvaluateAsync<Seen>(
            """
            () => ({
              headings: [...document.querySelectorAll('h1')].filter(heading => !heading.closest('[hidden]')).length,
              title: document.title.trim(),
              language: document.documentElement.lang,
              overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            })
            """);
        if (seen.Headings != 1)
            Add($"{seen.Headings} main headings");
        if (seen.Title.Length == 0)
            Add("no title");
        if (seen.Language.Length == 0 || seen.Language[..2] != _glass.Language[..2])
            Add($"its language is said to be '{seen.Language}'");
        if (seen.Overflow > 0)
            Add($"{seen.Overflow} px wider than its window");

        var result = await _page.RunAxe();
        foreach (var violation in result.Violations)
            Add($"axe {violation.Id} ({string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))})");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    // The browser notes the status of every page that is no 200 as an error.
    private bool IsExpected(IConsoleMessage message) => _status != 200 && message.Text.Contains($"status of {_status}", StringComparison.Ordinal);

    private void Add(string fault)
    {
        lock (Findings)
            Findings.Add($"{new Uri(_page.Url == "about:blank" ? "http://nowhere/" : _page.Url).PathAndQuery}: {fault} [{_where}]");
    }

    private sealed class Seen
    {
        public int Headings { get; set; }

        public string Title { get; set; } = "";

        public string Language { get; set; } = "";

        public int Overflow { get; set; }
    }
}
