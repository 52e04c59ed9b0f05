using System.Text;
using YesSql.Internals;
using YesSql.Sql.Schema;

namespace YesSql.Sqlite;

/// <summary>Changes of the schema as SQLite's statements.</summary>
internal sealed class SqliteCommandInterpreter(IConfiguration configuration) : CommandInterpreterBase(configuration)
{
    // Column types are affinities and lengths are not minded, so a longer text column is the same column.
    public override void Run(StringBuilder builder, IAlterColumnCommand command)
    {
    }

    public override IEnumerable<string> Run(ICreateForeignKeyCommand command) =>
        throw new NotSupportedException("SQLite cannot add a foreign key to a table.");

    public override IEnumerable<string> Run(IDropForeignKeyCommand command) =>
        throw new NotSupportedException("SQLite cannot drop a foreign key of a table.");
}
