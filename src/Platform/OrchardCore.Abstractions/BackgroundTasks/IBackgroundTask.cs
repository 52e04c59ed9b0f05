namespace OrchardCore.BackgroundTasks;

/// <summary>Work that a tenant does by itself at set times.</summary>
public interface IBackgroundTask
{
    /// <param name="serviceProvider">The services of the scope that is made for this run.</param>
    Task DoWorkAsync(IServiceProvider serviceProvider, CancellationToken cancellationToken);
}

/// <summary>When and how a background task runs.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = true, AllowMultiple = false)]
public sealed class BackgroundTaskAttribute : Attribute
{
    public string? Title { get; set; }

    public bool Enable { get; set; } = true;

    /// <summary>A cron expression of five fields, in the tenant's time zone.</summary>
    public string Schedule { get; set; } = "*/5 * * * *";

    public string? Description { get; set; }

    /// <summary>Milliseconds to wait for the task's lock.</summary>
    public int LockTimeout { get; set; }

    /// <summary>Milliseconds after which the task's lock is given up; 0 means no lock.</summary>
    public int LockExpiration { get; set; }

    /// <summary>Whether the task makes links or shows pages: it gets a request of its own, with the tenant's address.</summary>
    public bool UsePipeline { get; set; }
}

/// <summary>The settings that a task runs with, its attribute's unless the tenant has others.</summary>
public class BackgroundTaskSettings
{
    public string Name { get; set; } = string.Empty;

    public string? Title { get; set; }

    public bool Enable { get; set; } = true;

    public string Schedule { get; set; } = "*/5 * * * *";

    public string? Description { get; set; }

    public int LockTimeout { get; set; }

    public int LockExpiration { get; set; }

    public bool UsePipeline { get; set; }

    public bool IsAtomic => LockTimeout > 0 && LockExpiration > 0;
}

/// <summary>Called before and after each run of a task.</summary>
public interface IBackgroundTaskEventHandler
{
    Task ExecutingAsync(BackgroundTaskEventContext context, CancellationToken cancellationToken);

    Task ExecutedAsync(BackgroundTaskEventContext context, CancellationToken cancellationToken);
}

public class BackgroundTaskEventContext
{
    public BackgroundTaskEventContext(string name, Environment.Shell.Scope.ShellScope scope)
    {
        Name = name;
        Scope = scope;
    }

    public string Name { get; }

    public Environment.Shell.Scope.ShellScope Scope { get; }

    public BackgroundTaskSettings? Settings { get; set; }

    public string Tenant => Scope.ShellContext.Settings.Name;

    /// <summary>What the task threw; null when it ran well or has not run yet.</summary>
    public Exception? Exception { get; set; }
}
