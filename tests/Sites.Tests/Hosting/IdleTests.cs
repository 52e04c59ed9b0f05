using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace Sites.Tests.Hosting;

/// <summary>Communities that nobody needs are let go, woken for what they have to do, and come back at the next request.</summary>
public sealed class IdleTests : IAsyncLifetime
{
    private TestSites _sites = null!;

    private BackgroundTaskScheduler Scheduler => _sites.Services.GetRequiredService<BackgroundTaskScheduler>();

    private DateTime Now => _sites.Time.GetUtcNow().UtcDateTime;

    public async ValueTask InitializeAsync() => _sites = await TestSites.StartAsync();

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task C1_a_site_without_requests_is_let_go_and_answers_again()
    {
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        using var alba = _sites.Browser("http://alba.localhost");
        Assert.Equal("1", await alba.ReadAsync("/Sites.Tests/Probe/Count"));
        Assert.Equal("2", await alba.ReadAsync("/Sites.Tests/Probe/Count"));
        await AsleepAsync("alba");

        Assert.Equal("1", await alba.ReadAsync("/Sites.Tests/Probe/Count"));
    }

    [Fact]
    public async Task C1_work_under_way_keeps_its_site()
    {
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        await _sites.AddAsync("rioclaro", "rioclaro.localhost", null, "Sites.Probe");
        await _sites.InAsync("alba", async services =>
        {
            using var rio = _sites.Browser("http://rioclaro.localhost");
            await rio.ReadAsync("/Sites.Tests/Probe/Who");
            await AsleepAsync("rioclaro");

            Assert.True(_sites.Host.TryGetShellContext("alba", out _));
            Assert.Equal("alba", services.GetRequiredService<ShellSettings>().Name);
            Assert.Empty(await services.GetRequiredService<ISession>().Query<Probe.Note>().ListAsync());
        });
    }

    [Fact]
    public async Task C2_a_site_that_sleeps_is_woken_for_its_task_once_and_sleeps_again()
    {
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        await AsleepAsync("alba");

        // 9:00 UTC at first; half past six comes the day after.
        var due = new DateTime(2026, 3, 3, 6, 30, 0, DateTimeKind.Utc);
        Assert.Equal(due, Scheduler.DueOf("alba"));
        _sites.Time.SetUtcNow(due.AddSeconds(-1));
        _sites.Time.Advance(TimeSpan.FromSeconds(1));
        await Waiting.UntilAsync(() => Task.FromResult(Scheduler.DueOf("alba") == due.AddDays(1)), "The task did not run.");
        await AsleepAsync("alba");
        Assert.Equal(1, await RunsAsync("alba"));
    }

    [Fact]
    public async Task T8_times_that_passed_while_the_server_was_down_are_made_up_for_in_one_run()
    {
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        await Waiting.UntilAsync(() => Task.FromResult(Scheduler.DueOf("alba") > Now), "The site was not asked.");
        await _sites.RestartAsync(() => _sites.Time.Advance(TimeSpan.FromDays(3)));

        await Waiting.UntilAsync(() => Task.FromResult(Scheduler.DueOf("alba") > Now), "The task did not run.");
        Assert.Equal(1, await RunsAsync("alba"));
    }

    [Fact]
    public async Task T8_a_server_that_was_killed_asks_sites_that_had_stored_work_and_no_others()
    {
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        await _sites.AddAsync("rioclaro", "rioclaro.localhost", null, "Sites.Probe");
        await AsleepAsync("alba");
        await AsleepAsync("rioclaro");
        Assert.NotEmpty(DueFile("alba"));

        // From the moment at which work is announced, before its commit, nothing false is on disk.
        await _sites.InAsync("alba", services =>
        {
            services.GetRequiredService<IWorkAlarm>().Set("none", Now.AddHours(1));
            Assert.Empty(DueFile("alba"));
            return Task.CompletedTask;
        });
        Assert.NotEmpty(DueFile("rioclaro"));
    }

    [Fact]
    public async Task C1_sites_that_are_known_and_have_nothing_to_do_are_not_woken_by_a_start()
    {
        string[] names = [.. Enumerable.Range(0, 25).Select(number => $"site{number}")];
        foreach (var name in names)
            await _sites.AddAsync(name, name + ".localhost", null, "Sites.Probe");
        await Waiting.UntilAsync(() => Task.FromResult(names.All(name => Scheduler.DueOf(name) > Now)), "Not every site was asked.");

        await _sites.RestartAsync();
        await Waiting.UntilAsync(() => Task.FromResult(names.All(name => Scheduler.DueOf(name) > Now)), "Not every site is known.");
        Assert.Empty(_sites.Host.ListShellContexts());
        using var one = _sites.Browser("http://site7.localhost");
        Assert.Equal("site7", await one.ReadAsync("/Sites.Tests/Probe/Who"));
        Assert.Equal("site7", Assert.Single(_sites.Host.ListShellContexts()).Settings.Name);
    }

    private string DueFile(string site) => File.ReadAllText(Path.Combine(_sites.FolderOf(site), "due.json"));

    // The site's record is read in a scope of its own, which wakes the site.
    private async Task<int> RunsAsync(string site)
    {
        var runs = 0;
        await _sites.InAsync(site, async services => runs = (await services.GetRequiredService<ScheduledTaskServices>().FindAsync(typeof(Probe.Heartbeat).FullName!))!.Runs);
        return runs;
    }

    private Task AsleepAsync(string site) => Waiting.UntilAsync(
        () =>
        {
            _sites.Time.Advance(TimeSpan.FromSeconds(30));
            return Task.FromResult(!_sites.Host.TryGetShellContext(site, out _) && File.Exists(Path.Combine(_sites.FolderOf(site), "due.json")));
        },
        $"{site} does not fall asleep.");
}
