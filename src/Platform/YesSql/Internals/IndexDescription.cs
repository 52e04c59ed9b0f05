using System.Collections.Concurrent;
using System.Linq.Expressions;
using YesSql.Indexes;

namespace YesSql.Internals;

/// <summary>Asks a provider for its mappings.</summary>
internal static class IndexDescription
{
    private static readonly ConcurrentDictionary<Type, Func<IDescriptor>> Contexts = [];

    public static IEnumerable<IndexMapping> Of(IIndexProvider provider)
    {
        var context = Contexts.GetOrAdd(provider.ForType(), static type =>
            Expression.Lambda<Func<IDescriptor>>(Expression.New(typeof(DescribeContext<>).MakeGenericType(type))).Compile())();
        provider.Describe(context);
        return context.Describe().Select(descriptor => descriptor.Mapping);
    }
}
