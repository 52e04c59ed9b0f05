using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Descriptor.Models;
using OrchardCore.Setup.Services;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Commands;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Setup;
using PropertySuite.Platform.Shells;
using Sites.Tests.Recipes;

namespace Sites.Tests.Hosting;

/// <summary>
/// The whole application in this process, on a data folder of its own, with a clock that the test moves. Sites are set
/// up from a recipe, or bare with the named features only.
/// </summary>
public sealed class TestSites : IAsyncDisposable
{
    private readonly Action<WebApplicationBuilder>? _configure;
    private readonly bool _ownsData;
    private WebApplication _app = null!;

    private TestSites(string data, bool ownsData, Action<WebApplicationBuilder>? configure)
    {
        Data = data;
        _ownsData = ownsData;
        _configure = configure;
    }

    /// <summary>The full path of the data folder; it is deleted with the last use.</summary>
    public string Data { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Everything logged as a warning or worse.</summary>
    public LogBook Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    internal ShellHost Host => _app.Services.GetRequiredService<ShellHost>();

    /// <param name="data">An existing folder to start on; null for a new one.</param>
    public static async Task<TestSites> StartAsync(string? data = null, Action<WebApplicationBuilder>? configure = null)
    {
        var sites = new TestSites(data ?? Directory.CreateTempSubdirectory("suite-").FullName, data is null, configure);
        await sites.StartAsync();
        return sites;
    }

    /// <summary>Stops and starts on the same data.</summary>
    public async Task RestartAsync(Action? meanwhile = null)
    {
        await StopAsync();
        meanwhile?.Invoke();
        await StartAsync();
    }

    /// <summary>A site without a recipe: it has these features and runs.</summary>
    public async Task AddAsync(string name, string? host = null, string? prefix = null, params string[] features)
    {
        var manager = Services.GetRequiredService<IShellSettingsManager>();
        var settings = manager.CreateDefaultSettings();
        settings.Name = name;
        settings.RequestUrlHost = host;
        settings.RequestUrlPrefix = prefix;
        settings["DatabaseProvider"] = "Sqlite";
        settings["DatabaseName"] = "OrchardCore.db";
        await ShellDescriptorStore.WriteAsync(FolderOf(name), new ShellDescriptor { SerialNumber = 1, Features = [.. features.Select(id => new ShellFeature(id))] });
        await manager.SaveSettingsAsync(settings.AsRunning());
        await Host.ReloadShellContextAsync(settings);
    }

    /// <summary>Sets a site up from a recipe.</summary>
    /// <returns>What went wrong; empty when all went well.</returns>
    public async Task<IDictionary<string, string>> SetUpAsync(string name, string recipe, string? host = null, string? prefix = null, params (string Name, object Value)[] properties)
    {
        var settings = Host.TryGetSettings(name, out var known) ? new ShellSettings(known) : Services.GetRequiredService<IShellSettingsManager>().CreateDefaultSettings();
        settings.Name = name;
        settings.RequestUrlHost = host;
        settings.RequestUrlPrefix = prefix;
        var context = new SetupContext { ShellSettings = settings, Properties = { [SetupService.RecipeName] = recipe, ["SiteName"] = name, ["AdminUsername"] = "admin", ["AdminEmail"] = "admin@example.org" } };
        foreach (var (key, value) in properties)
            context.Properties[key] = value;
        await Services.GetRequiredService<ISetupService>().SetupAsync(context);
        return context.Errors;
    }

    /// <summary>A browser with cookies of its own, which follows no redirect by itself.</summary>
    /// <param name="address">Such as <c>http://alba.localhost</c>.</param>
    public TestBrowser Browser(string address) => new(_app.GetTestServer().CreateHandler(), new Uri(address));

    /// <summary>A unit of work in a site.</summary>
    public async Task InAsync(string site, Func<IServiceProvider, Task> work)
        => await (await Host.GetScopeAsync(Host.GetSettings(site))).UsingAsync(scope => work(scope.ServiceProvider));

    /// <summary>All that a site holds, taken when it rests: a site that has just started notes when its tasks are due.</summary>
    public async Task<string> ImageAsync(string site)
    {
        var scheduler = Services.GetRequiredService<BackgroundTaskScheduler>();
        await Waiting.UntilAsync(() => Task.FromResult(!scheduler.AgendaOf(site).IsBusy && (scheduler.DueOf(site) is { } due ? due > Time.GetUtcNow().UtcDateTime : site == "Default")), "The site has not noted its tasks.");
        return SiteImage.Of(FolderOf(site));
    }

    public string FolderOf(string site) => Path.Combine(Data, "Sites", site);

    public async ValueTask DisposeAsync()
    {
        foreach (var entry in Log.Entries)
            TestContext.Current.TestOutputHelper?.WriteLine(entry);
        await StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsData)
            Directory.Delete(Data, recursive: true);
    }

    // Waits for what tenants do by themselves; disposing alone would leave it running.
    private async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task StartAsync()
    {
        _app = SuiteHost.Build(["--environment=Testing", "--PropertySuite:Data=" + Data], builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(Log);
            builder.Services.AddSingleton<TimeProvider>(Time);
            new OrchardCoreBuilder(builder.Services).Options.FurtherModules.Add(typeof(TestSites).Assembly);
            _configure?.Invoke(builder);
        });
        await _app.StartAsync();
    }
}
