namespace YesSql.Indexes;

/// <summary>How documents become rows of one index.</summary>
public class IndexDescriptor
{
    internal IndexDescriptor(IndexMapping mapping) => Mapping = mapping;

    /// <summary>The type of the rows.</summary>
    public Type IndexType => Mapping.IndexType;

    internal IndexMapping Mapping { get; }
}
