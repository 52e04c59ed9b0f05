using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Models;
using OrchardCore.Users;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Core;

namespace PropertySuite.Parking.Workflows;

/// <summary>A property of an activity, as its form shows it.</summary>
/// <param name="Choices">What may be chosen; empty for text.</param>
/// <param name="IsList">Whether each line is an entry.</param>
/// <param name="IsExpression">Whether it is Liquid.</param>
public sealed record ParkingActivityField(string Name, LocalizedString Label, IReadOnlyList<string>? Choices = null, bool IsList = false, bool IsExpression = false);

/// <summary>An activity of parking: its editor is a list of fields.</summary>
public interface IParkingActivity : IActivity
{
    /// <summary>Its properties.</summary>
    IReadOnlyList<ParkingActivityField> Fields { get; }
}

/// <summary>
/// A record of parking took a step. The input says which one, and nothing personal: <c>RecordId</c>, <c>Kind</c>, <c>Number</c>, <c>Unit</c>,
/// <c>Verb</c>, <c>State</c>. The instance is about the record.
/// </summary>
public class ParkingChangedEvent(IStringLocalizer<ParkingChangedEvent> S) : EventActivity, IParkingActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(ParkingChangedEvent);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["A record of parking took a step"];

    /// <inheritdoc/>
    public override LocalizedString Category => S["Parking"];

    /// <summary>Steps that it is about, with the kind of record before them: <c>PRL:warn</c>; empty for all.</summary>
    public IList<string> Steps
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ParkingActivityField> Fields => [new(nameof(Steps), S["Steps, one on each line, such as PRL:warn; empty for all"], IsList: true)];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Steps.Count == 0 || (workflowContext.Input.TryGetValue("Kind", out var kind) && workflowContext.Input.TryGetValue("Verb", out var verb) && Steps.Contains($"{kind}:{verb}"));
}

/// <summary>Tells whom the record concerns, with one of parking's messages.</summary>
public class TellParkingHolderTask(ParkingTeller teller, IStringLocalizer<ParkingChangedEvent> S) : TaskActivity, IParkingActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(TellParkingHolderTask);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Tell whom a record of parking concerns"];

    /// <inheritdoc/>
    public override LocalizedString Category => S["Parking"];

    /// <summary>Id of the message.</summary>
    public string Message
    {
        get => GetProperty(() => ParkingMessages.Offered.Id);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ParkingActivityField> Fields => [new(nameof(Message), S["Message"], [.. ParkingMessages.All.Select(kind => kind.Id)])];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["NotPossible"]);

    /// <inheritdoc/>
    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(ParkingMessages.All.FirstOrDefault(kind => kind.Id == Message) is { } kind && workflowContext.CorrelationId is { } record && await teller.TellAsync(kind, record) ? "Done" : "NotPossible");
}

/// <summary>Tells everybody of a role among the staff.</summary>
public class TellParkingStaffTask(UserManager<IUser> users, IEnumerable<INotificationService> notifications, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ParkingChangedEvent> S) : TaskActivity, IParkingActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(TellParkingStaffTask);

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Tell the staff about a record of parking"];

    /// <inheritdoc/>
    public override LocalizedString Category => S["Parking"];

    /// <summary>Roles, by name.</summary>
    public IList<string> Roles
    {
        get => GetProperty<IList<string>>(() => ["Desk"]);
        set => SetProperty(value);
    }

    /// <summary>What is said; Liquid.</summary>
    public WorkflowExpression<string> Text
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ParkingActivityField> Fields => [new(nameof(Roles), S["Roles, one on each line"], IsList: true), new(nameof(Text), S["Text"], IsExpression: true)];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var text = await expressions.EvaluateAsync(Text, workflowContext, null);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var role in notifications.Any() ? Roles : [])
        {
            foreach (var person in await users.GetUsersInRoleAsync(role))
            {
                if (told.Add(await users.GetUserIdAsync(person))) await notifications.First().SendAsync(person, new NotificationMessage { Subject = text, Summary = text, TextBody = text });
            }
        }

        return Outcomes("Done");
    }
}

/// <summary>Tells workflows what happens with parking. What follows runs after the step has been committed, and cannot undo it.</summary>
public sealed class ParkingWorkflowWitness(IWorkflowManager workflows) : IParkingWitness
{
    /// <inheritdoc/>
    public async Task HappenedAsync(ParkingNews news)
    {
        // What a policy does is no news to a policy.
        foreach (var step in news.Steps.Where(step => !ReferenceEquals(step.By, Actor.Policy)))
        {
            await workflows.TriggerEventAsync(
                nameof(ParkingChangedEvent),
                new Dictionary<string, object>
                {
                    ["RecordId"] = news.Item.ContentItemId,
                    ["Kind"] = news.Kind,
                    ["Number"] = news.Number,
                    ["Unit"] = news.Holder?.UnitCode ?? "",
                    ["Verb"] = step.Verb,
                    ["State"] = step.To,
                },
                news.Item.ContentItemId);
        }
    }
}
