using System.Data;
using System.Data.Common;
using YesSql.Indexes;

namespace YesSql;

/// <summary>
/// A unit of work over documents and their index rows: what was loaded is tracked, what was saved is written by the next
/// query or <see cref="FlushAsync"/>, and kept by <see cref="SaveChangesAsync"/>. A session belongs to one flow of control.
/// </summary>
public interface ISession : IDisposable, IAsyncDisposable
{
    /// <summary>Marks a document for writing and gives a new one its id. Every update is checked by version, whatever <paramref name="checkConcurrency"/> says.</summary>
    Task SaveAsync(object obj, bool checkConcurrency = false, string? collection = null);

    /// <summary>Marks a loaded document for deletion, with its index rows.</summary>
    void Delete(object item, string? collection = null);

    /// <summary>Tracks an object as the existing document with this id and version, so that saving it is an update.</summary>
    /// <returns>False where the session already tracks a document under that id.</returns>
    bool Import(object item, long id, long version, string? collection = null);

    /// <summary>Stops tracking an object; changes not yet flushed are forgotten.</summary>
    void Detach(object item, string? collection = null);

    void Detach(IEnumerable<object> entries, string? collection = null);

    void DetachAll(string? collection = null);

    /// <summary>Documents by id, in the order of <paramref name="ids"/>; ids without a document are left out.</summary>
    Task<IEnumerable<T>> GetAsync<T>(long[] ids, string? collection = null) where T : class;

    IQuery Query(string? collection = null);

    IQuery<T> ExecuteQuery<T>(ICompiledQuery<T> compiledQuery, string? collection = null) where T : class;

    /// <summary>Rolls back and makes sure that nothing of this unit of work is committed later.</summary>
    Task CancelAsync();

    /// <summary>Rolls back, forgets everything tracked and makes the session usable anew.</summary>
    Task ResetAsync();

    /// <summary>Writes pending changes inside the transaction without committing them.</summary>
    Task FlushAsync();

    /// <summary>Writes pending changes and commits. A session that was cancelled or that failed rolls back instead.</summary>
    /// <exception cref="ConcurrencyException">A document was changed by somebody else since it was loaded.</exception>
    Task SaveChangesAsync();

    /// <summary>The session's own open connection, for statements of one's own. It must not be closed.</summary>
    Task<DbConnection> CreateConnectionAsync();

    /// <summary>Begins the write transaction where there is none, and answers the current one.</summary>
    Task<DbTransaction> BeginTransactionAsync();

    Task<DbTransaction> BeginTransactionAsync(IsolationLevel isolationLevel);

    DbTransaction? CurrentTransaction { get; }

    /// <summary>Adds index providers for this session alone.</summary>
    ISession RegisterIndexes(IIndexProvider[] indexProviders, string? collection = null);

    IStore Store { get; }
}
