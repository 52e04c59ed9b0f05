using System.Security.Claims;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Security.Permissions;
using PropertySuite.Platform.Content;

namespace Microsoft.AspNetCore.Authorization;

/// <summary>Asks what somebody may do with the items of a type.</summary>
public static class AuthorizationServiceExtensions
{
    /// <param name="owner">Id of the user whose item it would be; null asks for items of anybody.</param>
    public static Task<bool> AuthorizeContentTypeAsync(
        this IAuthorizationService service, ClaimsPrincipal? user, Permission requiredPermission, ContentTypeDefinition contentTypeDefinition, string? owner = null) =>
        service.AuthorizeContentTypeAsync(user, requiredPermission, contentTypeDefinition.Name, owner);

    /// <inheritdoc cref="AuthorizeContentTypeAsync(IAuthorizationService, ClaimsPrincipal, Permission, ContentTypeDefinition, string)"/>
    public static async Task<bool> AuthorizeContentTypeAsync(
        this IAuthorizationService service, ClaimsPrincipal? user, Permission requiredPermission, string contentType, string? owner = null)
    {
        if (user is null) return false;
        var requirement = new OrchardCore.Security.PermissionRequirement(requiredPermission);
        return (await service.AuthorizeAsync(user, new ContentTypeResource(contentType, owner), [requirement])).Succeeded;
    }

    /// <summary>Whether the permission is held for one's own items of at least one of the types.</summary>
    public static async Task<bool> AuthorizeContentTypeDefinitionsAsync(
        this IAuthorizationService service,
        ClaimsPrincipal? user,
        Permission requiredPermission,
        IEnumerable<ContentTypeDefinition> contentTypeDefinitions,
        IContentManager contentManager)
    {
        var owner = user?.FindFirstValue(ClaimTypes.NameIdentifier);
        foreach (var definition in contentTypeDefinitions)
        {
            if (await service.AuthorizeContentTypeAsync(user, requiredPermission, definition, owner)) return true;
        }
        return false;
    }
}
