using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using OrchardCore.Environment.Shell.Configuration;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Modules;

namespace PropertySuite.Platform.Shells;

/// <summary>The feature sets in use; one that no tenant uses any more is forgotten.</summary>
internal sealed class FeatureSets(HostServices host, TenantServices composer, ExtensionManager extensions, IConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public FeatureSet GetOrCreate(IReadOnlyList<FeatureInfo> features, IShellConfiguration tenant)
    {
        var entry = _entries.GetOrAdd(FeatureSet.KeyOf(features, tenant), static key => new Entry(key));
        lock (entry)
        {
            if (entry.Set is { } known && known.TryGetTarget(out var set))
                return set;

            var shared = new ShellConfiguration([configuration.GetSection("OrchardCore")]);
            if (tenant[FeatureSet.AdminPrefixKey] is { } prefix)
                shared[FeatureSet.AdminPrefixKey] = prefix;
            set = new FeatureSet(entry.Key, features, shared, host, composer, extensions);
            entry.Set = new WeakReference<FeatureSet>(set);
            return set;
        }
    }

    private sealed class Entry(string key)
    {
        public string Key { get; } = key;

        public WeakReference<FeatureSet>? Set { get; set; }
    }
}
