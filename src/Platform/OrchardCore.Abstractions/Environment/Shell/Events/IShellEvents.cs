namespace OrchardCore.Environment.Shell.Events;

public delegate Task ShellEvent(string tenant);

public delegate Task ShellsEvent();

/// <summary>What happens to tenants, for those who keep several nodes in step.</summary>
public interface IShellEvents
{
    ShellsEvent? LoadingAsync { get; set; }

    ShellEvent? ReleasingAsync { get; set; }

    ShellEvent? ReloadingAsync { get; set; }

    ShellEvent? RemovingAsync { get; set; }
}
