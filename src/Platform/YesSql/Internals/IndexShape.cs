using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using YesSql.Indexes;

namespace YesSql.Internals;

/// <summary>
/// The columns of an index type with its compiled reader and writer. It depends on nothing but the type and the kind of database,
/// so all tenants share it.
/// </summary>
internal sealed class IndexShape
{
    private static readonly ConcurrentDictionary<(Type Index, Type Dialect), IndexShape> Shapes = [];

    private IndexShape(Type indexType, SqlDialectBase dialect)
    {
        IsReduced = typeof(ReduceIndex).IsAssignableFrom(indexType);
        var properties = indexType.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0)
            .ToArray();

        HasDocumentId = !IsReduced && properties.Any(property => property.Name == "DocumentId");
        Columns = [.. properties.Where(property => property.Name != "Id" && (IsReduced || property.Name != "DocumentId"))];
        Read = CompileReader(indexType, dialect);
        Write = CompileWriter(indexType);
    }

    public bool IsReduced { get; }

    /// <summary>Whether the rows show the id of their document.</summary>
    public bool HasDocumentId { get; }

    /// <summary>The columns of the type's own, without Id and DocumentId.</summary>
    public IReadOnlyList<PropertyInfo> Columns { get; }

    /// <summary>Reads a row selected as Id, DocumentId where shown, and the columns in their order.</summary>
    public Func<DbDataReader, IIndex> Read { get; }

    /// <summary>The values of the columns in their order, as the properties have them.</summary>
    public Func<IIndex, object?[]> Write { get; }

    public static IndexShape Of(Type indexType, SqlDialectBase dialect) =>
        Shapes.TryGetValue((indexType, dialect.GetType()), out var shape)
            ? shape
            : Shapes.GetOrAdd((indexType, dialect.GetType()), _ => new IndexShape(indexType, dialect));

    public bool HasColumn(string name) =>
        name == "Id" || (name == "DocumentId" && HasDocumentId) || Columns.Any(column => column.Name == name);

    private Func<DbDataReader, IIndex> CompileReader(Type indexType, SqlDialectBase dialect)
    {
        if (indexType.GetConstructor(Type.EmptyTypes) is null)
            return _ => throw new InvalidOperationException($"The index '{indexType}' has no constructor without parameters.");

        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var bindings = new List<MemberBinding>();
        var ordinal = 0;
        Bind(indexType.GetProperty("Id")!);
        if (HasDocumentId)
            Bind(indexType.GetProperty("DocumentId")!);
        foreach (var column in Columns)
            Bind(column);

        return Expression.Lambda<Func<DbDataReader, IIndex>>(
            Expression.Convert(Expression.MemberInit(Expression.New(indexType), bindings), typeof(IIndex)), reader).Compile();

        void Bind(PropertyInfo property)
        {
            var type = property.PropertyType;
            var read = dialect.ReadColumn(reader, ordinal, Nullable.GetUnderlyingType(type) ?? type);
            var isNull = Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, Expression.Constant(ordinal++));
            bindings.Add(Expression.Bind(
                property, Expression.Condition(isNull, Expression.Default(type), read.Type == type ? read : Expression.Convert(read, type))));
        }
    }

    private Func<IIndex, object?[]> CompileWriter(Type indexType)
    {
        var row = Expression.Parameter(typeof(IIndex), "row");
        var typed = Expression.Convert(row, indexType);
        var values = Columns.Select(column => Expression.Convert(Expression.Property(typed, column), typeof(object)));
        return Expression.Lambda<Func<IIndex, object?[]>>(Expression.NewArrayInit(typeof(object), values), row).Compile();
    }
}
