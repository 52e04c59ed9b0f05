namespace YesSql.Indexes;

/// <summary>Receives the mappings of a provider.</summary>
public class DescribeContext<T> : IDescriptor
{
    private readonly List<IndexMapping> _mappings = [];

    public IEnumerable<IndexDescriptor> Describe(params Type[] types) =>
        _mappings.Where(mapping => types.Length == 0 || types.Contains(mapping.IndexType)).Select(mapping => mapping.ToDescriptor());

    public IMapFor<T, TIndex> For<TIndex>() where TIndex : IIndex => For<TIndex, string>();

    public IMapFor<T, TIndex> For<TIndex, TKey>() where TIndex : IIndex
    {
        var mapping = new IndexMapping<T, TIndex>();
        _mappings.Add(mapping);
        return mapping;
    }
}
