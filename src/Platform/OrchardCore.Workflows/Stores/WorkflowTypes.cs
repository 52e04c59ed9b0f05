#nullable enable
using YesSql;
using Session = YesSql.Internals.Session;

namespace PropertySuite.Platform.Workflows;

/// <summary>The types as this scope sees them: shared, unless the scope has changed one itself.</summary>
internal sealed class WorkflowTypes(Session session, WorkflowCatalog catalog)
{
    public Task<WorkflowCatalog.Snapshot> GetAsync() =>
        session.Unit.Items.ContainsKey(typeof(WorkflowCatalog)) ? WorkflowCatalog.ReadAsync(session) : catalog.GetAsync(session);

    /// <summary>Called when this scope has changed a type.</summary>
    public void Changed()
    {
        if (session.Unit.Items.TryAdd(typeof(WorkflowCatalog), this))
        {
            session.Unit.OnCommitted(() =>
            {
                catalog.Forget();
                return Task.CompletedTask;
            });
        }
    }
}
