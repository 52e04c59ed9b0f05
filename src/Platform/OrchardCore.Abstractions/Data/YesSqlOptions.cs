using YesSql;

namespace OrchardCore.Data.YesSql;

/// <summary>Options of the tenant's store; a null service means the store's own.</summary>
public class YesSqlOptions
{
    public int CommandsPageSize { get; set; } = 500;

    public bool QueryGatingEnabled { get; set; } = true;

    public IIdGenerator? IdGenerator { get; set; }

    public IAccessorFactory? IdentifierAccessorFactory { get; set; }

    public IAccessorFactory? VersionAccessorFactory { get; set; }

    public IContentSerializer? ContentSerializer { get; set; }

    public bool EnableThreadSafetyChecks { get; set; }
}
