using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Platform.BackgroundTasks;
using Sites.Tests.Community;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Jobs;

/// <summary>The pages on which jobs and background tasks are watched.</summary>
public sealed class JobPagesTests(DemoSite demo) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task A_job_is_seen_and_stopped_by_who_ordered_it_and_by_the_manager_and_by_nobody_else()
    {
        using var manager = await demo.SignInAsync("manager");
        using var desk = await demo.SignInAsync("desk");
        using var guard = await demo.SignInAsync("guard");
        var id = await OrderAsync("someone-else", "Fees of March");

        Assert.Contains("Fees of March", await manager.ReadAsync("/Admin/Jobs"), StringComparison.Ordinal);
        Assert.DoesNotContain("Fees of March", await desk.ReadAsync("/Admin/Jobs"), StringComparison.Ordinal);
        await AnswersAsync(HttpStatusCode.NotFound, desk, "/Admin/Jobs/" + id);
        await AnswersAsync(HttpStatusCode.Forbidden, guard, "/Admin/Jobs");

        using var stopped = await manager.SubmitAsync("/Admin/Jobs/" + id, $"/Admin/Jobs/{id}/Cancel");
        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
        await demo.InAsync(async services => Assert.Equal(JobState.Cancelled, (await services.GetRequiredService<JobBook>().FindAsync(id))!.State));

        using var again = await manager.SubmitAsync("/Admin/Jobs/" + id, $"/Admin/Jobs/{id}/Retry");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await Waiting.UntilAsync(async () => (await manager.ReadAsync("/Admin/Jobs/" + id)).Contains("data-s=\"stop\"", StringComparison.Ordinal), "Nobody does this kind of work, and nobody says so.");
    }

    [Fact]
    public async Task A_task_is_run_out_of_turn_and_its_schedule_changed_and_nonsense_is_told_at_its_field()
    {
        using var manager = await demo.SignInAsync("manager");
        await manager.PostAsync("/preferences/language", ("culture", "en"));
        var name = "";
        await demo.InAsync(async services => name = (await services.GetRequiredService<ScheduledTasks>().WithSettingsAsync())[0].Settings.Name);
        var edit = "/Admin/BackgroundTasks/Edit/" + name;

        using (var wrong = await manager.SubmitAsync(edit, edit, ("Form.Schedule", "every day"), ("Form.Enable", "true")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("value=\"every day\"", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        using (var right = await manager.SubmitAsync(edit, edit, ("Form.Schedule", "5 4 * * 1"), ("Form.Enable", "true")))
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("5 4 * * 1", await manager.ReadAsync("/Admin/BackgroundTasks"), StringComparison.Ordinal);

        using (var run = await manager.SubmitAsync("/Admin/BackgroundTasks", "/Admin/BackgroundTasks/Run/" + name))
            Assert.Equal(HttpStatusCode.Redirect, run.StatusCode);
        await Waiting.UntilAsync(
            async () =>
            {
                var runs = 0;
                await demo.InAsync(async services => runs = (await services.GetRequiredService<ScheduledTaskServices>().FindAsync(name))?.Runs ?? 0);
                return runs > 0;
            },
            "The task was not run.");

        using (var off = await manager.SubmitAsync(edit, edit, ("Form.Schedule", "5 4 * * 1")))
            Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        await demo.InAsync(async services => Assert.False((await services.GetRequiredService<ScheduledTasks>().WithSettingsAsync()).Single(pair => pair.Settings.Name == name).Settings.Enable));
    }

    private async Task<string> OrderAsync(string by, string subject)
    {
        var id = "";
        await demo.InAsync(async services => id = await services.GetRequiredService<JobBook>().OrderAsync(
            new JobOrder("nothing", subject) { By = new Actor(by, by), DueUtc = DateTime.MaxValue.AddYears(-1000) }));
        return id;
    }

    private static async Task AnswersAsync(HttpStatusCode expected, TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
    }
}
