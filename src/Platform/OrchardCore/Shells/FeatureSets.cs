using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell.Configuration;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Modules;

namespace PropertySuite.Platform.Shells;

/// <summary>The feature sets in use. One that no tenant uses any more is forgotten, but not the few that were asked for last: their tenants may be asleep.</summary>
internal sealed class FeatureSets(HostServices host, TenantServices composer, ExtensionManager extensions, IConfiguration configuration)
{
    private const int Kept = 8;

    private readonly LinkedList<FeatureSet> _lately = new();
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public FeatureSet GetOrCreate(IReadOnlyList<FeatureInfo> features, IShellConfiguration tenant)
    {
        var entry = _entries.GetOrAdd(FeatureSet.KeyOf(features, tenant), static key => new Entry(key));
        lock (entry)
        {
            if (entry.Set is { } known && known.TryGetTarget(out var set))
                return Keep(set);

            var shared = new ShellConfiguration([configuration.GetSection("OrchardCore")]);
            if (tenant[FeatureSet.AdminPrefixKey] is { } prefix)
                shared[FeatureSet.AdminPrefixKey] = prefix;
            set = new FeatureSet(entry.Key, features, shared, host, composer, extensions);
            entry.Set = new WeakReference<FeatureSet>(set);
            return Keep(set);
        }
    }

    private FeatureSet Keep(FeatureSet set)
    {
        lock (_lately)
        {
            _lately.Remove(set);
            _lately.AddFirst(set);
            if (_lately.Count > Kept)
                _lately.RemoveLast();
        }

        return set;
    }

    private sealed class Entry(string key)
    {
        public string Key { get; } = key;

        public WeakReference<FeatureSet>? Set { get; set; }
    }
}
