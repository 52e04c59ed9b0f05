using System.Text;
using YesSql.Sql.Schema;

namespace YesSql.Internals;

/// <summary>
/// Changes of the schema as statements, one each. A unique column is an index beside the table, the same whether the column came
/// with the table or later.
/// </summary>
internal class CommandInterpreterBase(IConfiguration configuration) : ICommandInterpreter
{
    private ISqlDialect Dialect => configuration.SqlDialect;

    public IEnumerable<string> CreateSql(IEnumerable<ISchemaCommand> commands) => commands.SelectMany(command => command switch
    {
        ICreateTableCommand create => Run(create),
        IDropTableCommand drop => Run(drop),
        IAlterTableCommand alter => Run(alter),
        ISqlStatementCommand statement => Run(statement),
        ICreateForeignKeyCommand key => Run(key),
        IDropForeignKeyCommand key => Run(key),
        _ => throw new NotSupportedException($"The schema command '{command.GetType()}' is not known."),
    });

    public virtual IEnumerable<string> Run(ICreateTableCommand command)
    {
        var columns = command.TableCommands.OfType<ICreateColumnCommand>().ToArray();
        var sql = new StringBuilder(Dialect.CreateTableString).Append(' ').Append(Table(command.Name)).Append(" (");
        for (var i = 0; i < columns.Length; i++)
        {
            sql.Append(i == 0 ? "" : ", ");
            Define(sql, columns[i]);
        }

        var keys = columns.Where(column => column is { IsPrimaryKey: true, IsIdentity: false }).ToArray();
        if (keys.Length > 0)
            sql.Append(", ").Append(Dialect.PrimaryKeyString).Append(" (").AppendJoin(", ", keys.Select(key => Dialect.QuoteForColumnName(key.ColumnName))).Append(')');
        yield return sql.Append(')').ToString();

        foreach (var column in columns.Where(column => column.IsUnique))
            yield return UniqueIndex(command.Name, column.ColumnName);
    }

    public virtual IEnumerable<string> Run(IDropTableCommand command)
    {
        yield return Dialect.GetDropTableString(Full(command.Name), configuration.Schema);
    }

    public virtual IEnumerable<string> Run(IAlterTableCommand command)
    {
        foreach (var change in command.TableCommands)
        {
            var sql = new StringBuilder();
            switch (change)
            {
                case IAddColumnCommand add: Run(sql, add); break;
                case IAlterColumnCommand alter: Run(sql, alter); break;
                case IRenameColumnCommand rename: Rename(sql, rename); break;
                case IDropColumnCommand drop:
                    yield return Dialect.GetDropIndexString(UniqueIndexName(drop.Name, drop.ColumnName), Full(drop.Name), configuration.Schema);
                    Run(sql, drop);
                    break;
                case IAddIndexCommand index: Run(sql, index); break;
                case IDropIndexCommand index: Run(sql, index); break;
                default: throw new NotSupportedException($"The change '{change.GetType()}' of a table is not known.");
            }

            if (sql.Length > 0)
                yield return sql.ToString();
            if (change is IAddColumnCommand { IsUnique: true } unique)
                yield return UniqueIndex(unique.Name, unique.ColumnName);
        }
    }

    public virtual void Run(StringBuilder builder, IAddColumnCommand command)
    {
        builder.Append("alter table ").Append(Table(command.Name)).Append(" add column ");
        Define(builder, command);
    }

    public virtual void Run(StringBuilder builder, IDropColumnCommand command) =>
        builder.Append("alter table ").Append(Table(command.Name)).Append(" drop column ").Append(Dialect.QuoteForColumnName(command.ColumnName));

    public virtual void Run(StringBuilder builder, IAlterColumnCommand command) =>
        builder.Append("alter table ").Append(Table(command.Name)).Append(" alter column ").Append(Dialect.QuoteForColumnName(command.ColumnName))
            .Append(" type ").Append(TypeOf(command));

    public virtual void Run(StringBuilder builder, IAddIndexCommand command) =>
        builder.Append("create index ").Append(IndexName(command.IndexName)).Append(" on ").Append(Table(command.Name)).Append(" (")
            .AppendJoin(", ", command.ColumnNames.Select(Dialect.QuoteForColumnName)).Append(')');

    public virtual void Run(StringBuilder builder, IDropIndexCommand command) =>
        builder.Append(Dialect.GetDropIndexString(Dialect.FormatIndexName(Full(command.IndexName)), Full(command.Name), configuration.Schema));

    public virtual IEnumerable<string> Run(ISqlStatementCommand command)
    {
        yield return command.Sql;
    }

    public virtual IEnumerable<string> Run(ICreateForeignKeyCommand command)
    {
        yield return "alter table " + Table(command.SrcTable) + Dialect.GetAddForeignKeyConstraintString(
            Dialect.FormatKeyName(Full(command.Name)), command.SrcColumns, Table(command.DestTable), command.DestColumns, primaryKey: false);
    }

    public virtual IEnumerable<string> Run(IDropForeignKeyCommand command)
    {
        yield return "alter table " + Table(command.SrcTable) + Dialect.GetDropForeignKeyConstraintString(Dialect.FormatKeyName(Full(command.Name)));
    }

    private void Rename(StringBuilder builder, IRenameColumnCommand command) =>
        builder.Append("alter table ").Append(Table(command.Name)).Append(" rename column ").Append(Dialect.QuoteForColumnName(command.ColumnName))
            .Append(" to ").Append(Dialect.QuoteForColumnName(command.NewColumnName));

    private void Define(StringBuilder sql, ICreateColumnCommand column)
    {
        sql.Append(Dialect.QuoteForColumnName(column.ColumnName)).Append(' ');
        if (column.IsIdentity)
        {
            sql.Append(Dialect.IdentityColumnString);
            return;
        }

        sql.Append(TypeOf(column));
        if (column.IsNotNull)
            sql.Append(" not null");
        if (column.Default is not null)
            sql.Append(" default ").Append(Dialect.GetSqlValue(column.Default));
    }

    private string TypeOf(IColumnCommand column) =>
        Dialect.GetTypeName(Dialect.ToDbType(column.DbType), column.Length, column.Precision, column.Scale);

    private string Full(string name) => configuration.TablePrefix + name;

    private string Table(string name) => Dialect.QuoteForTableName(Full(name), configuration.Schema);

    private string IndexName(string name) => Dialect.QuoteForColumnName(Dialect.FormatIndexName(Full(name)));

    private string UniqueIndexName(string table, string column) => Dialect.FormatIndexName(Full("UX_" + table + "_" + column));

    private string UniqueIndex(string table, string column) =>
        $"create unique index {Dialect.QuoteForColumnName(UniqueIndexName(table, column))} on {Table(table)} ({Dialect.QuoteForColumnName(column)})";
}
