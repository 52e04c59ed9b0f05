using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Display;
using OrchardCore.Workflows.Helpers;
using OrchardCore.Workflows.Models;
using Sites.Tests.Hosting.Probe;
using YesSql;

namespace Sites.Tests.Workflows;

/// <summary>Something that happens in tests.</summary>
public sealed class ProbeEvent : EventActivity
{
    public override string Name => nameof(ProbeEvent);

    public override LocalizedString DisplayText => new(Name, Name);

    public override LocalizedString Category => new("Test", "Test");

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => [new Outcome(new LocalizedString("Done", "Done"))];
}

/// <summary>Something else that happens in tests.</summary>
public sealed class AnswerEvent : EventActivity
{
    public override string Name => nameof(AnswerEvent);

    public override LocalizedString DisplayText => new(Name, Name);

    public override LocalizedString Category => new("Test", "Test");

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => [new Outcome(new LocalizedString("Done", "Done"))];
}

/// <summary>Writes a note, so that what was done can be counted; fails as long as it is told to.</summary>
public sealed class NoteTask(ISession session) : TaskActivity<NoteTask>
{
    /// <summary>How often notes with a text still fail; among others of the same moment a run is tried once more by itself.</summary>
    public static ConcurrentDictionary<string, int> Failures { get; } = new();

    public override LocalizedString DisplayText => new(Name, Name);

    public override LocalizedString Category => new("Test", "Test");

    public string Text
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => [new Outcome(new LocalizedString("Done", "Done"))];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        await session.SaveAsync(new Note { Text = $"{Text} {workflowContext.CorrelationId}".Trim() });
        if (Failures.TryGetValue(Text, out var left) && left > 0)
        {
            Failures[Text] = left - 1;
            throw new InvalidOperationException("The pen is dry.");
        }

        return Outcomes("Done");
    }
}

/// <summary>Triggers an event from inside a workflow.</summary>
public sealed class EchoTask(OrchardCore.Workflows.Services.IWorkflowManager manager) : TaskActivity<EchoTask>
{
    public override LocalizedString DisplayText => new(Name, Name);

    public override LocalizedString Category => new("Test", "Test");

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => [new Outcome(new LocalizedString("Done", "Done"))];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        await manager.TriggerEventAsync(nameof(ProbeEvent), new Dictionary<string, object>(), workflowContext.CorrelationId);
        return Outcomes("Done");
    }
}

/// <summary>Shows nothing: this module has no templates.</summary>
public abstract class ProbeDriver<TActivity> : ActivityDisplayDriver<TActivity>
    where TActivity : class, IActivity
{
    public override IDisplayResult Display(TActivity model, BuildDisplayContext context) => Combine();
}

public sealed class ProbeEventDriver : ProbeDriver<ProbeEvent>;

public sealed class AnswerEventDriver : ProbeDriver<AnswerEvent>;

public sealed class NoteTaskDriver : ProbeDriver<NoteTask>;

public sealed class EchoTaskDriver : ProbeDriver<EchoTask>;

[OrchardCore.Modules.Feature("Sites.Probe")]
[RequireFeatures("OrchardCore.Workflows")]
public sealed class ProbeWorkflowsStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddActivity<ProbeEvent, ProbeEventDriver>();
        services.AddActivity<AnswerEvent, AnswerEventDriver>();
        services.AddActivity<NoteTask, NoteTaskDriver>();
        services.AddActivity<EchoTask, EchoTaskDriver>();
    }
}
