using Microsoft.Extensions.Localization;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;

namespace PropertySuite.Visitors.Workflows;

/// <summary>A property of an activity, as its form shows it.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Label">Label.</param>
/// <param name="Choices">What may be chosen; empty for text.</param>
/// <param name="IsLong">Whether it has several lines.</param>
/// <param name="IsList">Whether each line is an entry.</param>
/// <param name="IsExpression">Whether it is Liquid.</param>
public sealed record VisitActivityField(string Name, LocalizedString Label, IReadOnlyList<string>? Choices = null, bool IsLong = false, bool IsList = false, bool IsExpression = false);

/// <summary>An activity of visits: its editor is a list of fields.</summary>
public interface IVisitActivity : IActivity
{
    /// <summary>Its properties.</summary>
    IReadOnlyList<VisitActivityField> Fields { get; }
}

/// <summary>
/// Something happened with a visit. The input says which one, by id, and nothing personal: <c>VisitId</c>, <c>Number</c>, <c>Unit</c>,
/// <c>Kind</c>, <c>Persons</c>, <c>State</c>, <c>Verb</c>, <c>Calls</c>, <c>CallLeft</c>, <c>Rings</c>, <c>RingLeft</c>. The instance is about the visit.
/// </summary>
/// <param name="S">Texts.</param>
public abstract class VisitEvent(IStringLocalizer<VisitEvent> S) : EventActivity, IVisitActivity
{
    /// <summary>Key of the visit's id among the input.</summary>
    public const string VisitId = "VisitId";

    /// <inheritdoc/>
    public override string Name => GetType().Name;

    /// <inheritdoc/>
    public override LocalizedString Category => S["Visits"];

    /// <summary>Kinds of visit that it is about, by name; empty for all.</summary>
    public IList<string> Kinds
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public virtual IReadOnlyList<VisitActivityField> Fields => [new(nameof(Kinds), S["Kinds of visit, one on each line; empty for all"], IsList: true)];

    /// <summary>Texts of activities.</summary>
    protected IStringLocalizer Texts { get; } = S;

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(Texts["Done"]);

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Kinds.Count == 0 || (workflowContext.Input.TryGetValue("Kind", out var kind) && Kinds.Contains(kind?.ToString() ?? ""));
}

/// <summary>A host did not answer in time (VIS-03).</summary>
public class VisitUnansweredEvent(IStringLocalizer<VisitEvent> S) : VisitEvent(S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["A host did not answer"];
}

/// <summary>A visitor is still inside after the planned end and its grace (VIS-07).</summary>
public class VisitOverstayEvent(IStringLocalizer<VisitEvent> S) : VisitEvent(S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["A visitor stayed too long"];
}

/// <summary>The gate was alarmed about a visitor who stayed too long (VIS-07).</summary>
public class VisitRangEvent(IStringLocalizer<VisitEvent> S) : VisitEvent(S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["An alarm about a visitor who stayed too long"];
}

/// <summary>A visitor resembles somebody on the watch list (VIS-10).</summary>
public class VisitWatchHitEvent(IStringLocalizer<VisitEvent> S) : VisitEvent(S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["A visitor resembles somebody on the watch list"];
}

/// <summary>A visit took a step.</summary>
public class VisitChangedEvent(IStringLocalizer<VisitEvent> S) : VisitEvent(S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["A visit took a step"];

    /// <summary>Ids of the steps that it is about, such as <c>admit</c>; empty for all.</summary>
    public IList<string> Verbs
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<VisitActivityField> Fields => [.. base.Fields, new(nameof(Verbs), Texts["Steps, one on each line; empty for all"], IsList: true)];

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        base.CanExecute(workflowContext, activityContext)
        && (Verbs.Count == 0 || (workflowContext.Input.TryGetValue("Verb", out var verb) && Verbs.Contains(verb?.ToString() ?? "")));
}
