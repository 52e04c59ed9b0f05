using System.Globalization;
using YesSql;
using YesSql.Internals;
using YesSql.Sqlite;

namespace Platform.Tests.Data;

/// <summary>An empty database that a test may do anything with. Tests ask for one here and name no kind of database.</summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>A store on this database; several may be open at once, as several processes would be.</summary>
    public async Task<Store> OpenStoreAsync(Action<Configuration>? configure = null)
    {
        var configuration = new Configuration();
        Configure(configuration);
        configure?.Invoke(configuration);
        return (Store)await StoreFactory.CreateAndInitializeAsync(configuration);
    }

    public abstract ValueTask DisposeAsync();

    protected abstract void Configure(Configuration configuration);

    public static TestDatabase Create() => new SqliteTestDatabase();

    private sealed class SqliteTestDatabase : TestDatabase
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("data-");

        public override ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        protected override void Configure(Configuration configuration)
        {
            configuration.ConnectionFactory = new SqliteConnectionFactory(Path.Combine(_folder.FullName, "test.db"));
            configuration.SqlDialect = new SqliteDialect();
        }
    }
}

/// <summary>A store with the tables and indexes of <see cref="Flat"/>, and helpers that keep tests short.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private readonly TestDatabase _database = TestDatabase.Create();

    internal Store Store { get; private set; } = null!;

    internal TestDatabase Database => _database;

    public virtual async ValueTask InitializeAsync()
    {
        Store = await _database.OpenStoreAsync();
        Store.RegisterIndexes([new FlatIndexes(), new FlatTagIndexes(), new FlatKeyIndexes(), new StreetIndexes()]);
        await ChangeSchemaAsync(FlatTables.CreateAsync);
    }

    public virtual async ValueTask DisposeAsync()
    {
        Store.Dispose();
        await _database.DisposeAsync();
    }

    internal async Task ChangeSchemaAsync(Func<YesSql.Sql.ISchemaBuilder, Task> change)
    {
        await using var unit = Store.BeginUnitOfWork();
        await change(new YesSql.Sql.SchemaBuilder(Store.Configuration, await unit.BeginAsync()));
        await unit.CommitAsync();
    }

    internal async Task SaveAsync(params object[] documents)
    {
        await using var session = Store.CreateSession();
        foreach (var document in documents)
            await session.SaveAsync(document);
        await session.SaveChangesAsync();
    }

    internal async Task<long> ScalarAsync(string sql)
    {
        await using var unit = Store.BeginUnitOfWork();
        return Convert.ToInt64(await (await unit.ConnectAsync()).ScalarAsync(sql), CultureInfo.InvariantCulture);
    }
}
