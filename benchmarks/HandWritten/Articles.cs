using Microsoft.Data.Sqlite;

namespace PropertySuite.HandWritten;

/// <summary>An article as the page shows it.</summary>
/// <param name="PublishedUtc">Instant, UTC.</param>
public sealed record Article(string Id, string Title, string Body, string PublishedUtc);

/// <summary>What a page needs: the site's name, the reader's culture, how many articles there are, and the articles.</summary>
public sealed record Page(string Site, string Culture, long Count, IReadOnlyList<Article> Articles);

/// <summary>Reads articles with plain ADO.NET.</summary>
public sealed class Articles(string file)
{
    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = file }.ToString();

    /// <summary>Makes the tables and twenty articles, once.</summary>
    public void Fill()
    {
        using var connection = Open();
        Run(connection, "PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS Site(Name TEXT, Culture TEXT); CREATE TABLE IF NOT EXISTS Article(Id TEXT PRIMARY KEY, Title TEXT, Body TEXT, PublishedUtc TEXT); CREATE INDEX IF NOT EXISTS IX_Published ON Article(PublishedUtc)");
        if (Scalar(connection, "SELECT COUNT(*) FROM Article") is 0L)
        {
            Run(connection, "INSERT INTO Site VALUES('Hand-written','en')");
            for (var number = 1; number <= 20; number++)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO Article VALUES($id,$title,$body,$published)";
                command.Parameters.AddWithValue("$id", $"4article{number:000000000000000000}");
                command.Parameters.AddWithValue("$title", $"Article {number}");
                command.Parameters.AddWithValue("$body", string.Concat(Enumerable.Repeat("<p>The lift in tower B is serviced on Thursday between nine and eleven.</p>", 5)));
                command.Parameters.AddWithValue("$published", $"2026-11-{number:00} 09:00:00");
                command.ExecuteNonQuery();
            }
        }
    }

    /// <summary>The newest twenty.</summary>
    public Page List()
    {
        using var connection = Open();
        return new Page(
            (string)Scalar(connection, "SELECT Name FROM Site")!,
            (string)Scalar(connection, "SELECT Culture FROM Site")!,
            (long)Scalar(connection, "SELECT COUNT(*) FROM Article")!,
            Read(connection, "SELECT Id, Title, Body, PublishedUtc FROM Article ORDER BY PublishedUtc DESC LIMIT 20", null));
    }

    /// <summary>One article; empty when there is none of that id.</summary>
    public Page One(string id)
    {
        using var connection = Open();
        return new Page(
            (string)Scalar(connection, "SELECT Name FROM Site")!,
            (string)Scalar(connection, "SELECT Culture FROM Site")!,
            (long)Scalar(connection, "SELECT COUNT(*) FROM Article")!,
            Read(connection, "SELECT Id, Title, Body, PublishedUtc FROM Article WHERE Id = $id", id));
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static List<Article> Read(SqliteConnection connection, string sql, string? id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (id is not null)
        {
            command.Parameters.AddWithValue("$id", id);
        }

        using var reader = command.ExecuteReader();
        var articles = new List<Article>();
        while (reader.Read())
        {
            articles.Add(new Article(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        }

        return articles;
    }
}
