using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.Navigation;
using OrchardCore.Workflows;
using PropertySuite.Platform.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

internal sealed class WorkflowsMenu(WorkflowTypes types, IStringLocalizer<WorkflowsMenu> S) : AdminNavigationProvider
{
    protected override async ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["Workflows"], "4", workflows => workflows
                .Id("workflows")
                .Action("Index", "WorkflowType", "OrchardCore.Workflows")
                .Permission(WorkflowsPermissions.ManageWorkflows))
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Workflows"], "6", workflows => workflows
                    .Id("workflow-settings")
                    .Action("Index", "Admin", "OrchardCore.Settings", new RouteValueDictionary { ["groupId"] = WorkflowSettingsDriver.GroupId })
                    .Permission(WorkflowsPermissions.ManageWorkflowSettings))));

        // Where no workflow asks anybody, nobody needs the page.
        if ((await types.GetAsync()).Names(nameof(UserTaskEvent)))
        {
            builder.Add(S["Decisions"], "2", decisions => decisions
                .Id("check")
                .AddClass("tab")
                .Action("Index", "Decision", "OrchardCore.Workflows")
                .Permission(AdminPermissions.AccessAdminPanel));
        }
    }
}
