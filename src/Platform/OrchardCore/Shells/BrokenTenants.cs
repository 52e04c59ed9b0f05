using System.Collections.Concurrent;

namespace PropertySuite.Platform.Shells;

/// <summary>Tenants that could not be started: each is tried again after a pause that grows, so that one of them costs the others nothing.</summary>
internal sealed class BrokenTenants(TimeProvider time)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Failure> _failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What stopped the tenant; null when it may be tried.</summary>
    public Exception? Current(string tenant)
        => _failures.TryGetValue(tenant, out var failure) && time.GetUtcNow() < failure.RetryAt ? failure.Exception : null;

    /// <summary>Every tenant whose last start failed.</summary>
    public IReadOnlyDictionary<string, Exception> All => _failures.ToDictionary(pair => pair.Key, pair => pair.Value.Exception);

    public void Note(string tenant, Exception exception)
        => _failures.AddOrUpdate(
            tenant,
            _ => new Failure(exception, 1, time.GetUtcNow().AddSeconds(1)),
            (_, last) =>
            {
                var pause = TimeSpan.FromSeconds(Math.Min(s_longest.TotalSeconds, Math.Pow(2, last.Count)));
                return new Failure(exception, last.Count + 1, time.GetUtcNow() + pause);
            });

    public void Forget(string tenant) => _failures.TryRemove(tenant, out _);

    private sealed record Failure(Exception Exception, int Count, DateTimeOffset RetryAt);
}
