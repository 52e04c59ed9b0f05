using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests;

/// <summary>A person with a browser window of one size, who notes every error of the console and of the network on the way.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            // The browser notes every refused form as an error; the journeys look at what it says instead.
            if (message.Type == "error" && !message.Text.Contains("status of 422", StringComparison.Ordinal) && !message.Text.Contains("status of 409", StringComparison.Ordinal))
            {
                _faults.Add($"console on {page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Add($"script on {page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                _faults.Add($"{response.Status} at {response.Url}");
            }
        };
    }

    public IPage Page { get; }

    public static async Task<Visitor> OpenAsync(IBrowser browser, int width, string language = "es-ES")
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 900 },
            Locale = language,
            DeviceScaleFactor = 2,
            IsMobile = width < 600,
            HasTouch = width < 600,
        });
        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    /// <summary>Takes the network away, or gives it back. What the console says of that is no fault.</summary>
    public async Task SetOfflineAsync(bool offline)
    {
        await _context.SetOfflineAsync(offline);
        if (!offline)
        {
            _faults.RemoveAll(fault => fault.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal) || fault.Contains("status of 503", StringComparison.Ordinal) || fault.StartsWith("503 ", StringComparison.Ordinal));
        }
    }

    /// <summary>Signs in as a person would: opens the link and presses the button.</summary>
    public async Task SignInAsync(Uri link)
    {
        await Page.GotoAsync(link.ToString());
        await Page.Locator("main form button[type=submit]").First.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Opens a page and waits until it is there.</summary>
    public async Task GoAsync(string address)
    {
        var answer = await Page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{address} answered {answer.Status}");
    }

    /// <summary>Chooses the first gate, when the page asks for one.</summary>
    public async Task ChooseGateAsync()
    {
        var form = Page.Locator("form[action$='/Place']");
        if (await form.CountAsync() > 0 && await form.Locator("select").CountAsync() > 0)
        {
            var gates = form.Locator("select option");
            await form.Locator("select").SelectOptionAsync(new SelectOptionValue { Index = await gates.CountAsync() - 1 });
            await form.Locator("button[type=submit]").ClickAsync();
            await Page.WaitForLoadStateAsync(LoadState.Load);
        }
    }

    /// <summary>Fails when axe finds anything on the page, or the page is wider than its window.</summary>
    public async Task LookAsync()
    {
        // A page that is being fetched is the one before with another address.
        await Page.WaitForFunctionAsync("() => !document.documentElement.hasAttribute('aria-busy')");
        var result = await Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"axe on {Page.Url}: " + string.Join("; ", result.Violations.Select(violation => $"{violation.Id} ({string.Join(", ", violation.Nodes.Select(node => node.Html))})")));
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{Page.Url} is {overflow} px wider than its window");
    }

    public void AssertNoFaults() => Assert.True(_faults.Count == 0, string.Join("; ", _faults));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
