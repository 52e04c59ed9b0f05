using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using Sites.Tests.Hosting.Probe;
using YesSql;

namespace Sites.Tests.Workflows;

/// <summary>Nothing else runs beside it: what it takes of the processor is told.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>Many events at once, from many sides: none is lost, none has its effect twice, and each side's order is kept.</summary>
[Collection(nameof(Alone))]
public sealed class LoadTests : IAsyncLifetime
{
    private const int Writers = 8;
    private const int EventsPerWriter = 125;
    private const int EventsPerSecond = 100;

    // Of the small machine that a community has.
    private const int Cores = 2;

    private WorkflowSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await WorkflowSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_small_community_follows_a_thousand_events_at_a_hundred_a_second()
    {
        await _site.StoreAsync(
            new TypeText("t").Start("e", "ProbeEvent").Then("if", "IfElseTask", new { Condition = TypeText.Expression("input('number') % 5 == 0") })
                .Then("n", "NoteTask", new { Text = "effect" }).Then("w", "AnswerEvent").Then("m", "NoteTask", new { Text = "answer" })
                .Arrows("e:Done>if", "if:True>w", "if:False>n", "w:Done>m"));
        await _site.TriggerAsync("ProbeEvent", "warm", ("number", 1));

        var started = TimeProvider.System.GetTimestamp();
        var before = Environment.CpuUsage.TotalTime;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer))));
        await _site.RunDueAsync();
        var taken = TimeProvider.System.GetElapsedTime(started);
        var worked = Environment.CpuUsage.TotalTime - before;
        const int All = Writers * EventsPerWriter;
        TestContext.Current.TestOutputHelper?.WriteLine($"{All / taken.TotalSeconds:0} events a second by the clock, {worked.TotalMilliseconds / All:0.0} ms of a processor each");

        var notes = await _site.NotesAsync();
        var expected = Enumerable.Range(0, Writers).SelectMany(writer => Enumerable.Range(0, EventsPerWriter)
            .SelectMany(number => (string[])[Cause(writer, number), $"{(number % 5 == 0 ? "answer" : "effect")} {Correlation(writer, number)}"])).Append("effect warm");
        Assert.Equal(expected.Order(StringComparer.Ordinal), notes);
        Assert.All(await _site.InstancesAsync(), instance => Assert.Equal(WorkflowStatus.Finished, instance.Status));

        // By the processor's time and not by the clock's, which a busy neighbour would spoil.
        var capacity = Cores * All / worked.TotalSeconds;
        Assert.True(capacity >= EventsPerSecond, $"{capacity:0} events a second");
    }

    private async Task WriteAsync(int writer)
    {
        for (var number = 0; number < EventsPerWriter; number++)
        {
            var at = number;
            await _site.InAsync(async services =>
            {
                await services.GetRequiredService<ISession>().SaveAsync(new Note { Text = Cause(writer, at) });
                var manager = services.GetRequiredService<IWorkflowManager>();
                await manager.TriggerEventAsync("ProbeEvent", new Dictionary<string, object> { ["number"] = at }, Correlation(writer, at));
                if (at % 5 == 0)
                    await manager.TriggerEventAsync("AnswerEvent", new Dictionary<string, object>(), Correlation(writer, at));
            });
        }
    }

    private static string Cause(int writer, int number) => "cause " + Correlation(writer, number);

    private static string Correlation(int writer, int number) => string.Create(CultureInfo.InvariantCulture, $"{writer}-{number:000}");
}
