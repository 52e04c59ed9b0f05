using OrchardCore.Environment.Shell.Removing;

namespace OrchardCore.Modules;

/// <summary>Called when a tenant starts and when it is let go.</summary>
public interface IModularTenantEvents
{
    /// <summary>Before the tenant answers its first request; a failure here keeps the tenant down.</summary>
    Task ActivatingAsync();

    /// <summary>After every <see cref="ActivatingAsync"/>, in reverse order.</summary>
    Task ActivatedAsync();

    Task TerminatingAsync();

    Task TerminatedAsync();

    Task RemovingAsync(ShellRemovingContext context);
}

/// <summary>An empty base for <see cref="IModularTenantEvents"/>.</summary>
public class ModularTenantEvents : IModularTenantEvents
{
    public virtual Task ActivatedAsync() => Task.CompletedTask;

    public virtual Task ActivatingAsync() => Task.CompletedTask;

    public virtual Task TerminatedAsync() => Task.CompletedTask;

    public virtual Task TerminatingAsync() => Task.CompletedTask;

    public virtual Task RemovingAsync(ShellRemovingContext context) => Task.CompletedTask;
}
