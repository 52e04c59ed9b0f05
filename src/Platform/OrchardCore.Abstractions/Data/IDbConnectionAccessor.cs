using System.Data.Common;

namespace OrchardCore.Data;

/// <summary>Connections to the tenant's database beside the session.</summary>
public interface IDbConnectionAccessor
{
    /// <summary>A new connection, not open yet; the caller disposes it.</summary>
    DbConnection CreateConnection();
}
