namespace YesSql.Internals;

internal sealed class DefaultTableNameConvention(string documentTable = "Document", string separator = "_") : ITableNameConvention
{
    public string GetDocumentTable(string? collection = null) => InCollection(collection, documentTable);

    public string GetIndexTable(Type indexType, string? collection = null) => InCollection(collection, indexType.Name);

    private string InCollection(string? collection, string table) =>
        string.IsNullOrEmpty(collection) ? table : collection + separator + table;
}
