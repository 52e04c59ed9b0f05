using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;
using PropertySuite.Platform.Users;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Base of tasks about accounts.</summary>
internal abstract class AccountTask(IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString Category => S["People"];
}

/// <summary>Names those who have one of the roles, for a step that tells them.</summary>
internal sealed class GetUsersByRoleTask(UserManager<IUser> users, IStringLocalizer<ActivityTexts> s) : AccountTask(s)
{
    public override LocalizedString DisplayText => S["Who has a role?"];

    /// <summary>Name of the output: user names in a list.</summary>
    public string OutputKeyName
    {
        get => GetProperty(() => "UsersByRole");
        set => SetProperty(value);
    }

    public IList<string> Roles
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
        [new(nameof(Roles), FieldKind.Lines, S["Roles"], S["One name a line."]), new(nameof(OutputKeyName), FieldKind.Text, S["Output"], S["A list of user names, disabled accounts left out."])];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var role in Roles)
            names.UnionWith((await users.GetUsersInRoleAsync(role)).OfType<User>().Where(user => user.IsEnabled).Select(user => user.UserName));
        workflowContext.Output[OutputKeyName] = names.ToArray();
        workflowContext.LastResult = string.Join(", ", names);
        return Outcomes(names.Count > 0 ? "Done" : "Failed");
    }
}

/// <summary>Who has set the run off: nobody, somebody who has signed in, or somebody with one of the roles.</summary>
internal sealed class ValidateUserTask(IUserService users, WorkflowRun run, IStringLocalizer<ActivityTexts> s) : AccountTask(s)
{
    public override LocalizedString DisplayText => S["Who has set it off?"];

    /// <summary>Whether the name is put among the run's variables, as <c>UserName</c>.</summary>
    public bool SetUserName
    {
        get => GetProperty(() => false);
        set => SetProperty(value);
    }

    public IList<string> Roles
    {
        get => GetProperty<IList<string>>(() => []);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
        [new(nameof(Roles), FieldKind.Lines, S["Roles"], S["One name a line."]), new(nameof(SetUserName), FieldKind.Flag, S["Keep the user name as the variable UserName"])];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) =>
        Outcomes(S["Anonymous"], S["Authenticated"], S["InRole"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        if ((run.By ?? workflowContext.Workflow.Record.StartedBy) is not { Length: > 0 } id || await users.GetUserByUniqueIdAsync(id) is not User { IsEnabled: true } user)
            return Outcomes("Anonymous");
        if (SetUserName)
            workflowContext.Properties["UserName"] = user.UserName;
        return Outcomes(Roles.Any(role => user.RoleNames.Contains(role, StringComparer.OrdinalIgnoreCase)) ? "InRole" : "Authenticated");
    }
}

/// <summary>
/// Makes an account of the fields <c>Email</c> and <c>UserName</c> of the form that has called. It has no role and no password: the person
/// chooses one by the link of the mail, once.
/// </summary>
internal sealed class RegisterUserTask(
    IUserService users, AccessLinks links, IEnumerable<IEmailService> mail, ISiteService sites, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : AccountTask(s)
{
    /// <summary>Variable of the link in the text of the mail; it is not kept with the run.</summary>
    private const string Link = "EmailConfirmationUrl";

    public override LocalizedString DisplayText => S["Make an account"];

    public bool SendConfirmationEmail
    {
        get => GetProperty(() => true);
        set => SetProperty(value);
    }

    public WorkflowExpression<string> ConfirmationEmailSubject
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public WorkflowExpression<string> ConfirmationEmailTemplate
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    /// <summary>Whether the account is disabled until somebody of the office enables it.</summary>
    public bool RequireModeration
    {
        get => GetProperty(() => false);
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(RequireModeration), FieldKind.Flag, S["Disabled until the office enables it"]),
        new(nameof(SendConfirmationEmail), FieldKind.Flag, S["Send the link with which a password is chosen"]),
        new(nameof(ConfirmationEmailSubject), FieldKind.Liquid, S["Subject"]),
        new(nameof(ConfirmationEmailTemplate), FieldKind.LongLiquid, S["Text"], S["The link is {{ Workflow.Properties.EmailConfirmationUrl }}."]),
    ];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Valid"], S["Invalid"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var email = CallerForm.Field(workflowContext, "Email")?.Trim();
        var name = CallerForm.Field(workflowContext, "UserName")?.Trim();
        if (string.IsNullOrEmpty(email))
            return Wrong(workflowContext, "Email", S["Write an e-mail address."]);

        var wrong = false;
        var user = await users.CreateUserAsync(
            new User { UserName = string.IsNullOrEmpty(name) ? email : name, Email = email, IsEnabled = !RequireModeration },
            null,
            (field, text) =>
            {
                wrong = true;
                FormErrors.Add(workflowContext, field, text);
            });
        if (wrong || user is not User made)
            return Outcomes("Done", "Invalid");
        if (SendConfirmationEmail && !RequireModeration)
            await SendAsync(workflowContext, made);
        workflowContext.LastResult = made.UserName;
        return Outcomes("Done", "Valid");
    }

    private async Task SendAsync(WorkflowExecutionContext context, User user)
    {
        if (mail.FirstOrDefault() is not { } service || (await sites.GetSiteSettingsAsync()).BaseUrl is not { Length: > 0 } address)
            throw new InvalidOperationException("No mail with a link can be sent: the site has no address or no mail server.");
        context.Properties[Link] = $"{address.TrimEnd('/')}/Invitation?token={await links.CreateAsync(user, AccessLinkKind.Invitation)}";
        try
        {
            var result = await service.SendAsync(new MailMessage
            {
                To = user.Email,
                Subject = (await expressions.EvaluateAsync(ConfirmationEmailSubject, context, null!))?.ReplaceLineEndings(" "),
                HtmlBody = await expressions.EvaluateAsync(ConfirmationEmailTemplate, context, HtmlEncoder.Default),
            });
            if (!result.Succeeded)
                throw new InvalidOperationException(string.Join(" ", result.Errors.SelectMany(error => error.Value).Select(error => error.Value)));
        }
        finally
        {
            // A right is not kept with a run.
            context.Properties.Remove(Link);
        }
    }

    private static ActivityExecutionResult Wrong(WorkflowExecutionContext context, string field, string text)
    {
        FormErrors.Add(context, field, text);
        return Outcomes("Done", "Invalid");
    }
}
