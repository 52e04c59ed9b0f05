using System.Data.Common;
using System.Text.RegularExpressions;
using YesSql.Sql;
using YesSql.Sql.Schema;

namespace YesSql.Sqlite;

/// <summary>
/// Gives a column another type. SQLite cannot, so the table is made anew from its own statement with the type exchanged, filled, and
/// put in the place of the old one with its indexes. Text that only becomes longer stays as it is: lengths are not minded.
/// </summary>
internal static class SqliteColumnType
{
    public static async Task ChangeAsync(ISchemaBuilder schema, SqliteDialect dialect, IAlterColumnCommand change)
    {
        var table = schema.TablePrefix + change.Name;
        var type = dialect.GetTypeName(dialect.ToDbType(change.DbType), change.Length, change.Precision, change.Scale);
        var definition = (await ReadAsync(schema, "select sql from sqlite_master where type = 'table' and name = @name", table)).SingleOrDefault()
            ?? throw new InvalidOperationException($"There is no table '{table}'.");

        var column = Regex.Escape(dialect.QuoteForColumnName(change.ColumnName));
        var pattern = new Regex(column + @" \w+( collate nocase)?", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));
        if (!pattern.IsMatch(definition))
            throw new InvalidOperationException($"The table '{table}' has no column '{change.ColumnName}'.");

        var changed = pattern.Replace(definition, dialect.QuoteForColumnName(change.ColumnName) + " " + type, 1);
        if (string.Equals(changed, definition, StringComparison.OrdinalIgnoreCase))
            return;

        var old = dialect.QuoteForTableName(table + "_old", null);
        var quoted = dialect.QuoteForTableName(table, null);
        var indexes = await ReadAsync(schema, "select sql from sqlite_master where type = 'index' and tbl_name = @name and sql is not null", table);
        await ExecuteAsync(schema, $"alter table {quoted} rename to {old}");
        await ExecuteAsync(schema, changed);
        await ExecuteAsync(schema, $"insert into {quoted} select * from {old}");
        await ExecuteAsync(schema, $"drop table {old}");
        foreach (var index in indexes)
            await ExecuteAsync(schema, index);
    }

    private static async Task<List<string>> ReadAsync(ISchemaBuilder schema, string sql, string name)
    {
        await using var command = Create(schema, sql);
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@name";
        parameter.Value = name;
        command.Parameters.Add(parameter);

        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static async Task ExecuteAsync(ISchemaBuilder schema, string sql)
    {
        await using var command = Create(schema, sql);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Create(ISchemaBuilder schema, string sql)
    {
        var command = schema.Connection.CreateCommand();
#pragma warning disable CA2100 // names come from migrations and from the database itself
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = schema.Transaction;
        return command;
    }
}
