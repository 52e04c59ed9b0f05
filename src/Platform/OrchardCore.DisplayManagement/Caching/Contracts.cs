using OrchardCore.Environment.Cache;

namespace OrchardCore.Environment.Cache
{
    /// <summary>One value that a cached output varies by.</summary>
    public class CacheContextEntry(string key, string value)
    {
        public string Key { get; } = key;

        public string Value { get; } = value;
    }

    /// <summary>Says, for contexts such as <c>user</c> or <c>query:page</c>, what they are in this request.</summary>
    public interface ICacheContextProvider
    {
        /// <param name="contexts">The contexts asked for; those that the provider does not know are left to others.</param>
        /// <param name="entries">Takes the values. A context that nobody answers keeps the output out of the cache.</param>
        Task PopulateContextEntriesAsync(IEnumerable<string> contexts, List<CacheContextEntry> entries);
    }

    /// <summary>Which cached entries go when something changes.</summary>
    public interface ITagCache
    {
        Task TagAsync(string key, params string[] tags);

        Task<IEnumerable<string>> GetTaggedItemsAsync(string tag);

        /// <summary>Makes everything stale that carries the tag, also what is being rendered at this moment.</summary>
        Task RemoveTagAsync(string tag);
    }

    /// <summary>Told of removed tags.</summary>
    public interface ITagRemovedEventHandler
    {
        Task TagRemovedAsync(string tag, IEnumerable<string> keys);
    }
}

namespace OrchardCore.DynamicCache
{
    /// <summary>Rendered output by cache id and what it varies by, of one tenant.</summary>
    public interface IDynamicCacheService : ITagRemovedEventHandler
    {
        /// <returns>Null when there is nothing that may be shown.</returns>
        Task<string> GetCachedValueAsync(CacheContext context);

        Task SetCachedValueAsync(CacheContext context, string value);
    }
}
