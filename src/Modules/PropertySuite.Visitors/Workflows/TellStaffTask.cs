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

namespace PropertySuite.Visitors.Workflows;

/// <summary>Tells everybody of a role among the staff, each once.</summary>
public class TellStaffTask(
    UserManager<IUser> users,
    IEnumerable<INotificationService> notifications,
    IWorkflowExpressionEvaluator expressions,
    MessageSubject subject,
    IStringLocalizer<VisitEvent> S) : TaskActivity, IVisitActivity
{
    /// <inheritdoc/>
    public override string Name => nameof(TellStaffTask);

    /// <inheritdoc/>
    public override LocalizedString Category => S["Visits"];

    /// <inheritdoc/>
    public override LocalizedString DisplayText => S["Tell the staff"];

    /// <summary>Roles, by name.</summary>
    public IList<string> Roles
    {
        get => GetProperty<IList<string>>(() => ["Guard"]);
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
    public IReadOnlyList<VisitActivityField> Fields =>
    [
        new(nameof(Roles), S["Roles, one on each line"], IsList: true),
        new(nameof(Subject), S["Subject"], IsExpression: true),
        new(nameof(Text), S["Text"], IsLong: true, IsExpression: true),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"]);

    /// <inheritdoc/>
    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var message = new NotificationMessage
        {
            Subject = await expressions.EvaluateAsync(Subject, workflowContext, null),
            TextBody = await expressions.EvaluateAsync(Text, workflowContext, null),
        };
        message.Summary = message.TextBody;
        using var speaking = subject.About(workflowContext.CorrelationId);
        if (notifications.FirstOrDefault() is { } service)
        {
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var role in Roles)
            {
                foreach (var person in await users.GetUsersInRoleAsync(role))
                {
                    if (told.Add(await users.GetUserIdAsync(person)))
                    {
                        await service.SendAsync(person, message);
                    }
                }
            }
        }

        return Outcomes("Done");
    }
}
