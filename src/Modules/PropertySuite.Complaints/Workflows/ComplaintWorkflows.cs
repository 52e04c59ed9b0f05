using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.Modules;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Models;
using OrchardCore.Users;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Helpers;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Core;

namespace PropertySuite.Complaints.Workflows;

/// <summary>What cases bring to workflows, where a site has them.</summary>
[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IComplaintWitness, ComplaintWorkflowWitness>();
        services.AddActivity<ComplaintChangedEvent, ComplaintActivityDriver<ComplaintChangedEvent>>();
        services.AddActivity<ComplaintEscalatedEvent, ComplaintActivityDriver<ComplaintEscalatedEvent>>();
        services.AddActivity<TellComplainantTask, ComplaintActivityDriver<TellComplainantTask>>();
        services.AddActivity<TellComplaintStaffTask, ComplaintActivityDriver<TellComplaintStaffTask>>();
        services.AddActivity<AssignComplaintTask, ComplaintActivityDriver<AssignComplaintTask>>();
    }
}

/// <summary>
/// Something happened with a case. The input says which one, by id, and nothing personal: <c>ComplaintId</c>, <c>Number</c>, <c>Place</c>, <c>Kind</c>,
/// <c>Category</c>, <c>Level</c>, <c>State</c>, <c>Verb</c>, <c>Escalation</c>, <c>Team</c>. The instance is about the case.
/// </summary>
/// <param name="S">Texts.</param>
public abstract class ComplaintEvent(IStringLocalizer<ComplaintEvent> S) : EventActivity, IComplaintActivity
{
    /// <inheritdoc/>
    public override string Name => GetType().Name;

    /// <inheritdoc/>
    public override LocalizedString Category => S["Complaints"];

    /// <summary>Ids of categories that it is about; empty for all.</summary>
    public IList<string> Categories
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public virtual IReadOnlyList<ComplaintActivityField> Fields => [new(nameof(Categories), S["Ids of categories, one on each line; empty for all"], IsList: true)];

    /// <summary>Texts of activities.</summary>
    protected IStringLocalizer Texts { get; } = S;

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(Texts["Done"]);

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Says(workflowContext, "Category", Categories);

    /// <summary>Whether the input says one of these values; true when there is none.</summary>
    protected static bool Says(WorkflowExecutionContext context, string key, IList<string> values) =>
        values.Count == 0 || (context.Input.TryGetValue(key, out var value) && values.Contains(value?.ToString() ?? ""));
}

/// <summary>A case took a step.</summary>
public class ComplaintChangedEvent(IStringLocalizer<ComplaintEvent> S) : ComplaintEvent(S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["A case took a step"];

    /// <summary>Ids of the steps that it is about, such as <c>register</c>; empty for all.</summary>
    public IList<string> Verbs
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <summary>Levels that it is about; empty for all.</summary>
    public IList<string> Levels
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ComplaintActivityField> Fields =>
        [.. base.Fields, new(nameof(Verbs), Texts["Steps, one on each line; empty for all"], IsList: true), new(nameof(Levels), Texts["Levels, one on each line; empty for all"], IsList: true)];

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        base.CanExecute(workflowContext, activityContext) && Says(workflowContext, "Verb", Verbs) && Says(workflowContext, "Level", Levels);
}

/// <summary>A case was escalated, by the clock or by hand.</summary>
public class ComplaintEscalatedEvent(IStringLocalizer<ComplaintEvent> S) : ComplaintEvent(S)
{
    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["A case was escalated"];

    /// <summary>How far, 1 to 4; empty for all.</summary>
    public IList<string> Degrees
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ComplaintActivityField> Fields => [.. base.Fields, new(nameof(Degrees), Texts["How far, 1 to 4, one on each line; empty for all"], IsList: true)];

    /// <inheritdoc/>
    public override bool CanExecute(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        base.CanExecute(workflowContext, activityContext) && Says(workflowContext, "Escalation", Degrees);
}

/// <summary>
/// Does something with the case that the workflow is about. What the lifecycle does not allow any more, because somebody was quicker, leaves by
/// <c>NotPossible</c>: a policy never overrules a person.
/// </summary>
/// <param name="book">Cases.</param>
/// <param name="S">Texts.</param>
public abstract class ComplaintTask(ComplaintBook book, IStringLocalizer<ComplaintEvent> S) : TaskActivity, IComplaintActivity
{
    /// <inheritdoc/>
    public override string Name => GetType().Name;

    /// <inheritdoc/>
    public override LocalizedString Category => S["Complaints"];

    /// <inheritdoc/>
    public abstract IReadOnlyList<ComplaintActivityField> Fields { get; }

    /// <summary>Texts of activities.</summary>
    protected IStringLocalizer Texts { get; } = S;

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(Texts["Done"], Texts["NotPossible"]);

    /// <inheritdoc/>
    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if (await book.FindAsync(workflowContext.CorrelationId) is not { } complaint)
        {
            return Outcomes("NotPossible");
        }

        try
        {
            await DoAsync(complaint, workflowContext);
            return Outcomes("Done");
        }
        catch (RefusedException)
        {
            return Outcomes("NotPossible");
        }
    }

    /// <summary>Does it.</summary>
    /// <exception cref="RefusedException">It is not possible any more.</exception>
    protected abstract Task DoAsync(ComplaintPart complaint, WorkflowExecutionContext workflowContext);
}

/// <summary>Writes to whoever raised the case.</summary>
public class TellComplainantTask(ComplaintBook book, ComplaintMail mail, IStringLocalizer<ComplaintEvent> S) : ComplaintTask(book, S)
{
    private static readonly MessageKind[] Kinds = [ComplaintMessages.Received, ComplaintMessages.Proposed, ComplaintMessages.Ended, ComplaintMessages.Written];

    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["Write to whoever raised the case"];

