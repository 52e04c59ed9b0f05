using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using OrchardCore.Workflows.Abstractions.Models;
using OrchardCore.Workflows.Activities;
using OrchardCore.Workflows.Models;
using OrchardCore.Workflows.Services;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>Base of tasks that give or take a role.</summary>
internal abstract class RoleTask(IUserService users, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : SuiteTask(s)
{
    public override LocalizedString Category => S["People"];

    public WorkflowExpression<string> UserName
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public WorkflowExpression<string> RoleName
    {
        get => GetProperty(() => new WorkflowExpression<string>());
        set => SetProperty(value);
    }

    public override IEnumerable<ActivityField> Fields =>
    [
        new(nameof(UserName), FieldKind.Liquid, S["Account"], S["Name or e-mail address."]),
        new(nameof(RoleName), FieldKind.Liquid, S["Role"]),
    ];

    public override IEnumerable<Outcome> GetPossibleOutcomes(WorkflowExecutionContext workflowContext, ActivityContext activityContext) => Outcomes(S["Done"], S["Failed"]);

    public override async Task<ActivityExecutionResult> ExecuteAsync(WorkflowExecutionContext workflowContext, ActivityContext activityContext)
    {
        var name = await expressions.EvaluateAsync(UserName, workflowContext, null!);
        var role = (await expressions.EvaluateAsync(RoleName, workflowContext, null!))?.Trim();
        return !string.IsNullOrEmpty(name) && !string.IsNullOrEmpty(role) && await users.GetUserAsync(name.Trim()) is User user && await ChangeAsync(user, role)
            ? Outcomes("Done")
            : Outcomes("Failed");
    }

    protected abstract Task<bool> ChangeAsync(User user, string role);
}

internal sealed class AssignUserRoleTask(UserManager<IUser> manager, IUserService users, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : RoleTask(users, expressions, s)
{
    public override LocalizedString DisplayText => S["Give a role"];

    protected override async Task<bool> ChangeAsync(User user, string role) =>
        user.RoleNames.Contains(role, StringComparer.OrdinalIgnoreCase) || (await manager.AddToRoleAsync(user, role)).Succeeded;
}

internal sealed class UnassignUserRoleTask(UserManager<IUser> manager, IUserService users, IWorkflowExpressionEvaluator expressions, IStringLocalizer<ActivityTexts> s) : RoleTask(users, expressions, s)
{
    public override LocalizedString DisplayText => S["Take a role away"];

    protected override async Task<bool> ChangeAsync(User user, string role) => (await manager.RemoveFromRoleAsync(user, role)).Succeeded;
}
