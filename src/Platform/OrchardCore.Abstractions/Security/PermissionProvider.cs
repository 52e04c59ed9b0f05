using Microsoft.Extensions.DependencyInjection;

namespace OrchardCore.Security.Permissions;

/// <summary>Tells the permissions of a module, and the roles that get them when its feature is installed.</summary>
public interface IPermissionProvider
{
    Task<IEnumerable<Permission>> GetPermissionsAsync();

    IEnumerable<PermissionStereotype> GetDefaultStereotypes();
}

/// <summary>A role and the permissions it gets by default.</summary>
public class PermissionStereotype
{
    public string Name { get; set; } = string.Empty;

    public IEnumerable<Permission> Permissions { get; set; } = [];
}

/// <summary>Every permission of the tenant's enabled features.</summary>
public interface IPermissionService
{
    /// <returns>Null when no enabled feature has a permission of that name.</returns>
    ValueTask<Permission?> FindByNameAsync(string name);

    ValueTask<IEnumerable<Permission>> GetPermissionsAsync();
}

public static class PermissionsServiceCollectionExtensions
{
    public static IServiceCollection AddPermissionProvider<TProvider>(this IServiceCollection services)
        where TProvider : class, IPermissionProvider
        => services.AddScoped<IPermissionProvider, TProvider>();
}
