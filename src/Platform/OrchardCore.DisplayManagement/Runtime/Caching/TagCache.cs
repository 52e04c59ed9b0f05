#nullable enable
using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Cache;

namespace PropertySuite.Platform.Display.Caching;

/// <summary>
/// The tags of one tenant. Besides the keys it keeps when each tag was removed last, so that an output whose rendering began
/// before a change is not kept after it.
/// </summary>
internal sealed class TagCache(IServiceProvider services) : ITagCache
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, byte>> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _removed = new(StringComparer.Ordinal);
    private long _moment;

    /// <summary>Order of events; grows with every removal.</summary>
    public long Moment => Interlocked.Read(ref _moment);

    public Task TagAsync(string key, params string[] tags)
    {
        foreach (var tag in tags)
            _keys.GetOrAdd(tag, static _ => new(StringComparer.Ordinal))[key] = 0;
        return Task.CompletedTask;
    }

    public Task<IEnumerable<string>> GetTaggedItemsAsync(string tag) =>
        Task.FromResult<IEnumerable<string>>(_keys.TryGetValue(tag, out var keys) ? [.. keys.Keys] : []);

    public async Task RemoveTagAsync(string tag)
    {
        _removed[tag] = Interlocked.Increment(ref _moment);
        string[] keys = _keys.TryRemove(tag, out var tagged) ? [.. tagged.Keys] : [];
        foreach (var handler in services.GetServices<ITagRemovedEventHandler>())
            await handler.TagRemovedAsync(tag, keys);
    }

    /// <summary>Whether none of the tags was removed since a moment.</summary>
    public bool AreUntouchedSince(long moment, IEnumerable<string> tags)
    {
        foreach (var tag in tags)
        {
            if (_removed.TryGetValue(tag, out var removed) && removed > moment)
                return false;
        }

        return true;
    }

    /// <summary>The entry of a key is gone.</summary>
    public void Forget(string key, IEnumerable<string> tags)
    {
        foreach (var tag in tags)
        {
            if (_keys.TryGetValue(tag, out var keys))
                keys.TryRemove(key, out _);
        }
    }
}
