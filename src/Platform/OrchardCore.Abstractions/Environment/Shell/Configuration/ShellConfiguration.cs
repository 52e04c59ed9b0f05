using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace OrchardCore.Environment.Shell.Configuration;

/// <summary>The configuration of a tenant, rooted at <c>OrchardCore</c>: the host's values under those that are the tenant's own.</summary>
public interface IShellConfiguration : IConfiguration
{
}

/// <summary>Values of a tenant's own over the layers they were made with. Setting a value never changes a layer.</summary>
public class ShellConfiguration : IShellConfiguration
{
    private readonly ConcurrentDictionary<string, string?> _own = new(StringComparer.OrdinalIgnoreCase);
    private readonly IConfiguration[] _layers;
    private ConfigurationRoot? _root;

    public ShellConfiguration()
        : this([])
    {
    }

    public ShellConfiguration(IConfiguration configuration)
        : this([configuration])
    {
    }

    internal ShellConfiguration(ShellConfiguration other)
        : this(other._layers)
    {
        foreach (var (key, value) in other._own)
            _own[key] = value;
    }

    // A later layer wins over an earlier one.
    internal ShellConfiguration(IConfiguration[] layers) => _layers = layers;

    internal IEnumerable<KeyValuePair<string, string?>> OwnValues => _own.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    public string? this[string key]
    {
        get
        {
            if (_own.TryGetValue(key, out var value))
                return value;
            for (var i = _layers.Length - 1; i >= 0; i--)
            {
                if (_layers[i][key] is { } found)
                    return found;
            }

            return null;
        }
        set
        {
            _own[key] = value;
            _root = null;
        }
    }

    public IConfigurationSection GetSection(string key) => Root.GetSection(key);

    public IEnumerable<IConfigurationSection> GetChildren() => Root.GetChildren();

    public IChangeToken GetReloadToken() => Root.GetReloadToken();

    public void Release() => _root = null;

    private ConfigurationRoot Root
    {
        get
        {
            if (_root is { } root)
                return root;

            var builder = new ConfigurationBuilder();
            foreach (var layer in _layers)
                builder.AddConfiguration(layer);
            builder.AddInMemoryCollection(_own);
            return _root = (ConfigurationRoot)builder.Build();
        }
    }
}
