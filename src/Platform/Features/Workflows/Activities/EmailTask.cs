using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Writes a mail. It is stored with the run and leaves after the commit, so that it leaves once or not at all.</summary>
internal sealed class EmailTask(IEmailService mail, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s, PropertySuite.Core.MessageSubject? subject = null) : SuiteTask(s)
{
    public override LocalizedString DisplayText => S["Send a mail"];

    public override LocalizedString Category => S["People"];

    public WorkflowExpression<string> Author { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> Sender { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> ReplyTo { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> Recipients { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> Cc { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> Bcc { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> Subject { get => Text(); set => SetProperty(value); }

    public WorkflowExpression<string> Body { get => Text(); set => SetProperty(value); }

    public bool IsHtmlBody
    {
        get => GetProperty(() => false);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(Recipients), FieldKind.Liquid, S["To"], S["Addresses, with commas between."]),
        new(nameof(Cc), FieldKind.Liquid, S["Copy to"]),
        new(nameof(Bcc), FieldKind.Liquid, S["Hidden copy to"]),
        new(nameof(ReplyTo), FieldKind.Liquid, S["Answers to"]),
        new(nameof(Subject), FieldKind.Liquid, S["Subject"]),
        new(nameof(Body), FieldKind.LongLiquid, S["Text"]),
        new(nameof(IsHtmlBody), FieldKind.Flag, S["The text is HTML"]),
    ];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var body = await expressions.EvaluateAsync(Body, workflowContext, IsHtmlBody ? HtmlEncoder.Default : null!);
        var message = new MailMessage
        {
            From = await OfAsync(Author),
            Sender = await OfAsync(Sender),
            ReplyTo = await OfAsync(ReplyTo),
            To = await OfAsync(Recipients),
            Cc = await OfAsync(Cc),
            Bcc = await OfAsync(Bcc),
            Subject = (await OfAsync(Subject))?.ReplaceLineEndings(" "),
            HtmlBody = IsHtmlBody ? body : null,
            TextBody = IsHtmlBody ? null : body,
        };
        using var speaking = subject?.About(workflowContext.CorrelationId);
        var result = await mail.SendAsync(message);
        workflowContext.LastResult = result.Succeeded;
        return Outcomes(result.Succeeded ? "Done" : "Failed");

        async Task<string?> OfAsync(WorkflowExpression<string> expression) => await expressions.EvaluateAsync(expression, workflowContext, null!) is { Length: > 0 } text ? text.Trim() : null;
    }

    private WorkflowExpression<string> Text([System.Runtime.CompilerServices.CallerMemberName] string? name = null) => GetProperty(() => new WorkflowExpression<string>(), name);
}
