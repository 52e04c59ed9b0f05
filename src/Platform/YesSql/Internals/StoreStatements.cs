namespace YesSql.Internals;

/// <summary>The statements on the table of ids.</summary>
internal sealed class StoreStatements(SqlDialectBase dialect, IConfiguration configuration)
{
    public const string IdentifierTable = "Identifiers";

    private readonly string _table = dialect.QuoteForTableName(configuration.TablePrefix + IdentifierTable, configuration.Schema);

    public string CreateIdentifiers => dialect.CreateIdentifierTable(_table);

    public string SelectNextId => $"select nextval from {_table} where dimension = @p0";

    public string InsertNextId => $"insert into {_table} (dimension, nextval) values (@p0, @p1)";

    public string TakeIds { get; } =
        $"update {dialect.QuoteForTableName(configuration.TablePrefix + IdentifierTable, configuration.Schema)} set nextval = nextval + @p1 where dimension = @p0 returning nextval";
}

/// <summary>The document table of a collection, with its statements.</summary>
internal sealed class DocumentTable
{
    public DocumentTable(SqlDialectBase dialect, IConfiguration configuration, string collection)
    {
        Name = configuration.TablePrefix + configuration.TableNameConvention.GetDocumentTable(collection);
        Quoted = dialect.QuoteForTableName(Name, configuration.Schema);
        Alias = dialect.QuoteForAliasName("Document");
        var id = dialect.QuoteForColumnName("Id");
        var type = dialect.QuoteForColumnName("Type");
        var content = dialect.QuoteForColumnName("Content");
        var version = dialect.QuoteForColumnName("Version");

        Id = $"{Alias}.{id}";
        Type = $"{Alias}.{type}";
        Selection = $"{Id}, {Type}, {Alias}.{content}, {Alias}.{version}";
        Insert = $"insert into {Quoted} ({id}, {type}, {content}, {version}) values (@p0, @p1, @p2, @p3)";
        Update = $"update {Quoted} set {content} = @p0, {version} = @p1 where {id} = @p2 and {version} = @p3";
        Delete = $"delete from {Quoted} where {id} = @p0 and {version} = @p1";
        SelectById = $"select {id}, {type}, {content}, {version} from {Quoted} where {id}";
        SelectByType = $"select {id}, {type}, {content}, {version} from {Quoted} where {type} = @p0 order by {id} limit 1";
        SelectVersionByType = $"select {id}, {version} from {Quoted} where {type} = @p0 order by {id} limit 1";
        SelectLastId = $"select coalesce(max({id}), 0) from {Quoted}";
    }

    public string Name { get; }

    public string Quoted { get; }

    /// <summary>The alias that the table has in queries, quoted.</summary>
    public string Alias { get; }

    public string Id { get; }

    public string Type { get; }

    public string Selection { get; }

    public string Insert { get; }

    public string Update { get; }

    public string Delete { get; }

    /// <summary>Ends at the column, for "= @p0" or an IN operator to follow.</summary>
    public string SelectById { get; }

    public string SelectByType { get; }

    public string SelectVersionByType { get; }

    public string SelectLastId { get; }
}
