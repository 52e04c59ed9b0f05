namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>
/// Work of a tenant that falls due at moments of its own: timers, a queue, an outbox. The host wakes the tenant for it, and only
/// for it; nothing is polled. Registered scoped: <c>services.AddScoped&lt;IDueWork, WorkflowTimers&gt;()</c>.
/// </summary>
internal interface IDueWork
{
    /// <summary>Names the work within a tenant; the same for all time.</summary>
    string Name { get; }

    /// <summary>
    /// When the next piece is due, in UTC, as the database has it now; null when nothing waits. One small query: it is asked
    /// when the tenant is woken and after each <see cref="RunAsync"/>.
    /// </summary>
    Task<DateTime?> NextDueAsync();

    /// <summary>
    /// Does what is due, or a portion of it: as long as <see cref="NextDueAsync"/> says that more is due, it is called again. Runs in a scope of its
    /// own, which commits at its end. May be called when nothing is due. What it throws is logged, and it is tried again after a
    /// pause that grows; the tenant's other work goes on meanwhile.
    /// </summary>
    /// <param name="utcNow">By the host's clock; whatever is due at or before it is to be done.</param>
    Task RunAsync(DateTime utcNow, CancellationToken stopping);

    /// <summary>Called in a new scope after <see cref="RunAsync"/> has thrown and been rolled back, for who wants to note it.</summary>
    Task FailedAsync(DateTime utcNow, Exception exception) => Task.CompletedTask;
}

/// <summary>Brings works whose number is known at run time only. Scoped.</summary>
internal interface IDueWorkSource
{
    Task<IReadOnlyList<IDueWork>> ListAsync();
}

/// <summary>A background task that is not run here, since some <see cref="IDueWork"/> does the same without a schedule. Singleton.</summary>
internal sealed record ReplacedTask(Type Task);

/// <summary>Tells the host when a tenant's work is due. Scoped.</summary>
internal interface IWorkAlarm
{
    /// <summary>
    /// Call it in the unit of work that stores the work. It rings once the scope's session has committed, and not at all when that is
    /// rolled back. It survives a crash right after the commit. Setting it too early costs one look; forgetting it loses time until
    /// the tenant is next woken.
    /// </summary>
    /// <param name="work">The <see cref="IDueWork.Name"/>.</param>
    /// <param name="dueUtc">A moment that has passed means at once.</param>
    void Set(string work, DateTime dueUtc);

    /// <summary>Has everything asked anew after the commit: schedules, the time zone or features have changed.</summary>
    void AskAgain();
}
