using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using PropertySuite.Core;

namespace PropertySuite.Visitors.Workflows;

/// <summary>
/// Does something with the visit that the workflow is about. What the lifecycle does not allow any more, because somebody was quicker, leaves
/// by <c>NotPossible</c>: a policy never overrules a person.
/// </summary>
/// <param name="visits">Visits.</param>
/// <param name="S">Texts.</param>
public abstract class VisitTask(Visits visits, IStringLocalizer<VisitEvent> S) : TaskActivity, IVisitActivity
{
    /// <inheritdoc/>
    public override string Name => GetType().Name;

    /// <inheritdoc/>
    public override LocalizedString Category => S["Visits"];

    /// <inheritdoc/>
    public virtual IReadOnlyList<VisitActivityField> Fields => [];

    /// <inheritdoc/>
    public override bool HasEditor => Fields.Count > 0;

    /// <summary>Texts of activities.</summary>
    protected IStringLocalizer Texts { get; } = S;

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(Texts["Done"], Texts["NotPossible"]);

    /// <inheritdoc/>
    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (await visits.FindAsync(workflowContext.CorrelationId) is not { } visit)
        {
            return Outcomes("NotPossible");
        }

        Step? step;
        try
        {
            step = await TakeAsync(visit, workflowContext);
        }
        catch (RefusedException)
        {
            return Outcomes("NotPossible");
        }

        if (step is not null)
        {
            await visits.SaveAsync(visit, step);
        }

        return Outcomes("Done");
    }

    /// <summary>Does it.</summary>
    /// <returns>The step; null when nothing of the visit changed.</returns>
    /// <exception cref="RefusedException">It is not possible any more.</exception>
    protected abstract Task<Step?> TakeAsync(VisitPart visit, WorkflowExecutionContext workflowContext);
}

/// <summary>Asks the host once more (VIS-03).</summary>
public class AskHostTask(Visits visits, IClock clock, IStringLocalizer<VisitEvent> S) : VisitTask(visits, S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["Ask the host once more"];

    /// <inheritdoc/>
    protected override Task<Step?> TakeAsync(VisitPart visit, WorkflowExecutionContext workflowContext) => Task.FromResult<Step?>(visit.AskAgain(Actor.Policy, clock.UtcNow));
}

/// <summary>Decides when nobody does: lets in with an escort, or turns away.</summary>
public class DecideVisitTask(Visits visits, IClock clock, IStringLocalizer<VisitEvent> S) : VisitTask(visits, S)
{
    private const string WithEscort = "escort";
    private const string Away = "turn-away";

    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["Decide about a visitor"];

    /// <summary><c>escort</c> or <c>turn-away</c>.</summary>
    public string Decision
    {
        get => GetProperty(() => Away);
        set => SetProperty(value);
    }

    /// <summary>Why, as history keeps it.</summary>
    public string Reason
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<VisitActivityField> Fields =>
        [new(nameof(Decision), Texts["Decision"], [Away, WithEscort]), new(nameof(Reason), Texts["Reason, as the history keeps it"])];

    /// <inheritdoc/>
    protected override Task<Step?> TakeAsync(VisitPart visit, WorkflowExecutionContext workflowContext)
    {
        var now = clock.UtcNow;
        return Task.FromResult<Step?>(Decision == WithEscort
            ? visit.Escort(Actor.Policy, now)
            : visit.TurnAway(Actor.Policy, now, visit.State == VisitState.NoAnswer ? RefusalKind.NoAnswer : RefusalKind.Other, Reason));
    }
}

/// <summary>Asks the host whether a visitor who stayed too long is still there (VIS-07).</summary>
public class AskStillHereTask(Visits visits, HostNews news, IStringLocalizer<VisitEvent> S) : VisitTask(visits, S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["Ask the host whether the visitor is still there"];

    /// <inheritdoc/>
    protected override async Task<Step?> TakeAsync(VisitPart visit, WorkflowExecutionContext workflowContext)
    {
        if (visit.State != VisitState.Overstay)
        {
            throw LifecycleRefusals.NotFromHere.With();
        }

        await news.AskStillHereAsync(visit);
        return null;
    }
}

/// <summary>Tells the host, or everybody of the household or firm, that the visitor has come: each in the own language, on the own page or by mail.</summary>
public class TellHostTask(Visits visits, HostNews news, IStringLocalizer<VisitEvent> S) : VisitTask(visits, S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["Tell the host that the visitor has come"];

    /// <inheritdoc/>
    protected override async Task<Step?> TakeAsync(VisitPart visit, WorkflowExecutionContext workflowContext)
    {
        await news.TellHasComeAsync(visit);
        return null;
    }
}

/// <summary>Asks where the visit stands by now: a policy that waited must look again.</summary>
public class VisitStandsTask(Visits visits, IClock clock, IStringLocalizer<VisitEvent> S) : VisitTask(visits, S)
{
    private readonly Visits _visits = visits;

    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["Where does the visit stand?"];

    /// <summary>Names of states.</summary>
    public IList<string> States
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<VisitActivityField> Fields => [new(nameof(States), Texts["States, one on each line"], IsList: true)];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(Texts["True"], Texts["False"]);

    /// <inheritdoc/>
    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(await _visits.FindAsync(workflowContext.CorrelationId) is { } visit && States.Contains(visit.StateAt(clock.UtcNow).ToString()) ? "True" : "False");

    /// <inheritdoc/>
    protected override Task<Step?> TakeAsync(VisitPart visit, WorkflowExecutionContext workflowContext) => Task.FromResult<Step?>(null);
}
