using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.BackgroundTasks;
using OrchardCore.Modules;
using PropertySuite.Core;
using Sites.Tests.Hosting.Probe;

namespace Sites.Tests.Jobs;

/// <summary>A job that writes a note, or five of them in steps, and does what its order says in between.</summary>
public sealed class NoteWorker(YesSql.ISession session) : IJobWorker
{
    /// <summary>What a test wants to happen at a place, by the id of its site and job.</summary>
    public static ConcurrentDictionary<string, Func<string, CancellationToken, Task>> Hooks { get; } = new();

    public string Kind => "note";

    public LocalizedString Name => new("Note", "Note");

    public TimeSpan TimeLimit => TimeSpan.FromMinutes(30);

    public async Task RunAsync(JobRun run, CancellationToken stopping)
    {
        var order = run.Data<NoteOrder>();
        var hook = Hooks.GetValueOrDefault(order.Hook ?? "") ?? ((_, _) => Task.CompletedTask);
        if (order.Steps == 0)
        {
            await session.SaveAsync(new Note { Text = order.Text });
            await hook("written", stopping);
        }

        var from = run.Checkpoint<NoteMark>()?.Next ?? 0;
        for (var i = from; i < order.Steps; i++)
        {
            await hook("before " + i, stopping);
            await run.StepAsync(async services =>
            {
                await services.GetRequiredService<YesSql.ISession>().SaveAsync(new Note { Text = order.Text + i });
                run.Report(i + 1, order.Steps, "writes");
                await hook("in " + i, stopping);
                return new NoteMark(i + 1);
            });
            await hook("after " + i, stopping);
        }

        run.Leave(new { Notes = Math.Max(1, order.Steps) });
    }
}

public sealed record NoteOrder(string Text, int Steps = 0, string? Hook = null);

public sealed record NoteMark(int Next);

[Feature("Sites.Jobs")]
[RequireFeatures("PropertySuite.Core")]
public sealed class JobStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddJobWorker<NoteWorker>();
    }
}

[Feature("Sites.Hourly")]
public sealed class HourlyStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IBackgroundTask, HourlyNote>();
}

/// <summary>Writes a note each hour, with the address of a page.</summary>
[BackgroundTask(Schedule = "0 * * * *", Title = "Hourly note", UsePipeline = true)]
public sealed class HourlyNote(IClock clock) : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        var request = serviceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext!;
        var link = serviceProvider.GetRequiredService<LinkGenerator>().GetUriByAction(request, "Who", "Probe", new { area = "Sites.Tests" });
        await serviceProvider.GetRequiredService<YesSql.ISession>().SaveAsync(new Note { Text = $"{clock.UtcNow:HH:mm} {link}" });
    }
}
