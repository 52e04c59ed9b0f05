#nullable enable
using Microsoft.Extensions.Caching.Memory;
using OrchardCore.Environment.Cache;

namespace PropertySuite.Platform.Display.Caching;

/// <summary>What is kept of an output: the text, and until when it may be shown.</summary>
internal sealed record CachedText(string Text, long Moment, string[] Tags, DateTimeOffset? Until, TimeSpan? Window)
{
    /// <summary>When it was shown last, in UTC ticks.</summary>
    public long LastShown;
}

/// <summary>What an output turned out to vary by, with what is inside it: known only once it was rendered.</summary>
internal sealed record CachedNature(string[] Contexts);

/// <summary>The cached outputs of one tenant, in memory; those not used for long make room for others.</summary>
internal sealed class CacheStore : ITagRemovedEventHandler, IDisposable
{
    // Characters: 32 MB.
    private const long Room = 16 * 1024 * 1024;

    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = Room, CompactionPercentage = 0.1 });

    public T? Read<T>(string key) where T : class => _entries.TryGetValue((typeof(T), key), out var found) ? (T)found! : null;

    public void Write(string key, CachedText text, Action gone)
    {
        using var entry = _entries.CreateEntry((typeof(CachedText), key));
        entry.Value = text;
        entry.Size = key.Length + text.Text.Length + 64;
        entry.RegisterPostEvictionCallback((_, _, reason, _) =>
        {
            if (reason != EvictionReason.Replaced)
                gone();
        });
    }

    public void Write(string key, CachedNature nature)
    {
        using var entry = _entries.CreateEntry((typeof(CachedNature), key));
        entry.Value = nature;
        entry.Size = key.Length + 128;
    }

    public void Remove(string key) => _entries.Remove((typeof(CachedText), key));

    public Task TagRemovedAsync(string tag, IEnumerable<string> keys)
    {
        foreach (var key in keys)
            Remove(key);
        return Task.CompletedTask;
    }

    public void Dispose() => _entries.Dispose();
}
