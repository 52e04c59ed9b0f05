using OrchardCore.Security.Permissions;
using OrchardCore.Workflows;

namespace PropertySuite.Platform.Features.Workflows;

internal sealed class Permissions : IPermissionProvider
{
    private static readonly Permission[] s_all = [WorkflowsPermissions.ManageWorkflows, WorkflowsPermissions.ExecuteWorkflows, WorkflowsPermissions.ManageWorkflowSettings];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(s_all);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = "Administrator", Permissions = s_all }];
}
