using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;
using YesSql;

namespace Sites.Tests.Workflows;

public sealed class EngineTests : IAsyncLifetime
{
    private WorkflowSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await WorkflowSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_event_starts_a_workflow_which_runs_to_its_end()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent").Then("n", "NoteTask", new { Text = "hello" }).Arrows("e:Done>n"));
        await _site.TriggerAsync("ProbeEvent", "c1");

        Assert.Equal(["hello c1"], await _site.NotesAsync());
        var instance = await _site.OnlyInstanceAsync();
        Assert.Equal(WorkflowStatus.Finished, instance.Status);
        Assert.Equal(["e", "n"], instance.Record.Path.Where(step => step.Act == PathActs.Executed).Select(step => step.ActivityId));
    }

    [Fact]
    public async Task An_event_whose_cause_is_rolled_back_starts_nothing()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent").Then("n", "NoteTask").Arrows("e:Done>n"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _site.InAsync(async services =>
        {
            await services.GetRequiredService<IWorkflowManager>().TriggerEventAsync("ProbeEvent", new Dictionary<string, object>());
            throw new InvalidOperationException("no");
        }));

        await _site.RunDueAsync();
        Assert.Empty(await _site.InstancesAsync());
    }

    [Fact]
    public async Task An_event_that_nobody_awaits_costs_no_statement()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent"));
        await _site.TriggerAsync("ProbeEvent");
        await _site.InAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            for (var i = 0; i < 100; i++)
                await services.GetRequiredService<IWorkflowManager>().TriggerEventAsync("NobodysEvent", new Dictionary<string, object>());
            Assert.Null(session.CurrentTransaction);
            Assert.False(((YesSql.Internals.Session)session).Unit.IsConnected);
        });
    }

    [Fact]
    public async Task A_waiting_instance_goes_on_with_the_event_that_is_about_the_same()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent").Then("w", "AnswerEvent").Then("n", "NoteTask", new { Text = "answered" }).Arrows("e:Done>w", "w:Done>n"));
        await _site.TriggerAsync("ProbeEvent", "a");
        await _site.TriggerAsync("ProbeEvent", "b");
        await _site.TriggerAsync("AnswerEvent", "b");

        Assert.Equal(["answered b"], await _site.NotesAsync());
        Assert.Equal([("a", WorkflowStatus.Halted), ("b", WorkflowStatus.Finished)], (await _site.InstancesAsync()).Select(instance => (instance.CorrelationId, instance.Status)));
    }

    [Fact]
    public async Task Branches_wait_for_each_other_where_all_are_wanted()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent").Then("f", "ForkTask", new { Forks = new[] { "A", "B" } })
            .Then("w", "AnswerEvent").Then("n", "NoteTask", new { Text = "other" }).Then("j", "JoinTask", new { Mode = "WaitAll" }).Then("end", "NoteTask", new { Text = "joined" })
            .Arrows("e:Done>f", "f:A>w", "f:B>n", "w:Done>j", "n:Done>j", "j:Joined>end"));
        await _site.TriggerAsync("ProbeEvent", "c");
        Assert.Equal(["other c"], await _site.NotesAsync());

        await _site.TriggerAsync("AnswerEvent", "c");
        Assert.Equal(["joined c", "other c"], await _site.NotesAsync());
        Assert.Equal(WorkflowStatus.Finished, (await _site.OnlyInstanceAsync()).Status);
    }

    [Fact]
    public async Task The_first_of_two_branches_wins_and_the_other_stops_waiting()
    {
        await _site.StoreAsync(AskingHost("PT3M"));
        await _site.TriggerAsync("ProbeEvent", "answered");
        await _site.TriggerAsync("ProbeEvent", "silent");
        await _site.TriggerAsync("AnswerEvent", "answered");
        _site.Sites.Time.Advance(TimeSpan.FromMinutes(3));
        await _site.RunDueAsync();
        await _site.TriggerAsync("AnswerEvent", "silent");

        Assert.Equal(["answered answered", "late silent"], await _site.NotesAsync());
        Assert.All(await _site.InstancesAsync(), instance => Assert.Equal(WorkflowStatus.Finished, instance.Status));
    }

    [Fact]
    public async Task Loops_and_conditions_run_on_variables()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent")
            .Then("list", "ForEachTask", new { Enumerable = TypeText.Expression("['a','b','c']"), LoopVariableName = "letter" })
            .Then("if", "IfElseTask", new { Condition = TypeText.Expression("property('letter') == 'b'") })
            .Then("sum", "SetPropertyTask", new { PropertyName = "seen", Value = TypeText.Expression("(property('seen') || '') + property('letter')") })
            .Then("count", "ForLoopTask", new { From = TypeText.Expression("1"), To = TypeText.Expression("4"), LoopVariableName = "i" })
            .Then("add", "SetPropertyTask", new { PropertyName = "total", Value = TypeText.Expression("(property('total') || 0) + property('i')") })
            .Then("while", "WhileLoopTask", new { Condition = TypeText.Expression("property('total') < 10") })
            .Then("double", "SetPropertyTask", new { PropertyName = "total", Value = TypeText.Expression("property('total') * 2") })
            .Then("out", "SetOutputTask", new { OutputName = "result", Value = TypeText.Expression("({ seen: property('seen'), total: property('total') })") })
            .Arrows("e:Done>list", "list:Iterate>if", "if:True>list", "if:False>sum", "sum:Done>list", "list:Done>count", "count:Iterate>add", "add:Done>count", "count:Done>while", "while:Iterate>double", "double:Done>while", "while:Done>out"));
        await _site.TriggerAsync("ProbeEvent");

        var instance = await _site.OnlyInstanceAsync();
        Assert.True(instance.Status == WorkflowStatus.Finished, instance.FaultMessage);
        Assert.Equal("""{"seen":"ac","total":12}""", instance.State["Output"]!["result"]!.ToJsonString());
    }

    [Fact]
    public async Task A_script_chooses_its_exit_and_an_instance_is_correlated()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent")
            .Then("c", "CorrelateTask", new { Value = TypeText.Expression("input('who')"), Syntax = "JavaScript" })
            .Then("s", "ScriptTask", new { AvailableOutcomes = new[] { "Yes", "No" }, Script = TypeText.Expression("setOutcome(correlationId() == 'ana' ? 'Yes' : 'No')") })
            .Then("n", "NoteTask", new { Text = "yes" }).Arrows("e:Done>c", "c:Done>s", "s:Yes>n"));
        await _site.TriggerAsync("ProbeEvent", null, ("who", "ana"));
        Assert.Equal(["yes ana"], await _site.NotesAsync());
    }

    [Fact]
    public async Task A_singleton_waits_once()
    {
        await _site.StoreAsync(new TypeText("t1").With("IsSingleton", true).Start("e", "ProbeEvent").Then("w", "AnswerEvent").Arrows("e:Done>w"));
        await _site.TriggerAsync("ProbeEvent");
        await _site.TriggerAsync("ProbeEvent");
        await _site.OnlyInstanceAsync();
    }

    [Fact]
    public async Task An_instance_of_a_type_that_forgets_leaves_nothing_behind()
    {
        await _site.StoreAsync(new TypeText("t1").With("DeleteFinishedWorkflows", true).Start("e", "ProbeEvent").Then("w", "AnswerEvent").Arrows("e:Done>w"));
        await _site.TriggerAsync("ProbeEvent");
        await _site.OnlyInstanceAsync();
        await _site.TriggerAsync("AnswerEvent");
        Assert.Empty(await _site.InstancesAsync());
    }

    [Fact]
    public async Task A_workflow_that_sets_itself_off_ends()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent").Then("echo", "EchoTask").Then("n", "NoteTask", new { Text = "round" }).Arrows("e:Done>echo", "echo:Done>n"));
        await _site.TriggerAsync("ProbeEvent");

        var instances = await _site.InstancesAsync();
        Assert.Equal(WorkflowRun.MaxDepth - 1, instances.Count);
        var last = Assert.Single(instances, instance => instance.Status == WorkflowStatus.Faulted);
        Assert.Contains("circle", last.FaultMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_instances_that_wake_each_other_end()
    {
        await _site.StoreAsync(new TypeText("t1").Start("s", "AnswerEvent").Then("e", "ProbeEvent").Then("echo", "EchoTask").Arrows("s:Done>e", "e:Done>echo", "echo:Done>e"));
        await _site.TriggerAsync("AnswerEvent", "x");
        await _site.TriggerAsync("ProbeEvent", "x");
        Assert.Equal(WorkflowStatus.Faulted, (await _site.OnlyInstanceAsync()).Status);
    }

    [Fact]
    public async Task A_loop_without_end_is_ended()
    {
        await _site.StoreAsync(new TypeText("t1").Start("e", "ProbeEvent").Then("w", "WhileLoopTask", new { Condition = TypeText.Expression("true") }).Arrows("e:Done>w", "w:Iterate>w"));
        await _site.TriggerAsync("ProbeEvent");
        Assert.Contains("come to rest", (await _site.OnlyInstanceAsync()).FaultMessage, StringComparison.Ordinal);
    }

    internal static TypeText AskingHost(string wait) => new TypeText("ask").Start("e", "ProbeEvent")
        .Then("f", "ForkTask", new { Forks = new[] { "Host", "Clock" } })
        .Then("host", "AnswerEvent").Then("clock", "TimerEvent", new { Interval = wait })
        .Then("yes", "NoteTask", new { Text = "answered" }).Then("no", "NoteTask", new { Text = "late" })
        .Then("j", "JoinTask", new { Mode = "WaitAny" })
        .Arrows("e:Done>f", "f:Host>host", "f:Clock>clock", "host:Done>yes", "clock:Done>no", "yes:Done>j", "no:Done>j");
}
