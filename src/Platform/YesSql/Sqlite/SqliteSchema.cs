using System.Data.Common;
using System.Text;
using YesSql.Internals;

namespace YesSql.Sqlite;

/// <summary>
/// The schema of a database as text that says the same for the same schema, whatever road led to it: tables by name, columns by name
/// with type, default and key, indexes by what they cover.
/// </summary>
internal static class SqliteSchema
{
    public static async Task<string> DescribeAsync(Store store)
    {
        await using var unit = store.BeginUnitOfWork();
        var connection = (await unit.ConnectAsync()).Connection;
        var text = new StringBuilder();
        foreach (var table in await ReadAsync(connection, "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"))
        {
            text.Append("table ").AppendLine(table);
            foreach (var column in await ReadAsync(
                connection, "select name || ' ' || lower(type) || case [notnull] when 1 then ' not null' else '' end || coalesce(' default ' || dflt_value, '') || case pk when 0 then '' else ' key' end from pragma_table_xinfo(@name) order by name", table))
                text.Append("  ").AppendLine(column);

            var indexes = new List<string>();
            foreach (var index in await ReadAsync(connection, "select name from pragma_index_list(@name)", table))
            {
                var columns = await ReadAsync(connection, "select name from pragma_index_info(@name) order by seqno", index);
                var unique = await ReadAsync(connection, $"select case [unique] when 1 then 'unique ' else '' end from pragma_index_list(@name) where name = '{index}'", table);
                indexes.Add(unique[0] + "index (" + string.Join(", ", columns) + ")");
            }

            foreach (var index in indexes.Order(StringComparer.Ordinal))
                text.Append("  ").AppendLine(index);
        }

        return text.ToString();
    }

    private static async Task<List<string>> ReadAsync(DbConnection connection, string sql, string? name = null)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts, and names that the database itself gave
        command.CommandText = sql;
#pragma warning restore CA2100
        if (name is not null)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@name";
            parameter.Value = name;
            command.Parameters.Add(parameter);
        }

        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
