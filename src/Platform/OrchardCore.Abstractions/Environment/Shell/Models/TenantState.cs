namespace OrchardCore.Environment.Shell.Models;

public enum TenantState
{
    /// <summary>Known, but not set up.</summary>
    Uninitialized,

    /// <summary>Being set up.</summary>
    Initializing,

    Running,

    /// <summary>Set up and switched off: answers nothing, keeps its data.</summary>
    Disabled,

    Invalid,
}
