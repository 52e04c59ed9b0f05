using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using PropertySuite.Platform.Data;
using YesSql;
using YesSql.Internals;
using YesSql.Sqlite;

namespace Platform.Tests.Data;

/// <summary>A tenant's data services on a database of their own, without a shell. Several may share a database, as nodes do.</summary>
internal sealed class TestTenant : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    public TestTenant(Action<IServiceCollection>? configure = null, TestTenant? sharing = null)
    {
        _ownsFolder = sharing is null;
        Folder = sharing?.Folder ?? Directory.CreateTempSubdirectory("tenant-").FullName;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(new TenantDatabase { Provider = DatabaseProviderValue.Sqlite, FilePath = Path.Combine(Folder, TenantDatabase.DefaultFileName) });
        services.AddDataAccessCore();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public string Folder { get; }

    public Store Store => _services.GetRequiredService<Store>();

    /// <summary>One scope, from its services to its commit.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<ISession>().SaveChangesAsync();
    }

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        T result = default!;
        await InScopeAsync(async services => { result = await work(services); });
        return result;
    }

    public Task MigrateAsync() => InScopeAsync(services => services.GetRequiredService<IDataMigrationManager>().UpdateAllFeaturesAsync());

    public Task<string> SchemaAsync() => SqliteSchema.DescribeAsync(Store);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
