using YesSql.Indexes;

namespace OrchardCore.Data;

/// <summary>An index provider that is made for each scope.</summary>
public interface IScopedIndexProvider : IIndexProvider;
