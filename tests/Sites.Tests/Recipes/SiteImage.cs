using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Sites.Tests.Recipes;

/// <summary>All that a site holds, as one hash: every table with its rows and every file beside the database.</summary>
internal static class SiteImage
{
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "OrchardCore.db")};Mode=ReadOnly;Pooling=False"))
        {
            connection.Open();
            var tables = Rows(connection, "select name, coalesce(sql, '') from sqlite_master order by type, name").ToArray();
            foreach (var table in tables) hash.AppendData(Encoding.UTF8.GetBytes(string.Join('|', table)));
            foreach (var table in Rows(connection, "select name from sqlite_master where type = 'table' order by name"))
            {
                foreach (var row in Rows(connection, $"select * from \"{table[0]}\" order by 1, 2")) hash.AppendData(Encoding.UTF8.GetBytes(string.Join('|', row)));
            }
        }
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains("OrchardCore.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static IEnumerable<string[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of tables come from the database itself
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)!)];
    }
}
