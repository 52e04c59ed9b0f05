using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace OrchardCore.DisplayManagement;

/// <summary>Named values for a shape's properties.</summary>
public static class Arguments
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> _properties = new();

    public static INamedEnumerable<object> Empty { get; } = new NamedEnumerable<object>([], []);

    public static INamedEnumerable<object> From(IEnumerable<object> arguments, IEnumerable<string> names) =>
        new NamedEnumerable<object>([.. arguments], [.. names]);

    public static INamedEnumerable<object> From(IDictionary<string, object> dictionary) =>
        new NamedEnumerable<object>([.. dictionary.Values], [.. dictionary.Keys]);

    public static INamedEnumerable<string> From(IDictionary<string, string> dictionary) =>
        new NamedEnumerable<string>([.. dictionary.Values], [.. dictionary.Keys]);

    /// <summary>The public readable properties of an object, mostly an anonymous one.</summary>
    public static INamedEnumerable<object> From(object propertyObject)
    {
        ArgumentNullException.ThrowIfNull(propertyObject);
        var properties = _properties.GetOrAdd(propertyObject.GetType(), static type => type
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0)
            .ToArray());

        return new NamedEnumerable<object>([.. properties.Select(p => p.GetValue(propertyObject))], [.. properties.Select(p => p.Name)]);
    }

    /// <summary>Names belong to the last arguments, as in a call.</summary>
    private sealed class NamedEnumerable<T> : INamedEnumerable<T>
    {
        private readonly List<T> _arguments;
        private readonly List<string> _names;
        private Dictionary<string, T> _named;

        public NamedEnumerable(List<T> arguments, List<string> names)
        {
            if (arguments.Count < names.Count)
                throw new ArgumentException("There are more names than arguments.");

            _arguments = arguments;
            _names = names;
        }

        public IList<T> Positional => _arguments.GetRange(0, _arguments.Count - _names.Count);

        public IDictionary<string, T> Named
        {
            get
            {
                if (_named is null)
                {
                    _named = new(_names.Count);
                    var first = _arguments.Count - _names.Count;
                    for (var i = 0; i < _names.Count; i++)
                        _named[_names[i]] = _arguments[first + i];
                }

                return _named;
            }
        }

        public IEnumerator<T> GetEnumerator() => _arguments.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
