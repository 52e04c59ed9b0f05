using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Recipes.Services;
using OrchardCore.Settings;
using Sites.Tests.Hosting.Probe;

namespace Sites.Tests.Hosting;

public sealed class SiteLifeTests : IAsyncLifetime
{
    private TestSites _sites = null!;

    public async ValueTask InitializeAsync() => _sites = await TestSites.StartAsync();

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task C3_a_broken_site_says_so_and_the_others_go_on()
    {
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        await _sites.AddAsync("rioclaro", "rioclaro.localhost", null, "Sites.Probe");
        var features = Path.Combine(_sites.FolderOf("rioclaro"), "features.json");
        var good = await File.ReadAllTextAsync(features, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(features, "{ broken", TestContext.Current.CancellationToken);

        // It may have been woken for its schedules meanwhile, when the file was good.
        Assert.True(_sites.Host.TryGetSettings("rioclaro", out var settings));
        await _sites.Host.ReloadShellContextAsync(settings);
        using var alba = _sites.Browser("http://alba.localhost");
        using var rio = _sites.Browser("http://rioclaro.localhost");

        using var broken = await rio.GetAsync("/Sites.Tests/Probe/Who");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
        Assert.NotNull(broken.Headers.RetryAfter);
        Assert.Contains("Try again", await broken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("alba", await alba.ReadAsync("/Sites.Tests/Probe/Who"));
        Assert.Contains(_sites.Log.Entries, entry => entry.Contains("Tenant rioclaro cannot start", StringComparison.Ordinal) && entry.Contains("features.json", StringComparison.Ordinal));

        await File.WriteAllTextAsync(features, good, TestContext.Current.CancellationToken);
        _sites.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("rioclaro", await rio.ReadAsync("/Sites.Tests/Probe/Who"));
    }

    [Fact]
    public async Task C3_a_site_that_fails_to_start_is_not_tried_at_every_request()
    {
        await _sites.AddAsync("rioclaro", "rioclaro.localhost", null, "Sites.Probe", "Sites.Failing");
        using var rio = _sites.Browser("http://rioclaro.localhost");
        for (var i = 0; i < 5; i++)
        {
            using var response = await rio.GetAsync("/Sites.Tests/Probe/Who");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        }

        Assert.Single(_sites.Log.Entries, entry => entry.Contains("Tenant rioclaro cannot start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_feature_that_is_enabled_answers_from_the_next_request_on()
    {
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        using var alba = _sites.Browser("http://alba.localhost");
        using (var before = await alba.GetAsync("/Sites.Tests/Extra/Index"))
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);

        await _sites.InAsync("alba", services => services.GetRequiredService<IShellFeaturesManager>().EnableFeaturesAsync("Sites.Extra"));
        Assert.Equal("extra", await alba.ReadAsync("/Sites.Tests/Extra/Index"));
        Assert.Contains("installed Sites.Extra", FeatureNotes.Seen);
        Assert.Contains("enabled Sites.Extra", FeatureNotes.Seen);

        await _sites.InAsync("alba", services => services.GetRequiredService<IShellFeaturesManager>().DisableFeaturesAsync("Sites.Extra"));
        using var after = await alba.GetAsync("/Sites.Tests/Extra/Index");
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task Sites_below_a_prefix_link_below_it_and_keep_their_cookies_there()
    {
        await _sites.AddAsync("Default", null, null, "Sites.Probe");
        await _sites.AddAsync("trial", null, "trial", "Sites.Probe");
        using var browser = _sites.Browser("https://localhost");

        Assert.Equal("Default", await browser.ReadAsync("/Sites.Tests/Probe/Who"));
        Assert.Equal("trial", await browser.ReadAsync("/trial/Sites.Tests/Probe/Who"));
        Assert.Equal("/trial/Sites.Tests/Probe/Who", await browser.ReadAsync("/trial/Sites.Tests/Probe/Link"));
        Assert.Equal("/Sites.Tests/Probe/Who", await browser.ReadAsync("/Sites.Tests/Probe/Link"));

        using var response = await browser.GetAsync("/trial/Sites.Tests/Probe/Form");
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("forms-", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/trial;", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wildcard_host_answers_for_hosts_below_it()
    {
        await _sites.AddAsync("estates", "*.estates.test", null, "Sites.Probe");
        await _sites.AddAsync("alba", "alba.estates.test", null, "Sites.Probe");
        using var any = _sites.Browser("http://north.estates.test");
        using var exact = _sites.Browser("http://alba.estates.test");

        Assert.Equal("estates", await any.ReadAsync("/Sites.Tests/Probe/Who"));
        Assert.Equal("alba", await exact.ReadAsync("/Sites.Tests/Probe/Who"));
    }

    [Fact]
    public async Task A_server_that_is_started_again_finds_its_sites_and_their_keys()
    {
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        string payload;
        using (var before = _sites.Browser("http://alba.localhost"))
            payload = await before.ReadAsync("/Sites.Tests/Probe/Protect?text=kept");

        await _sites.RestartAsync();
        using var after = _sites.Browser("http://alba.localhost");
        Assert.Equal("kept", await after.ReadAsync("/Sites.Tests/Probe/Unprotect?text=" + payload));
    }

    [Fact]
    public async Task A_site_that_is_not_set_up_says_what_to_do()
    {
        using var browser = _sites.Browser("http://localhost");
        using var response = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("setup", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_up_that_fails_leaves_nothing_behind()
    {
        var errors = await _sites.SetUpAsync("alba", "no-such-recipe", "alba.localhost");

        Assert.Contains("no-such-recipe", Assert.Single(errors).Value, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_sites.Data, "Sites")));
        Assert.False(_sites.Host.TryGetSettings("alba", out _));
        Assert.False(File.Exists(Path.Combine(_sites.Data, "tenants.json")));
    }

    [Fact]
    public async Task A_recipe_that_fails_half_way_leaves_nothing_and_names_the_step()
    {
        var errors = await _sites.SetUpAsync("alba", "half", "alba.localhost");

        var error = Assert.Single(errors).Value;
        Assert.Contains("half.recipe.json", error, StringComparison.Ordinal);
        Assert.Contains("step 3 (feature)", error, StringComparison.Ordinal);
        Assert.Contains("No.Such.Feature", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_sites.Data, "Sites")));
        Assert.False(_sites.Host.TryGetSettings("alba", out _));
        Assert.Empty(await _sites.SetUpAsync("alba", "probe", "alba.localhost"));
    }

    [Fact]
    public async Task A_site_is_set_up_from_a_recipe_and_runs_after_a_restart()
    {
        Assert.Empty(await _sites.SetUpAsync("alba", "probe", "alba.localhost"));
        using (var alba = _sites.Browser("http://alba.localhost"))
            Assert.Equal("extra", await alba.ReadAsync("/Sites.Tests/Extra/Index"));
        var before = _sites.Host.GetSettings("alba").TenantId;

        await _sites.RestartAsync();
        using var again = _sites.Browser("http://alba.localhost");
        Assert.Equal("extra", await again.ReadAsync("/Sites.Tests/Extra/Index"));
        Assert.Equal(before, _sites.Host.GetSettings("alba").TenantId);
        Assert.NotEmpty(before);
        Assert.Equal([_sites.FolderOf("alba")], Directory.GetDirectories(Path.Combine(_sites.Data, "Sites")));
    }

    [Fact]
    public async Task A_site_is_not_set_up_over_another()
    {
        Assert.Empty(await _sites.SetUpAsync("alba", "probe", "alba.localhost"));
        var errors = await _sites.SetUpAsync("alba", "probe", "alba.localhost");
        Assert.Contains("set up already", Assert.Single(errors).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_is_asked_for_twice_at_once_is_set_up_once()
    {
        var errors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _sites.SetUpAsync("alba", "probe", "alba.localhost")));

        Assert.Single(errors, found => found.Count == 0);
        using var alba = _sites.Browser("http://alba.localhost");
        Assert.Equal("extra", await alba.ReadAsync("/Sites.Tests/Extra/Index"));
        Assert.Equal([_sites.FolderOf("alba")], Directory.GetDirectories(Path.Combine(_sites.Data, "Sites")));
    }

    [Theory]
    [InlineData("alba", "http://alba", null, "is not a host name")]
    [InlineData("alba", "alba_1.test", null, "is not a host name")]
    [InlineData("alba", "alba.test/x", null, "is not a host name")]
    [InlineData("alba", "taken.localhost", null, "belongs to the site 'rioclaro'")]
    [InlineData("alba", "TAKEN.localhost", null, "belongs to the site 'rioclaro'")]
    [InlineData("alba", null, "a/b", "cannot be a path prefix")]
    [InlineData("alba", null, null, "needs a host name or a path prefix")]
    [InlineData("../alba", "alba.localhost", null, "cannot be the name of a site")]
    [InlineData("", "alba.localhost", null, "cannot be the name of a site")]
    public async Task A_name_or_an_address_that_cannot_be_is_refused_before_anything_is_made(string name, string? host, string? prefix, string reason)
    {
        await _sites.AddAsync("rioclaro", "taken.localhost");
        var errors = await _sites.SetUpAsync(name, "probe", host, prefix);

        Assert.Contains(reason, Assert.Single(errors).Value, StringComparison.Ordinal);
        Assert.Equal([_sites.FolderOf("rioclaro")], Directory.GetFileSystemEntries(Path.Combine(_sites.Data, "Sites")));
    }

    [Fact]
    public async Task The_first_account_is_known_before_the_recipe_runs()
    {
        Assert.Empty(await _sites.SetUpAsync("alba", "owned", "alba.localhost"));
        await _sites.InAsync("alba", async services =>
        {
            var site = await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync();
            Assert.NotEmpty(site.SuperUser);
            Assert.Equal("made by " + site.SuperUser, site.BaseUrl);
        });
    }

    [Fact]
    public async Task C2_a_task_is_run_in_the_time_of_the_community_and_wakes_a_site_that_nobody_visited()
    {
        // 9:00 UTC: the next half past six in Madrid is 5:30 UTC of the day after.
        Assert.Empty(await _sites.SetUpAsync("alba", "probe", "alba.localhost", null, ("SiteTimeZone", "Europe/Madrid")));
        await _sites.RestartAsync();
        var scheduler = _sites.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<PropertySuite.Platform.BackgroundTasks.BackgroundTaskScheduler>().Single();
        var due = new DateTime(2026, 3, 3, 5, 30, 0, DateTimeKind.Utc);
        await Until(() => scheduler.DueOf("alba") == due);
        Assert.False(_sites.Host.TryGetShellContext("alba", out _));

        _sites.Time.SetUtcNow(new DateTimeOffset(due));
        await Until(() => scheduler.DueOf("alba") == due.AddDays(1));
        DateTime ran = default;
        await _sites.InAsync("alba", async services =>
            ran = await services.GetRequiredService<Beats>().Seen.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(due, ran);
    }

    [Theory]
    [InlineData("grow", true)]
    [InlineData("half", false)]
    public async Task A_recipe_on_a_running_site_is_kept_as_a_whole_or_not_at_all(string recipe, bool kept)
    {
        Assert.Empty(await _sites.SetUpAsync("alba", "bare", "alba.localhost"));
        Exception? failure = null;
        await _sites.InAsync("alba", async services =>
        {
            var descriptor = (await services.GetRequiredService<IRecipeHarvester>().HarvestRecipesAsync()).Single(found => found.Name == recipe);
            failure = await Record.ExceptionAsync(() => services.GetRequiredService<IRecipeExecutor>().ExecuteAsync("run", descriptor, new Dictionary<string, object>(), TestContext.Current.CancellationToken));
        });

        Assert.Equal(kept, failure is null);
        await _sites.InAsync("alba", async services =>
        {
            Assert.Equal(kept ? "Grown" : "alba", (await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync()).SiteName);
            Assert.Equal(kept, await services.GetRequiredService<IShellFeaturesManager>().IsFeatureEnabledAsync("Sites.Probe"));
        });
        using var alba = _sites.Browser("http://alba.localhost");
        using var response = await alba.GetAsync("/Sites.Tests/Probe/Who");
        Assert.Equal(kept ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);
    }

    // Lets the scheduler's own thread get on; bounded by the test's time, not by a guess at the machine's.
    private static async Task Until(Func<bool> reached)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!reached())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(30), "The scheduler did not get there.");
            await Task.Yield();
        }
    }
}
