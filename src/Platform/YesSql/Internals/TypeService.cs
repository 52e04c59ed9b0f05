using System.Collections.Concurrent;

namespace YesSql.Internals;

/// <summary>Types by "Namespace.Type, Assembly", without versions, so that documents outlive releases.</summary>
internal sealed class TypeService : ITypeService
{
    private readonly ConcurrentDictionary<Type, string> _names = [];
    private readonly ConcurrentDictionary<string, Type> _types = [];

    public string this[Type t]
    {
        get => _names.GetOrAdd(t, static type => NameOf(type));
        set
        {
            _names[t] = value;
            _types[value] = t;
        }
    }

    public Type this[string s] => _types.GetOrAdd(s, static name => Type.GetType(name, throwOnError: false) ?? typeof(object));

    private static string NameOf(Type type)
    {
        if (!type.IsGenericType)
            return type.FullName + ", " + type.Assembly.GetName().Name;

        var arguments = string.Join(",", type.GetGenericArguments().Select(argument => "[" + NameOf(argument) + "]"));
        return type.GetGenericTypeDefinition().FullName + "[" + arguments + "], " + type.Assembly.GetName().Name;
    }
}
