using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Modules;
using Platform.Tests.Data;
using PropertySuite.Platform.Content;
using PropertySuite.Platform.Data.Documents;
using YesSql.Internals;
using YesSql.Sql;
using ISession = YesSql.ISession;

namespace Platform.Tests.Content;

/// <summary>Content services on a real database, as a tenant has them, without the rest of a tenant.</summary>
internal sealed class ContentSite : IAsyncDisposable
{
    private readonly TestDatabase _database = TestDatabase.Create();

    public ServiceProvider Services { get; private set; } = null!;

    public Store Store { get; private set; } = null!;

    public TestClock Clock { get; } = new();

    /// <summary>Who acts; nobody at first.</summary>
    public HttpContextAccessor Http { get; } = new();

    public List<string> Events { get; } = [];

    public static async Task<ContentSite> CreateAsync(Action<IServiceCollection>? configure = null)
    {
        var site = new ContentSite();
        site.Store = await site._database.OpenStoreAsync();
        var services = new ServiceCollection().AddLogging().AddLocalization();
        services.AddSingleton<IClock>(site.Clock);
        services.AddSingleton<IHttpContextAccessor>(site.Http);
        services.AddSingleton<YesSql.IStore>(site.Store);
        services.AddScoped<ISession>(_ => site.Store.CreateSession());
        services.AddScoped(provider => (Session)provider.GetRequiredService<ISession>());
        services.AddSingleton(typeof(DocumentCache<>));
        services.AddScoped(typeof(OrchardCore.Documents.IDocumentManager<>), typeof(DocumentManager<>));
        services.AddContentManagementCore();
        services.AddTitlePart();
        services.AddContentFieldsCore();
        services.AddSingleton(site.Events);
        services.AddContentPart<KeyPart>();
        configure?.Invoke(services);
        site.Services = services.BuildServiceProvider(validateScopes: true);
        site.Store.RegisterIndexes(site.Services.GetServices<YesSql.Indexes.IIndexProvider>());

        await using var change = site.Store.BeginUnitOfWork();
        await new ContentMigrations { SchemaBuilder = new SchemaBuilder(site.Store.Configuration, await change.BeginAsync()) }.CreateAsync();
        await change.CommitAsync();
        return site;
    }

    /// <summary>One unit of work, committed at its end.</summary>
    public async Task DoAsync(Func<IContentManager, IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<IContentManager>(), scope.ServiceProvider);
        await scope.ServiceProvider.GetRequiredService<ISession>().SaveChangesAsync();
    }

    public Task DoAsync(Func<IContentManager, Task> work) => DoAsync((manager, _) => work(manager));

    public Task DefineAsync(Func<IContentDefinitionManager, Task> define) =>
        DoAsync((_, services) => define(services.GetRequiredService<IContentDefinitionManager>()));

    /// <summary>The index rows of an item as text, oldest version first: L for latest, P for published, - for neither.</summary>
    public async Task<string> FlagsAsync(string contentItemId)
    {
        await using var session = Store.CreateSession();
        var rows = await YesSql.QueryExtensions.QueryIndex<ContentItemIndex>(session, row => row.ContentItemId == contentItemId).OrderBy(row => row.DocumentId).ListAsync();
        return string.Join(" ", rows.Select(row => (row.Latest, row.Published) switch
        {
            (true, true) => "LP",
            (true, false) => "L",
            (false, true) => "P",
            _ => "-",
        }));
    }

    public void SignIn(string userId, string name) => Http.HttpContext = new DefaultHttpContext
    {
        User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId), new Claim(ClaimTypes.Name, name)], "test")),
    };

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Store.Dispose();
        await _database.DisposeAsync();
    }
}

internal sealed class TestClock : IClock
{
    public DateTime UtcNow { get; set; } = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    public ITimeZone[] GetTimeZones() => [];

    public ITimeZone GetTimeZone(string? timeZoneId) => throw new NotSupportedException("No test here asks for zones.");

    public ITimeZone GetSystemTimeZone() => throw new NotSupportedException("No test here asks for zones.");

    public DateTimeOffset ConvertToTimeZone(DateTimeOffset dateTimeOffset, ITimeZone timeZone) => dateTimeOffset;
}
