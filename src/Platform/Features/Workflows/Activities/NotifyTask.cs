using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Models;
using OrchardCore.Users.Services;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Tells whoever set the workflow off: on the page where one is being made, or else among the person's notices.</summary>
internal sealed class NotifyTask(
    INotifier notifier,
    IWorkflowExpressionEvaluator expressions,
    WorkflowRun run,
    IUserService users,
    IEnumerable<INotificationService> notifications,
    IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Notice"];

    public override LocalizedString Category => S["People"];

    public NotifyType NotificationType
    {
        get => GetProperty(() => NotifyType.Information);
        set => SetProperty(value);
    }

    public WorkflowExpression<string> Message
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(NotificationType), FieldKind.Choice, S["Kind"], null, [.. Enum.GetNames<NotifyType>()]),
        new(nameof(Message), FieldKind.Liquid, S["Text"]),
    ];

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var text = await expressions.EvaluateAsync(Message, workflowContext, null!) ?? "";
        if (run is not { IsOwnUnit: true, IsAttended: false })
        {
            await notifier.AddAsync(NotificationType, new LocalizedHtmlString(text, System.Net.WebUtility.HtmlEncode(text)));
        }
        else if (notifications.FirstOrDefault() is { } service && (run.By ?? workflowContext.Workflow.Record.StartedBy) is { } by && await users.GetUserByUniqueIdAsync(by) is { } person)
        {
            await service.SendAsync(person, new NotificationMessage { Subject = text, Summary = text, TextBody = text });
        }

        return Outcomes("Done");
    }
}
