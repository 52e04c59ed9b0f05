namespace OrchardCore.Environment.Shell.Scope;

/// <summary>The same as the static members of <see cref="ShellScope"/>, on a given scope.</summary>
public static class ShellScopeExtensions
{
    public static ShellScope RegisterBeforeDispose(this ShellScope scope, Func<ShellScope, Task> callback, bool last = false)
        => scope.Register(callback, last);

    public static ShellScope RegisterBeforeDispose(this ShellScope scope, Action<ShellScope> callback, bool last = false)
        => scope.Register(AsTask(callback), last);

    public static ShellScope AddDeferredSignal(this ShellScope scope, string key) => scope.DeferSignal(key);

    public static ShellScope AddDeferredTask(this ShellScope scope, Func<ShellScope, Task> task) => scope.Defer(task);

    public static ShellScope AddDeferredTask(this ShellScope scope, Action<ShellScope> callback) => scope.Defer(AsTask(callback));

    public static ShellScope AddExceptionHandler(this ShellScope scope, Func<ShellScope, Exception, Task> handler) => scope.OnException(handler);

    public static ShellScope AddExceptionHandler(this ShellScope scope, Action<ShellScope, Exception> handler)
        => scope.OnException((failed, exception) =>
        {
            handler(failed, exception);
            return Task.CompletedTask;
        });

    private static Func<ShellScope, Task> AsTask(Action<ShellScope> callback) => scope =>
    {
        callback(scope);
        return Task.CompletedTask;
    };
}
