using System.Text.Json;
using Microsoft.Extensions.Logging;
using OrchardCore.Data;
using OrchardCore.Data.YesSql;
using YesSql;
using YesSql.Indexes;
using YesSql.Internals;
using YesSql.Sqlite;

namespace PropertySuite.Platform.Data;

/// <summary>Opens the store of a tenant.</summary>
internal static class TenantStore
{
    /// <param name="existing">The store whose transaction the new one is to work in; null usually.</param>
    public static async Task<Store> OpenAsync(
        TenantDatabase database, YesSqlOptions options, IEnumerable<string> collections, IEnumerable<IIndexProvider> indexes, ILogger logger, Store? existing = null)
    {
        var configuration = new Configuration
        {
            CommandsPageSize = options.CommandsPageSize,
            QueryGatingEnabled = options.QueryGatingEnabled,
            EnableThreadSafetyChecks = options.EnableThreadSafetyChecks,
            ContentSerializer = options.ContentSerializer ?? new JsonContentSerializer(JOptions.UnsafeRelaxedJsonEscaping),
            TableNameConvention = new DefaultTableNameConvention(database.DocumentTable, database.Separator),
            TablePrefix = database.TablePrefix,
            Schema = database.Schema,
            Logger = logger,
        };
        if (options.IdGenerator is { } ids)
            configuration.IdGenerator = ids;
        if (options.IdentifierAccessorFactory is { } identifiers)
            configuration.IdentifierAccessorFactory = identifiers;
        if (options.VersionAccessorFactory is { } versions)
            configuration.VersionAccessorFactory = versions;
        Connect(configuration, database);

        if (existing is not null)
        {
            // Inside the other's transaction the database is there, and its ids come from one place.
            configuration.IdGenerator = existing.Configuration.IdGenerator;
            var joined = new Store(configuration);
            joined.RegisterIndexes(indexes);
            return joined;
        }

        var store = (Store)await StoreFactory.CreateAndInitializeAsync(configuration);
        try
        {
            foreach (var collection in collections)
                await store.InitializeCollectionAsync(collection);
            store.RegisterIndexes(indexes);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private static void Connect(Configuration configuration, TenantDatabase database)
    {
        if (!string.Equals(database.Provider, DatabaseProviderValue.Sqlite, StringComparison.OrdinalIgnoreCase))
            throw new NotSupportedException($"The database provider '{database.Provider}' is not supported; use '{DatabaseProviderValue.Sqlite}'.");

        Directory.CreateDirectory(Path.GetDirectoryName(database.FilePath)!);
        configuration.SqlDialect = new SqliteDialect();
        configuration.ConnectionFactory = new SqliteConnectionFactory(database.FilePath);
    }
}
