namespace YesSql.Internals;

/// <summary>An object and the row that it stands for.</summary>
internal sealed class TrackedDocument(object entity, Document row)
{
    /// <summary>The version of an object whose row this session has not read.</summary>
    public const long UnknownVersion = -1;

    public object Entity { get; } = entity;

    /// <summary>The row as the database has it, or will have it when it is new.</summary>
    public Document Row { get; } = row;

    public PendingWrite Pending { get; set; }

    /// <summary>Not in the database yet.</summary>
    public bool IsNew { get; set; }

    /// <summary>Inserted by the transaction that is open: a rollback makes it new again.</summary>
    public bool IsInserted { get; set; }

    /// <summary>Known by id only; the row is read before it is written.</summary>
    public bool IsRowUnread { get; set; }
}

internal enum PendingWrite
{
    None,
    Save,
    Delete,
}

/// <summary>The documents of one collection that a session tracks, by id and by object.</summary>
internal sealed class IdentityMap
{
    private readonly Dictionary<long, TrackedDocument> _byId = [];
    private readonly Dictionary<object, TrackedDocument> _byEntity = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyCollection<TrackedDocument> Documents => _byId.Values;

    public TrackedDocument? Find(long id) => _byId.GetValueOrDefault(id);

    public TrackedDocument? Find(object entity) => _byEntity.GetValueOrDefault(entity);

    public void Add(TrackedDocument document)
    {
        _byId.Add(document.Row.Id, document);
        _byEntity.Add(document.Entity, document);
    }

    public void Remove(TrackedDocument document)
    {
        _byId.Remove(document.Row.Id);
        _byEntity.Remove(document.Entity);
    }

    public void Clear()
    {
        _byId.Clear();
        _byEntity.Clear();
    }
}
