namespace OrchardCore.Environment.Cache;

/// <summary>For how long, and in which circumstances, a shape's output may be shown again.</summary>
public class CacheContext(string cacheId)
{
    private readonly HashSet<string> _contexts = [];
    private readonly HashSet<string> _tags = [];

    public string CacheId { get; } = cacheId;

    /// <summary>What the output varies by.</summary>
    public ICollection<string> Contexts => _contexts;

    /// <summary>What makes the output stale.</summary>
    public IEnumerable<string> Tags => _tags;

    public DateTimeOffset? ExpiresOn { get; private set; }

    public TimeSpan? ExpiresAfter { get; private set; }

    public TimeSpan? ExpiresSliding { get; private set; }

    public CacheContext WithExpiryOn(DateTimeOffset expiry)
    {
        ExpiresOn = expiry;
        return this;
    }

    public CacheContext WithExpiryAfter(TimeSpan duration)
    {
        ExpiresAfter = duration;
        return this;
    }

    public CacheContext WithExpirySliding(TimeSpan window)
    {
        ExpiresSliding = window;
        return this;
    }

    public CacheContext AddContext(params string[] contexts)
    {
        _contexts.UnionWith(contexts);
        return this;
    }

    public CacheContext RemoveContext(string context)
    {
        _contexts.Remove(context);
        return this;
    }

    public CacheContext AddTag(params string[] tags)
    {
        _tags.UnionWith(tags);
        return this;
    }

    public CacheContext RemoveTag(string tag)
    {
        _tags.Remove(tag);
        return this;
    }
}
