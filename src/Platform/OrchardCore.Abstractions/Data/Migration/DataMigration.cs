using YesSql.Sql;

namespace OrchardCore.Data.Migration;

/// <summary>
/// Steps that bring a feature's data to its present form, found by name: <c>Create</c> or <c>CreateAsync</c> answers the version
/// that it reaches, <c>UpdateFrom{n}</c> or <c>UpdateFrom{n}Async</c> goes on from version n, <c>Uninstall</c> or
/// <c>UninstallAsync</c> takes everything back. Each returns <c>int</c> or <c>Task&lt;int&gt;</c> (Uninstall: nothing or <c>Task</c>).
/// </summary>
public interface IDataMigration
{
    ISchemaBuilder SchemaBuilder { get; set; }
}

/// <summary>Base class of migrations.</summary>
public abstract class DataMigration : IDataMigration
{
    /// <summary>Changes the schema inside the step's transaction; set before a step is run.</summary>
    public ISchemaBuilder SchemaBuilder { get; set; } = null!;
}
