namespace YesSql.Indexes;

/// <summary>A row of an index table; its public read-write properties are the columns.</summary>
public interface IIndex
{
    long Id { get; set; }

    void AddDocument(Document document);

    void RemoveDocument(Document document);

    IEnumerable<Document> GetAddedDocuments();

    IEnumerable<Document> GetRemovedDocuments();
}

/// <summary>An index row that belongs to one document.</summary>
public abstract class MapIndex : IIndex
{
    private Document? _added;
    private Document? _removed;

    public long Id { get; set; }

    void IIndex.AddDocument(Document document) => _added = document;

    void IIndex.RemoveDocument(Document document) => _removed = document;

    IEnumerable<Document> IIndex.GetAddedDocuments() => _added is null ? [] : [_added];

    IEnumerable<Document> IIndex.GetRemovedDocuments() => _removed is null ? [] : [_removed];
}

/// <summary>An index row that sums up several documents.</summary>
public class ReduceIndex : IIndex
{
    private readonly List<Document> _added = [];
    private readonly List<Document> _removed = [];

    public long Id { get; set; }

    void IIndex.AddDocument(Document document) => _added.Add(document);

    void IIndex.RemoveDocument(Document document) => _removed.Add(document);

    IEnumerable<Document> IIndex.GetAddedDocuments() => _added;

    IEnumerable<Document> IIndex.GetRemovedDocuments() => _removed;
}
