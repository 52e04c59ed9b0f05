using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

internal sealed class WorkflowsMenu(IStringLocalizer<WorkflowsMenu> S) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], "100", administration => administration
            .Add(S["Workflows"], "6", workflows => workflows
                .Id("workflows")
                .Action("Index", "WorkflowType", "OrchardCore.Workflows")
                .Permission(WorkflowsPermissions.ManageWorkflows)));
        return ValueTask.CompletedTask;
    }
}
