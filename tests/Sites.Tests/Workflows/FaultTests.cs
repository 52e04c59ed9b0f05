using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Title.Models;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace Sites.Tests.Workflows;

/// <summary>What becomes of a run that fails, and of what set it off.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private WorkflowSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await WorkflowSite.StartAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_fault_is_kept_on_its_instance_and_undoes_the_run_but_not_what_set_it_off()
    {
        NoteTask.Failures["bad"] = 1;
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("a", "NoteTask", new { Text = "good" }).Then("b", "NoteTask", new { Text = "bad" }).Arrows("e:Done>a", "a:Done>b"));
        await _site.InAsync(async services =>
        {
            await services.GetRequiredService<YesSql.ISession>().SaveAsync(new Hosting.Probe.Note { Text = "cause" });
            await services.GetRequiredService<IWorkflowManager>().TriggerEventAsync("ProbeEvent", new Dictionary<string, object>(), "x");
        });

        Assert.Equal(["cause"], await _site.NotesAsync());
        var instance = await _site.OnlyInstanceAsync();
        Assert.Equal((WorkflowStatus.Faulted, "The pen is dry.", "b"), (instance.Status, instance.FaultMessage, instance.Record.Failed!.At));

        await RetryAsync(instance);
        Assert.Equal(["bad x", "cause", "good x"], await _site.NotesAsync());
        Assert.Equal(WorkflowStatus.Finished, (await _site.OnlyInstanceAsync()).Status);
    }

    [Fact]
    public async Task One_workflow_that_fails_does_not_keep_the_others_of_the_event_from_running()
    {
        NoteTask.Failures["first"] = 2;
        await _site.StoreAsync(
            new TypeText("a").Start("e", "ProbeEvent").Then("n", "NoteTask", new { Text = "first" }).Arrows("e:Done>n"),
            new TypeText("b").Start("e", "ProbeEvent").Then("n", "NoteTask", new { Text = "second" }).Arrows("e:Done>n"));
        await _site.TriggerAsync("ProbeEvent");
        Assert.Equal(["second"], await _site.NotesAsync());
        Assert.Equal([WorkflowStatus.Faulted, WorkflowStatus.Finished], (await _site.InstancesAsync()).OrderBy(instance => instance.WorkflowTypeId).Select(instance => instance.Status));
    }

    [Fact]
    public async Task An_instance_that_fails_after_its_wait_is_retried_from_there()
    {
        NoteTask.Failures["after"] = 2;
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("a", "NoteTask", new { Text = "before" }).Then("w", "AnswerEvent").Then("b", "NoteTask", new { Text = "after" }).Arrows("e:Done>a", "a:Done>w", "w:Done>b"));
        await _site.TriggerAsync("ProbeEvent", "x");
        await _site.TriggerAsync("AnswerEvent", "x");
        await RetryAsync(await _site.OnlyInstanceAsync());
        Assert.Equal(WorkflowStatus.Faulted, (await _site.OnlyInstanceAsync()).Status);
        await RetryAsync(await _site.OnlyInstanceAsync());

        Assert.Equal(["after x", "before x"], await _site.NotesAsync());
        var instance = await _site.OnlyInstanceAsync();
        Assert.Equal(WorkflowStatus.Finished, instance.Status);
        Assert.Equal(2, instance.Record.Path.Count(step => step.Act == PathActs.Retried));
    }

    [Fact]
    public async Task An_instance_that_has_failed_answers_to_no_event()
    {
        NoteTask.Failures["once"] = 1;
        await _site.StoreAsync(new TypeText("t").Start("e", "ProbeEvent").Then("w", "AnswerEvent").Then("b", "NoteTask", new { Text = "once" }).Arrows("e:Done>w", "w:Done>b"));
        await _site.TriggerAsync("ProbeEvent", "x");
        await _site.TriggerAsync("AnswerEvent", "x");
        await _site.TriggerAsync("AnswerEvent", "x");
        Assert.Empty(await _site.NotesAsync());
    }

    [Fact]
    public async Task A_workflow_can_start_when_another_fails()
    {
        NoteTask.Failures["bad"] = 1;
        await _site.StoreAsync(
            new TypeText("t").Start("e", "ProbeEvent").Then("n", "NoteTask", new { Text = "bad" }).Arrows("e:Done>n"),
            new TypeText("watch").Start("f", "WorkflowFaultEvent", new { ErrorFilter = TypeText.Expression("input('WorkflowFault').WorkflowTypeId == 't'") }).Then("n", "NoteTask", new { Text = "seen" }).Arrows("f:Done>n"));
        await _site.TriggerAsync("ProbeEvent", "x");
        await _site.RunDueAsync();
        Assert.Equal(["seen x"], await _site.NotesAsync());
    }

    [Fact]
    public async Task Content_that_is_published_starts_a_workflow_which_changes_it()
    {
        await _site.InAsync(services => services.GetRequiredService<IContentDefinitionManager>().AlterTypeDefinitionAsync("Notice", type => type.Draftable().Versionable().WithPart("TitlePart")));
        await _site.StoreAsync(new TypeText("t").Start("e", "ContentPublishedEvent", new { ContentTypeFilter = new[] { "Notice" } })
            .Then("if", "IfElseTask", new { Condition = TypeText.Expression("input('ContentItem').TitlePart.Title == 'Old'") })
            .Then("u", "UpdateContentTask", new { Publish = false, ContentProperties = TypeText.Expression("{ \"TitlePart\": { \"Title\": \"New of {{ Workflow.Input.ContentItem.DisplayText }}\" } }") })
            .Arrows("e:Done>if", "if:True>u"));
        var id = "";
        await _site.InAsync(async services =>
        {
            var content = services.GetRequiredService<IContentManager>();
            var item = await content.NewAsync("Notice");
            item.DisplayText = "Old";
            item.Alter<TitlePart>(part => part.Title = "Old");
            await content.CreateAsync(item, VersionOptions.Published);
            id = item.ContentItemId;
        });

        var instance = await _site.OnlyInstanceAsync();
        Assert.True(instance.Status == WorkflowStatus.Finished, instance.FaultMessage);
        Assert.Equal(id, instance.CorrelationId);
        await _site.InAsync(async services =>
        {
            var content = services.GetRequiredService<IContentManager>();
            Assert.Equal("New of Old", (await content.GetAsync(id, VersionOptions.Draft))!.As<TitlePart>()!.Title);
            Assert.Equal("Old", (await content.GetAsync(id))!.As<TitlePart>()!.Title);
        });
    }

    private Task RetryAsync(Workflow instance) => _site.InAsync(services =>
        services.GetRequiredService<WorkflowPump>().OnRequestAsync(unit => unit.GetRequiredService<Repairs>().RetryAsync(instance.WorkflowId, "somebody")));
}
