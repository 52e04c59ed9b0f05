using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Core;

/// <summary>Records that are content items, and yet nobody's business: which permission each type asks for.</summary>
public sealed class PrivateContentOptions
{
    /// <summary>Names of permissions by content type.</summary>
    public IDictionary<string, string> Permissions { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Keeps business records out of the public pages of content items.</summary>
public static class PrivateContentExtensions
{
    /// <summary>
    /// Whoever lacks the permission is refused items of these types in every way that the content permissions open, the
    /// public page of an item included. The right to view content, which everybody has, says nothing about records.
    /// </summary>
    public static IServiceCollection AddPrivateContent(this IServiceCollection services, string permission, params string[] contentTypes)
    {
        services.Configure<PrivateContentOptions>(options =>
        {
            foreach (var type in contentTypes)
            {
                options.Permissions[type] = permission;
            }
        });
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, PrivateContentHandler>());
        return services;
    }
}

internal sealed class PrivateContentHandler(IOptions<PrivateContentOptions> options, IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.Resource is not IContent { ContentItem: { } item } || !options.Value.Permissions.TryGetValue(item.ContentType, out var name))
        {
            return;
        }

        // Asked for late: the authorization service is being built while its handlers are.
        var permission = await services.GetRequiredService<IPermissionService>().FindByNameAsync(name);
        if (permission is null || !await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, permission))
        {
            context.Fail();
        }
    }
}
