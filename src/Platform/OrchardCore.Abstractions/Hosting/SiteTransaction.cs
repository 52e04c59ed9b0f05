using OrchardCore.Environment.Shell.Descriptor.Models;
using OrchardCore.Environment.Shell.Scope;
using YesSql.Internals;

namespace PropertySuite.Platform.Hosting;

/// <summary>
/// Several scopes of a running site that take effect together or not at all: their sessions write in one transaction, features that they
/// change are only noted, and what they defer runs inside. While one is current, new sessions, features and deferred work join it.
/// </summary>
internal sealed class SiteTransaction(UnitOfWork unit)
{
    private static readonly AsyncLocal<SiteTransaction?> s_current = new();

    private bool _over;

    /// <summary>The transaction that the current flow of execution works in; null usually.</summary>
    public static SiteTransaction? Current => s_current.Value is { _over: false } current ? current : null;

    public UnitOfWork Unit => unit;

    /// <summary>The features as the steps so far have left them; null while they are those of the running site.</summary>
    public ShellDescriptor? Features { get; set; }

    /// <summary>What the scopes have deferred to their end.</summary>
    public Queue<Func<ShellScope, Task>> Deferred { get; } = new();

    /// <summary>Makes this the current one for what the caller's asynchronous method does from here on.</summary>
    public void Enter() => s_current.Value = this;

    /// <summary>From here on nobody joins any more, not even work that was started inside and still runs.</summary>
    public void End() => _over = true;
}
