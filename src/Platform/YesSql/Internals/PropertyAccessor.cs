using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace YesSql.Internals;

/// <summary>Finds a whole-number property by name. Accessors are compiled once per type, for all stores.</summary>
internal sealed class PropertyAccessorFactory(string propertyName) : IAccessorFactory
{
    private static readonly ConcurrentDictionary<(Type Container, string Property, Type Value), object?> Accessors = [];

    public IAccessor<T>? CreateAccessor<T>(Type tContainer) =>
        (IAccessor<T>?)Accessors.GetOrAdd((tContainer, propertyName, typeof(T)), static key => Compile<T>(key.Container, key.Property));

    private static PropertyAccessor<T>? Compile<T>(Type container, string name)
    {
        var property = container.GetProperty(name, BindingFlags.Instance | BindingFlags.Public);
        if (property is not { CanRead: true, CanWrite: true } || (property.PropertyType != typeof(long) && property.PropertyType != typeof(int)))
            return null;

        var target = Expression.Parameter(typeof(object));
        var value = Expression.Parameter(typeof(T));
        var member = Expression.Property(Expression.Convert(target, container), property);
        return new PropertyAccessor<T>(
            Expression.Lambda<Func<object, T>>(Expression.Convert(member, typeof(T)), target).Compile(),
            Expression.Lambda<Action<object, T>>(Expression.Assign(member, Expression.ConvertChecked(value, property.PropertyType)), target, value).Compile());
    }

    private sealed class PropertyAccessor<T>(Func<object, T> get, Action<object, T> set) : IAccessor<T>
    {
        public T Get(object obj) => get(obj);

        public void Set(object obj, T value) => set(obj, value);
    }
}
