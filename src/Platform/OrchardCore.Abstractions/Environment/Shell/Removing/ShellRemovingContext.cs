namespace OrchardCore.Environment.Shell.Removing;

/// <summary>The removal of a tenant, and what went wrong with it.</summary>
public class ShellRemovingContext
{
    public ShellSettings ShellSettings { get; set; } = null!;

    /// <summary>Whether only what lies on this node is removed.</summary>
    public bool LocalResourcesOnly { get; set; }

    public bool FailedOnLockTimeout { get; set; }

    public bool Success => ErrorMessage is null;

    public string? ErrorMessage { get; set; }

    public Exception? Error { get; set; }
}

/// <summary>Removes what a part of the platform keeps for a tenant.</summary>
public interface IShellRemovingHandler
{
    Task RemovingAsync(ShellRemovingContext context);
}
