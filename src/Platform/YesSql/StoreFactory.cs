using YesSql.Internals;

namespace YesSql;

/// <summary>Makes stores.</summary>
public class StoreFactory
{
    public static IStore Create(Action<IConfiguration> configuration)
    {
        var values = new Configuration();
        configuration(values);
        return Create(values);
    }

    public static IStore Create(IConfiguration configuration) => new Store(configuration);

    public static Task<IStore> CreateAndInitializeAsync(Action<IConfiguration> configuration)
    {
        var values = new Configuration();
        configuration(values);
        return CreateAndInitializeAsync(values);
    }

    public static async Task<IStore> CreateAndInitializeAsync(IConfiguration configuration)
    {
        var store = new Store(configuration);
        try
        {
            await store.InitializeAsync();
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
