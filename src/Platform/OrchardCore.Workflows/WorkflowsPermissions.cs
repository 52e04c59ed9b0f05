using OrchardCore.Security.Permissions;

namespace OrchardCore.Workflows;

public static class WorkflowsPermissions
{
    /// <summary>Change workflow types, retry and cancel instances. Who may do this decides what the suite does by itself.</summary>
    public static readonly Permission ManageWorkflows = new("ManageWorkflows", "Manage workflows", isSecurityCritical: true);

    /// <summary>Start and resume workflows by hand, by their addresses and signals.</summary>
    public static readonly Permission ExecuteWorkflows = new("ExecuteWorkflows", "Execute workflows", isSecurityCritical: true);

    public static readonly Permission ManageWorkflowSettings = new("ManageWorkflowSettings", "Manage workflow settings");
}
