using Microsoft.Playwright;
using PropertySuite.Running;

namespace PropertySuite.Browser.Tests;

/// <summary>Journeys share one server and one browser, and go one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Journeys : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Journeys";
}

/// <summary>One running product with its demonstration community, and one browser, for all journeys.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private Server? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether this machine has a browser.</summary>
    public bool IsUsable => Chromium.Executable is not null;

    /// <summary>The demonstration community's address.</summary>
    public string Alba => $"http://alba.localhost:{_server!.Port}";

    /// <summary>The business park's address.</summary>
    public string RioClaro => $"http://rioclaro.localhost:{_server!.Port}";

    internal Server Server => _server!;

    internal IPlaywright Playwright => _playwright!;

    internal IBrowser Browser => _browser!;

    internal string Folder => _data.Path;

    public async ValueTask InitializeAsync()
    {
        if (IsUsable)
        {
            _server = await Server.StartAsync(Path.Combine(_data.Path, "data"));
            // So that "offline" means the pages' workers too.
            Environment.SetEnvironmentVariable("PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS", "1");
            _playwright = await Microsoft.Playwright.Playwright.CreateAsync();
            _browser = await Chromium.LaunchAsync(_playwright);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _data.Dispose();
    }
}
