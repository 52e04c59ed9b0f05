using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Settings;
using OrchardCore.Workflows.Models;
using PropertySuite.Platform.Workflows;

namespace Sites.Tests.Workflows;

/// <summary>T8, T34: timers on the community's clock, while the clock jumps and while two hosts look at the same timer.</summary>
public sealed class TimerTests : IAsyncLifetime
{
    private WorkflowSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await WorkflowSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task T8_jumps_of_the_clock_neither_lose_a_timer_nor_fire_it_twice()
    {
        var random = new Random(20261123);
        await _site.StoreAsync(Waiting("PT20M"));
        var expected = 0;
        for (var jump = 0; jump < 40; jump++)
        {
            await _site.TriggerAsync("ProbeEvent", $"r{jump:00}");
            expected++;
            TimeSpan[] lengths = [TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromMinutes(20)];
            _site.Sites.Time.AdjustTime(_site.Sites.Time.GetUtcNow() + (random.Next(3) == 0 ? -lengths[random.Next(2)] : lengths[random.Next(4)]));
            await _site.RunDueAsync();
        }

        _site.Sites.Time.AdjustTime(_site.Sites.Time.GetUtcNow().AddDays(2));
        await _site.RunDueAsync();
        var notes = await _site.NotesAsync();
        Assert.Equal(Enumerable.Range(0, expected).Select(round => $"rung r{round:00}"), notes);
    }

    [Theory]
    [InlineData("Europe/Madrid", "2026-03-28T12:00:00Z", "2026-03-29T06:00:00Z")]
    [InlineData("Europe/Madrid", "2026-10-24T12:00:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("America/Santiago", "2026-09-05T18:00:00Z", "2026-09-06T11:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T12:00:00Z", "2026-10-03T21:00:00Z")]
    [InlineData("Asia/Shanghai", "2026-03-28T12:00:00Z", "2026-03-29T00:00:00Z")]
    public async Task T34_eight_in_the_morning_is_eight_in_the_community_on_the_day_the_clocks_change(string zone, string from, string due)
    {
        await _site.InAsync(async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var site = await sites.LoadSiteSettingsAsync();
            site.TimeZoneId = zone;
            await sites.UpdateSiteSettingsAsync(site);
        });
        _site.Sites.Time.AdjustTime(DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture));
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("clock", "TimerEvent", new { CronExpression = "0 8 * * *" }).Then("n", "NoteTask", new { Text = "rung" }).Arrows("e:Done>clock", "clock:Done>n"));
        await _site.TriggerAsync("ProbeEvent");
        var wanted = DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
        Assert.Equal(wanted, (await _site.OnlyInstanceAsync()).Record.Due["clock"]);
    }

    [Fact]
    public async Task A_length_of_time_is_the_same_length_when_the_clocks_change()
    {
        await _site.StoreAsync(Waiting("PT12H"));
        _site.Sites.Time.AdjustTime(new DateTimeOffset(2026, 3, 28, 20, 0, 0, TimeSpan.Zero));
        await _site.TriggerAsync("ProbeEvent");
        Assert.Equal(new DateTime(2026, 3, 29, 8, 0, 0, DateTimeKind.Utc), (await _site.OnlyInstanceAsync()).Record.Due["clock"]);
    }

    [Fact]
    public async Task Two_hosts_that_find_the_same_timer_due_ring_it_once()
    {
        await _site.StoreAsync(Waiting("PT20M"));
        for (var i = 0; i < 20; i++)
            await _site.TriggerAsync("ProbeEvent", $"r{i:00}");
        var later = _site.Now.AddMinutes(21);
        var due = new List<(string Workflow, string Activity)>();
        foreach (var instance in await _site.InstancesAsync())
            due.Add((instance.WorkflowId, "clock"));

        // Each of them in units of work of its own and with no lock in common, as two processes would.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            foreach (var timer in due)
                await RingAsync(timer, later);
        })));
        Assert.Equal(20, (await _site.NotesAsync()).Count);
        Assert.All(await _site.InstancesAsync(), instance => Assert.Equal(WorkflowStatus.Finished, instance.Status));
    }

    [Fact]
    public async Task A_schedule_starts_a_workflow_at_each_of_its_times_and_once_for_those_it_missed()
    {
        await _site.StoreAsync(new TypeText("t").Start("clock", "TimerEvent", new { CronExpression = "0 * * * *" }).Then("n", "NoteTask", new { Text = "hour" }).Arrows("clock:Done>n"));
        for (var hour = 0; hour < 3; hour++)
        {
            _site.Sites.Time.Advance(TimeSpan.FromHours(1));
            await _site.RunDueAsync();
            await _site.RunDueAsync();
        }

        Assert.Equal(3, (await _site.NotesAsync()).Count);
        _site.Sites.Time.Advance(TimeSpan.FromHours(10));
        await _site.RunDueAsync();
        Assert.Equal(4, (await _site.NotesAsync()).Count);
    }

    [Fact]
    public async Task A_schedule_of_a_workflow_that_was_turned_off_starts_nothing()
    {
        var type = new TypeText("t").Start("clock", "TimerEvent", new { CronExpression = "0 * * * *" }).Then("n", "NoteTask").Arrows("clock:Done>n");
        await _site.StoreAsync(type);
        await _site.StoreAsync(type.With("IsEnabled", false));
        _site.Sites.Time.Advance(TimeSpan.FromHours(5));
        await _site.RunDueAsync();
        Assert.Empty(await _site.NotesAsync());
    }

    [Theory]
    [InlineData("PT30M", "PT3M", 5, true)]
    [InlineData("PT3M", "PT30M", 5, false)]
    public async Task A_deadline_changed_in_the_type_is_honoured_by_those_who_wait(string before, string after, int minutes, bool rings)
    {
        await _site.StoreAsync(Waiting(before));
        await _site.TriggerAsync("ProbeEvent", "x");
        await _site.StoreAsync(Waiting(after));
        _site.Sites.Time.Advance(TimeSpan.FromMinutes(minutes));
        await _site.RunDueAsync();
        Assert.Equal(rings ? ["rung x"] : [], await _site.NotesAsync());
    }

    [Fact]
    public async Task A_timer_waits_for_a_moment_of_the_record()
    {
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("clock", "TimerEvent", new { Until = TypeText.Expression("{{ Workflow.Input.until }}") }).Then("n", "NoteTask", new { Text = "rung" }).Arrows("e:Done>clock", "clock:Done>n"));
        await _site.TriggerAsync("ProbeEvent", "x", ("until", "2026-03-02T10:15:00Z"));
        Assert.Equal(new DateTime(2026, 3, 2, 10, 15, 0, DateTimeKind.Utc), (await _site.OnlyInstanceAsync()).Record.Due["clock"]);
    }

    private Task RingAsync((string Workflow, string Activity) timer, DateTime at) => _site.InAsync(services =>
        services.GetRequiredService<WorkflowPump>().OnRequestAsync(unit => unit.GetRequiredService<TimerSteps>().FireAsync(timer.Workflow, timer.Activity, at)));

    private static TypeText Waiting(string interval) => new TypeText("t").Start("e", "ProbeEvent").Then("clock", "TimerEvent", new { Interval = interval }).Then("n", "NoteTask", new { Text = "rung" }).Arrows("e:Done>clock", "clock:Done>n");
}
