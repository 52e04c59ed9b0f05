using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Notifications;
using OrchardCore.Notifications.Models;
using OrchardCore.Users;
using OrchardCore.Users.Services;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Features.Workflows;

namespace PropertySuite.Platform.Features.Notifications;

/// <summary>Tells people something by the ways that each has chosen. It is stored with the run.</summary>
internal abstract class NotifyPeopleTask(
    INotificationService notifications, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s, PropertySuite.Core.MessageSubject? subject) : SuiteTask(s)
{
    protected IWorkflowExpressionEvaluator Expressions { get; } = expressions;

    public override LocalizedString Category => S["People"];

    public WorkflowExpression<string> Subject { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> Summary { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> TextBody { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> HtmlBody { get => Text(); set => SetProperty(value); }

    public bool IsHtmlPreferred
    {
        get => GetProperty(() => false);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(Subject), FieldKind.Liquid, S["Subject"]),
        new(nameof(Summary), FieldKind.LongLiquid, S["Text in the list of notifications"]),
        new(nameof(TextBody), FieldKind.LongLiquid, S["Text"]),
        new(nameof(HtmlBody), FieldKind.LongLiquid, S["Text as HTML"]),
        new(nameof(IsHtmlPreferred), FieldKind.Flag, S["Send the HTML text"]),
    ];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var message = new NotificationMessage
        {
            Subject = (await Expressions.EvaluateAsync(Subject, workflowContext, null!))?.ReplaceLineEndings(" "),
            Summary = await Expressions.EvaluateAsync(Summary, workflowContext, null!),
            TextBody = await Expressions.EvaluateAsync(TextBody, workflowContext, null!),
            HtmlBody = await Expressions.EvaluateAsync(HtmlBody, workflowContext, HtmlEncoder.Default),
            IsHtmlPreferred = IsHtmlPreferred,
        };
        message.Summary = string.IsNullOrWhiteSpace(message.Summary) ? message.TextBody : message.Summary;
        using var speaking = subject?.About(workflowContext.CorrelationId);
        var ways = 0;
        foreach (var person in await PeopleAsync(workflowContext))
            ways += await notifications.SendAsync(person, message);
        workflowContext.LastResult = ways;
        return Outcomes(ways > 0 ? "Done" : "Failed");
    }

    protected abstract Task<IReadOnlyList<IUser>> PeopleAsync(WorkflowExecutionContext workflowContext);

    protected WorkflowExpression<string> Text([System.Runtime.CompilerServices.CallerMemberName] string? name = null) => GetProperty(() => new WorkflowExpression<string>(), name);
}

/// <summary>Tells the named people.</summary>
internal sealed class NotifyUserTask(
    INotificationService notifications, IUserService users, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s, PropertySuite.Core.MessageSubject? subject = null)
    : NotifyPeopleTask(notifications, expressions, s, subject)
{
    public override LocalizedString DisplayText => S["Tell people"];

    public WorkflowExpression<string> UserNames { get => Text(); set => SetProperty(value); }

    public override IEnumerable<ActivityField> Fields => base.Fields.Prepend(new(nameof(UserNames), FieldKind.Liquid, S["User names"], S["With commas between."]));

    protected override async Task<IReadOnlyList<IUser>> PeopleAsync(WorkflowExecutionContext workflowContext)
    {
        var people = new List<IUser>();
        var names = await Expressions.EvaluateAsync(UserNames, workflowContext, null!) ?? string.Empty;
        foreach (var name in names.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (await users.GetUserAsync(name) is { } person)
                people.Add(person);
        }

        return people;
    }
}

/// <summary>Tells the owner of the content item that the workflow is about.</summary>
internal sealed class NotifyContentOwnerTask(
    INotificationService notifications, IUserService users, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s, PropertySuite.Core.MessageSubject? subject = null)
    : NotifyPeopleTask(notifications, expressions, s, subject)
{
    public override LocalizedString DisplayText => S["Tell the owner of the item"];

    protected override async Task<IReadOnlyList<IUser>> PeopleAsync(WorkflowExecutionContext workflowContext) =>
        workflowContext.Input.TryGetValue("ContentItem", out var value) && (value as IContent)?.ContentItem is { Owner.Length: > 0 } item
        && await users.GetUserByUniqueIdAsync(item.Owner) is { } owner ? [owner] : [];
}
