using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Data;
using OrchardCore.Data.Documents;
using OrchardCore.Data.Migration;
using OrchardCore.Data.YesSql;
using OrchardCore.Documents;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Modules;
using PropertySuite.Platform.Data.Documents;
using PropertySuite.Platform.Data.Migrations;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Mvc;
using YesSql;
using YesSql.Indexes;
using YesSql.Internals;
using ISession = YesSql.ISession;

namespace PropertySuite.Platform.Data;

/// <summary>Store, sessions, migrations and single documents of a tenant.</summary>
internal static class DataServices
{
    public static IServiceCollection AddDataAccessCore(this IServiceCollection services)
    {
        services.AddOptions<YesSqlOptions>();
        services.AddOptions<StoreCollectionOptions>();
        services.TryAddSingleton(provider => TenantDatabase.Of(provider.GetRequiredService<ShellSettings>(), provider.GetRequiredService<SiteFolder>()));
        services.AddSingleton(Open);
        services.AddSingleton<IStore>(provider => provider.GetRequiredService<Store>());
        services.AddSingleton<IDbConnectionAccessor, ConnectionAccessor>();
        services.AddScoped(CreateSession);
        services.AddScoped(provider => (Session)provider.GetRequiredService<ISession>());

        services.AddScoped<IDataMigrationManager, DataMigrationManager>();
        services.AddScoped<IModularTenantEvents, MigrateOnActivation>();

        services.AddScoped<IDocumentStore, DocumentStore>();
        services.AddSingleton(typeof(DocumentCache<>));
        services.AddScoped(typeof(IDocumentManager<>), typeof(DocumentManager<>));
        services.AddScoped(typeof(IDocumentManager<,>), typeof(StoredDocumentManager<,>));
        services.AddSingleton(typeof(VolatileDocuments<>));
        services.AddScoped(typeof(IVolatileDocumentManager<>), typeof(VolatileDocumentManager<>));

        services.AddSingleton(new DatabaseProvider { Name = "SQLite", Value = DatabaseProviderValue.Sqlite, IsDefault = true });
        return services;
    }

    // A container cannot wait; SQLite answers at once, and a tenant is opened once.
    private static Store Open(IServiceProvider provider) =>
        TenantStore.OpenAsync(
            provider.GetRequiredService<TenantDatabase>(),
            provider.GetRequiredService<IOptions<YesSqlOptions>>().Value,
            provider.GetRequiredService<IOptions<StoreCollectionOptions>>().Value.Collections,
            provider.GetServices<IIndexProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("YesSql"),
            SiteTransaction.Current?.Unit.Store).GetAwaiter().GetResult();

    private static ISession CreateSession(IServiceProvider provider)
    {
        var session = SiteTransaction.Current is { } transaction
            ? (Session)provider.GetRequiredService<Store>().CreateSession(transaction.Unit)
            : (Session)provider.GetRequiredService<IStore>().CreateSession();
        session.RegisterIndexesLate(provider.GetServices<IScopedIndexProvider>);

        if (ShellScope.Current is { } scope && scope.ServiceProvider == provider)
        {
            OpenSession.Note(session);

            // A request commits after its action, before its result; what came later, or came of an action that failed, is not to
            // be kept. Any other scope commits at its end.
            if (provider.GetService<IHttpContextAccessor>()?.HttpContext?.RequestServices != provider)
                ShellScope.RegisterBeforeDispose(_ => session.SaveChangesAsync(), last: true);
            ShellScope.AddExceptionHandler((_, _) => session.CancelAsync());
        }

        return session;
    }

    private sealed class ConnectionAccessor(IStore store) : IDbConnectionAccessor
    {
        public DbConnection CreateConnection() => store.Configuration.ConnectionFactory.CreateConnection();
    }
}