    /// <summary>Id of the message.</summary>
    public string Message
    {
        get => GetProperty(() => Kinds[0].Id);
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ComplaintActivityField> Fields => [new(nameof(Message), Texts["Message"], [.. Kinds.Select(kind => kind.Id)])];

    /// <inheritdoc/>
    protected override async Task DoAsync(ComplaintPart complaint, WorkflowExecutionContext workflowContext)
    {
        if (Array.Find(Kinds, kind => kind.Id == Message) is { } kind && (kind != ComplaintMessages.Proposed || complaint.State == ComplaintState.Proposed))
        {
            await mail.SendAsync(kind, complaint);
        }
    }
}

/// <summary>Puts the case into a team's queue.</summary>
public class AssignComplaintTask(ComplaintBook book, ComplaintPolicy policy, IClock clock, IStringLocalizer<ComplaintEvent> S) : ComplaintTask(book, S)
{
    private readonly ComplaintBook _book = book;

    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["Put the case into a team's queue"];

    /// <summary>Name of the role; empty for the category's.</summary>
    public string Team
    {
        get => GetProperty(() => "");
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ComplaintActivityField> Fields => [new(nameof(Team), Texts["Role; empty for the one of the category"])];

    /// <inheritdoc/>
    protected override async Task DoAsync(ComplaintPart complaint, WorkflowExecutionContext workflowContext)
    {
        var team = Team.Length > 0 ? Team : (await policy.CategoryAsync(complaint.Category)).Team;
        await _book.SaveAsync(complaint, complaint.Assign(Actor.Policy, clock.UtcNow, team, null, await policy.RulesAsync()));
    }
}

/// <summary>Tells everybody of some roles, or whoever handles the case.</summary>
public class TellComplaintStaffTask(
    ComplaintBook book, UserManager<IUser> users, IEnumerable<INotificationService> notifications, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ComplaintEvent> S) : ComplaintTask(book, S)
{
    /// <summary>Stands for whoever handles the case, among roles.</summary>
    public const string Handler = "handler";

    /// <inheritdoc/>
    public override LocalizedString DisplayText => Texts["Tell the staff about the case"];

    /// <summary>Roles, by name; <see cref="Handler"/> for whoever handles it.</summary>
    public IList<string> Roles
    {
        get => GetProperty<IList<string>>(() => ["Supervisor"]);
        set => SetProperty(value);
    }

    /// <summary>What it is about; Liquid.</summary>
    public WorkflowExpression<string> Subject
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    /// <summary>What is said; Liquid.</summary>
    public WorkflowExpression<string> Text
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ComplaintActivityField> Fields =>
    [
        new(nameof(Roles), Texts["Roles, one on each line; “handler” for whoever handles the case"], IsList: true),
        new(nameof(Subject), Texts["Subject"], IsExpression: true),
        new(nameof(Text), Texts["Text"], IsLong: true, IsExpression: true),
    ];

    /// <inheritdoc/>
    protected override async Task DoAsync(ComplaintPart complaint, WorkflowExecutionContext workflowContext)
    {
        if (notifications.FirstOrDefault() is not { } service)
        {
            return;
        }

        var message = new NotificationMessage
        {
            Subject = await expressions.EvaluateAsync(Subject, workflowContext, null),
            TextBody = await expressions.EvaluateAsync(Text, workflowContext, null),
        };
        message.Summary = message.TextBody;
        var people = new List<IUser>();
        foreach (var role in Roles)
        {
            people.AddRange(role != Handler ? await users.GetUsersInRoleAsync(role)
                : complaint.AssigneeId is { } id && await users.FindByIdAsync(id) is { } handler ? [handler]
                : complaint.Team is { } team ? await users.GetUsersInRoleAsync(team)
                : []);
        }

        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (told.Add(await users.GetUserIdAsync(person)))
            {
                await service.SendAsync(person, message);
            }
        }
    }
}

/// <summary>Tells workflows what happens with cases. What follows runs after the step has been committed, and cannot undo it.</summary>
public sealed class ComplaintWorkflowWitness(IWorkflowManager workflows) : IComplaintWitness
{
    private static readonly string[] Escalations =
        [ComplaintVerbs.Warn.Id, ComplaintVerbs.Breach.Id, ComplaintVerbs.BreachAgain.Id, ComplaintVerbs.Escalate.Id, ComplaintVerbs.Unacknowledged.Id];

    /// <inheritdoc/>
    public async Task HappenedAsync(ComplaintPart complaint, IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            // What a policy does is no news to a policy; without this two workflows could play ball for ever.
            if (ReferenceEquals(step.By, Actor.Policy))
            {
                continue;
            }

            await TellAsync(nameof(ComplaintChangedEvent), complaint, step);
            if (Escalations.Contains(step.Verb))
            {
                await TellAsync(nameof(ComplaintEscalatedEvent), complaint, step);
            }
        }
    }

    private Task TellAsync(string name, ComplaintPart complaint, Step step) => workflows.TriggerEventAsync(
        name,
        new Dictionary<string, object>
        {
            ["ComplaintId"] = complaint.ContentItem.ContentItemId,
            ["Number"] = complaint.Number,
            ["Place"] = complaint.Place.Shown,
            ["Kind"] = complaint.Kind.ToString(),
            ["Category"] = complaint.Category,
            ["Level"] = complaint.Level,
            ["State"] = complaint.State.ToString(),
            ["Verb"] = step.Verb,
            ["Escalation"] = complaint.Escalation,
            ["Team"] = complaint.Team ?? "",
        },
        complaint.ContentItem.ContentItemId);
}
