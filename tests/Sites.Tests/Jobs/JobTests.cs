using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Platform.BackgroundTasks;
using Sites.Tests.Hosting;
using Sites.Tests.Hosting.Probe;
using Sites.Tests.Recipes;
using YesSql;

namespace Sites.Tests.Jobs;

public sealed class JobTests : IAsyncLifetime
{
    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Jobs", "Sites.Probe");
    }

    public async ValueTask DisposeAsync()
    {
        await _sites.DisposeAsync();
        NoteWorker.Hooks.Clear();
    }

    [Fact]
    public async Task T35_a_job_is_done_once_and_only_when_its_order_is_committed()
    {
        var id = await OrderAsync(new NoteOrder("kept"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _sites.InAsync("alba", async services =>
        {
            await services.GetRequiredService<JobBook>().OrderAsync(new JobOrder("note", "never") { Data = new NoteOrder("never") });
            throw new InvalidOperationException("The order fails.");
        }));

        var job = await UntilAsync(id, JobState.Done);
        Assert.Equal(["kept"], await NotesAsync());
        Assert.Equal((1, null, """{"Notes":1}"""), (job.Attempts, job.Fault, job.Result));
    }

    [Fact]
    public async Task T35_an_attempt_that_fails_leaves_nothing_and_is_tried_again_after_a_pause()
    {
        var attempts = 0;
        NoteWorker.Hooks["fails once"] = (_, _) => Interlocked.Increment(ref attempts) == 1 ? throw new InvalidOperationException("The printer is on fire.") : Task.CompletedTask;
        var id = await OrderAsync(new NoteOrder("once", 0, "fails once"));

        var waiting = await UntilAsync(id, job => job is { State: JobState.Waiting, Attempts: 1 });
        Assert.Equal("The printer is on fire.", waiting.Fault);
        Assert.Empty(await NotesAsync());
        Assert.True(waiting.DueUtc > _sites.Time.GetUtcNow().UtcDateTime);

        await PassAsync(TimeSpan.FromMinutes(1));
        await UntilAsync(id, JobState.Done);
        Assert.Equal(["once"], await NotesAsync());
    }

    [Fact]
    public async Task T35_a_job_of_many_steps_goes_on_where_it_was_and_does_no_step_twice()
    {
        var calls = new List<string>();
        NoteWorker.Hooks["breaks"] = (place, _) =>
        {
            calls.Add(place);
            return calls.Count(call => call == place) == 1 && place is "in 2" or "after 3" && calls.Count(call => call == place) == 1
                ? throw new InvalidOperationException("The power is gone.")
                : Task.CompletedTask;
        };
        var id = await OrderAsync(new NoteOrder("n", 5, "breaks"));

        await UntilAsync(id, job => job is { State: JobState.Waiting, Attempts: 1 });
        Assert.Equal(["n0", "n1"], await NotesAsync());
        await PassAsync(TimeSpan.FromHours(1));
        await UntilAsync(id, job => job is { State: JobState.Waiting, Attempts: 2 });
        await PassAsync(TimeSpan.FromHours(1));
        var done = await UntilAsync(id, JobState.Done);
        Assert.Equal(["n0", "n1", "n2", "n3", "n4"], await NotesAsync());
        Assert.Equal((5, 5, "writes"), (done.Progress, done.Total, done.Message));
    }

    [Fact]
    public async Task A_job_that_can_never_succeed_fails_at_once_and_can_be_tried_again_by_a_person()
    {
        var refuse = true;
        NoteWorker.Hooks["refuses"] = (_, _) => refuse ? throw new RefusedException(JobRefusals.NobodyDoesThis) : Task.CompletedTask;
        var id = await OrderAsync(new NoteOrder("late", 0, "refuses"));
        var failed = await UntilAsync(id, JobState.Failed);
        Assert.Contains("switched off", failed.Fault, StringComparison.Ordinal);
        Assert.Equal(1, failed.Attempts);

        refuse = false;
        await _sites.InAsync("alba", async services => Assert.True(await services.GetRequiredService<JobBook>().RetryAsync(id)));
        await UntilAsync(id, JobState.Done);
        Assert.Equal(["late"], await NotesAsync());
    }

    [Fact]
    public async Task A_job_is_cancelled_before_it_begins_and_while_it_runs()
    {
        var waiting = await OrderAsync(new NoteOrder("w"), order => order with { DueUtc = _sites.Time.GetUtcNow().UtcDateTime.AddDays(1) });
        await CancelAsync(waiting);
        await UntilAsync(waiting, JobState.Cancelled);

        var inside = new TaskCompletionSource();
        NoteWorker.Hooks["waits"] = async (place, stopping) =>
        {
            if (place != "after 1")
                return;
            inside.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _sites.Time, stopping);
        };
        var running = await OrderAsync(new NoteOrder("r", 5, "waits"));
        await inside.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await CancelAsync(running);
        await UntilAsync(running, JobState.Cancelled, () => _sites.Time.Advance(TimeSpan.FromSeconds(15)));
        Assert.Equal(["r0", "r1"], await NotesAsync());
    }

    [Fact]
    public async Task Of_two_jobs_with_one_key_only_one_lives_and_its_time_can_be_moved()
    {
        var due = _sites.Time.GetUtcNow().UtcDateTime.AddDays(2);
        var first = await OrderAsync(new NoteOrder("a"), order => order with { Key = "month:3", DueUtc = due });
        Assert.Equal(first, await OrderAsync(new NoteOrder("b"), order => order with { Key = "month:3" }));

        await _sites.InAsync("alba", async services => Assert.Equal(first, await services.GetRequiredService<JobBook>().RescheduleAsync(
            new JobOrder("note", "c") { Key = "month:3", Data = new NoteOrder("c"), DueUtc = due.AddDays(-1) })));
        await PassAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await UntilAsync(first, JobState.Done);
        Assert.NotEqual(first, await OrderAsync(new NoteOrder("d"), order => order with { Key = "month:3" }));
    }

    [Fact]
    public async Task T35_two_servers_on_one_database_do_each_job_once()
    {
        await using var other = await TestSites.StartAsync(_sites.Data);
        var ids = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            var number = i;
            await (i % 2 == 0 ? _sites : other).InAsync("alba", async services =>
                ids.Add(await services.GetRequiredService<JobBook>().OrderAsync(new JobOrder("note", "n") { Data = new NoteOrder("n" + number) })));
        }

        foreach (var id in ids)
        {
            // What one of them lost in a race it tries again after a pause.
            await UntilAsync(id, job => job.State == JobState.Done, () =>
            {
                _sites.Time.Advance(TimeSpan.FromSeconds(20));
                other.Time.Advance(TimeSpan.FromSeconds(20));
            });
        }

        Assert.Equal(Enumerable.Range(0, 20).Select(i => "n" + i).Order(), (await NotesAsync()).Order());
    }

    [Fact]
    public async Task T35_two_servers_run_each_time_of_a_schedule_once_and_its_links_are_the_sites_own()
    {
        await _sites.AddAsync("hours", "hours.localhost", null, "Sites.Hourly", "Sites.Probe");
        await KnowsItsDueAsync(_sites, "hours");
        await using var other = await TestSites.StartAsync(_sites.Data);
        TestSites[] both = [_sites, other];
        for (var hour = 10; hour < 22; hour++)
        {
            foreach (var sites in both)
                await KnowsItsDueAsync(sites, "hours");
            foreach (var sites in both)
                sites.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, hour, 0, 0, TimeSpan.Zero));
        }

        foreach (var sites in both)
            await KnowsItsDueAsync(sites, "hours");
        Assert.Equal(Enumerable.Range(10, 12).Select(hour => $"{hour}:00 https://hours.localhost/Sites.Tests/Probe/Who"), (await NotesAsync("hours")).Order());
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 91)]
    public async Task T35_what_a_server_that_is_gone_had_begun_is_taken_up(bool sameMachine, int seconds)
    {
        var begun = _sites.Time.GetUtcNow().UtcDateTime;
        var owner = sameMachine ? $"{System.Environment.MachineName}|{System.Environment.ProcessId}|gone" : "elsewhere|12|x";
        string id = "";
        await _sites.InAsync("alba", async services =>
        {
            var book = services.GetRequiredService<JobBook>();
            id = await book.OrderAsync(new JobOrder("note", "left") { Data = new NoteOrder("left", 3) });
            var job = await book.FindAsync(id);
            (job!.State, job.Attempts, job.LeaseOwner, job.LeaseUntilUtc, job.Checkpoint) = (JobState.Running, 1, owner, begun.AddSeconds(90), """{"Next":1}""");
            await services.GetRequiredService<ISession>().SaveAsync(job);
        });
        await _sites.RestartAsync();
        await UntilAsync(id, JobState.Done, () => _sites.Time.Advance(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(["left1", "left2"], await NotesAsync());
    }

    [Fact]
    public async Task C3_a_job_that_hangs_holds_up_no_other_community()
    {
        await _sites.AddAsync("rioclaro", "rioclaro.localhost", null, "Sites.Jobs", "Sites.Probe");
        var release = new TaskCompletionSource();
        NoteWorker.Hooks["hangs"] = (_, _) => release.Task;
        var hanging = new List<string>();
        for (var i = 0; i < 10; i++)
            hanging.Add(await OrderAsync(new NoteOrder("h" + i, 1, "hangs")));
        await UntilAsync(hanging[0], JobState.Running);

        var quick = await OrderAsync(new NoteOrder("quick"), site: "rioclaro");
        await UntilAsync(quick, job => job.State == JobState.Done, site: "rioclaro");
        release.SetResult();
        foreach (var id in hanging)
            await UntilAsync(id, JobState.Done);
    }

    [Fact]
    public async Task T14_a_job_of_one_community_writes_nothing_in_another()
    {
        await _sites.AddAsync("rioclaro", "rioclaro.localhost", null, "Sites.Jobs", "Sites.Probe");
        var own = await OrderAsync(new NoteOrder("own"), site: "rioclaro");
        await UntilAsync(own, job => job.State == JobState.Done, site: "rioclaro");
        await KnowsItsDueAsync(_sites, "rioclaro");
        var before = SiteImage.Of(_sites.FolderOf("rioclaro"));
        var mine = SiteImage.Of(_sites.FolderOf("alba"));

        // Short, in steps, failing, and cancelled, while the other community sleeps and wakes.
        var many = await OrderAsync(new NoteOrder("many", 5));
        await UntilAsync(many, JobState.Done);
        NoteWorker.Hooks["fails"] = (_, _) => throw JobRefusals.NobodyDoesThis.With();
        await UntilAsync(await OrderAsync(new NoteOrder("fails", 1, "fails")), JobState.Failed);
        var cancelled = await OrderAsync(new NoteOrder("never"), order => order with { DueUtc = _sites.Time.GetUtcNow().UtcDateTime.AddHours(1) });
        await CancelAsync(cancelled);
        Assert.Equal(5, (await NotesAsync()).Length);

        Assert.NotEqual(mine, SiteImage.Of(_sites.FolderOf("alba")));
        Assert.Equal(before, SiteImage.Of(_sites.FolderOf("rioclaro")));
        Assert.Equal(["own"], await NotesAsync("rioclaro"));
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_delays_a_job_and_loses_nothing()
    {
        var id = await OrderAsync(new NoteOrder("later"), order => order with { DueUtc = _sites.Time.GetUtcNow().UtcDateTime.AddHours(1) });
        await KnowsItsDueAsync(_sites);
        await using (var outside = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_sites.FolderOf("alba"), "OrchardCore.db")};Pooling=false"))
        {
            await outside.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = outside.BeginTransaction(deferred: false);
            await PassAsync(TimeSpan.FromHours(1));
            await Waiting.UntilAsync(
                () => Task.FromResult(_sites.Log.Entries.Any(entry => entry.Contains("tenant alba", StringComparison.Ordinal) && entry.Contains("locked", StringComparison.Ordinal))),
                "Nobody says that the database is locked.");
        }

        await UntilAsync(id, job => job.State == JobState.Done, () => _sites.Time.Advance(TimeSpan.FromSeconds(10)));
        Assert.Equal(["later"], await NotesAsync());
    }

    [Fact]
    public async Task Jobs_that_ended_a_month_ago_are_removed()
    {
        var id = await OrderAsync(new NoteOrder("old"));
        await UntilAsync(id, JobState.Done);
        await PassAsync(TimeSpan.FromDays(31));
        await UntilAsync(id, static job => job is null);
    }

    private async Task<string> OrderAsync(NoteOrder note, Func<JobOrder, JobOrder>? change = null, string site = "alba")
    {
        string id = "";
        var order = new JobOrder("note", note.Text) { Data = note };
        await _sites.InAsync(site, async services => id = await services.GetRequiredService<JobBook>().OrderAsync(change?.Invoke(order) ?? order));
        return id;
    }

    private Task CancelAsync(string id) => _sites.InAsync("alba", async services => Assert.True(await services.GetRequiredService<JobBook>().CancelAsync(id)));

    private async Task<string[]> NotesAsync(string site = "alba")
    {
        string[] notes = [];
        await _sites.InAsync(site, async services => notes = [.. (await services.GetRequiredService<ISession>().Query<Note>().ListAsync()).Select(note => note.Text)]);
        return notes;
    }

    // The scheduler has asked the site before the clock is moved, as it would have in life.
    private async Task PassAsync(TimeSpan time)
    {
        await KnowsItsDueAsync(_sites);
        _sites.Time.Advance(time);
    }

    // What was lost in a race is tried again after a short pause, which the clock has to go through.
    private static Task KnowsItsDueAsync(TestSites sites, string site = "alba")
    {
        var scheduler = sites.Services.GetRequiredService<BackgroundTaskScheduler>();
        return Waiting.UntilAsync(
            () =>
            {
                var agenda = scheduler.AgendaOf(site);
                var now = sites.Time.GetUtcNow().UtcDateTime;
                if (agenda.IsBusy || agenda.Due is not { } due || due <= now)
                    return Task.FromResult(false);
                if (due - now >= TimeSpan.FromMinutes(1))
                    return Task.FromResult(true);
                sites.Time.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(false);
            },
            "The scheduler does not know when the site is due.");
    }

    private Task<Job> UntilAsync(string id, JobState state, Action? meanwhile = null) => UntilAsync(id, job => job.State == state, meanwhile);

    private async Task<Job> UntilAsync(string id, Func<Job, bool> reached, Action? meanwhile = null, string site = "alba")
    {
        Job? job = null;
        await Waiting.UntilAsync(
            async () =>
            {
                meanwhile?.Invoke();
                await _sites.InAsync(site, async services => job = await services.GetRequiredService<JobBook>().FindAsync(id));
                return reached(job!);
            },
            () => $"The job is {job?.State} after {job?.Attempts} attempts: {job?.Fault}");
        return job!;
    }
}
