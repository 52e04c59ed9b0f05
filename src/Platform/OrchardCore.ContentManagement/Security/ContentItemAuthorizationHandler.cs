using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.Contents.Security;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Content;

/// <summary>A content type to be asked about, with the owner of an item that need not exist.</summary>
internal sealed record ContentTypeResource(string ContentType, string? OwnerId);

/// <summary>
/// Answers for content items and content types: whoever does not hold the general permission may hold the one for their own items,
/// the one of the type, or the one of the type for their own items. The plain permission itself is the other handlers' business.
/// </summary>
internal sealed class ContentItemAuthorizationHandler(IServiceProvider services) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.HasSucceeded || context.Resource is null) return;
        var (contentType, ownerId) = context.Resource switch
        {
            IContent { ContentItem: { } item } => (item.ContentType, item.Owner),
            ContentTypeDefinition definition => (definition.Name, null),
            ContentTypeResource resource => (resource.ContentType, resource.OwnerId),
            _ => (null, null),
        };
        if (contentType is null) return;

        // Asked for late, since the service itself is made of handlers. With no resource, this one has nothing to say.
        var authorization = services.GetRequiredService<IAuthorizationService>();
        foreach (var alternative in await AlternativesAsync(requirement.Permission, contentType, OwnedBy(context.User, ownerId)))
        {
            if (!await authorization.AuthorizeAsync(context.User, alternative)) continue;
            context.Succeed(requirement);
            return;
        }
    }

    private async Task<List<Permission>> AlternativesAsync(Permission permission, string contentType, bool isOwner)
    {
        var alternatives = new List<Permission>();
        var own = isOwner ? CommonPermissions.OwnerPermissionsByName.GetValueOrDefault(permission.Name) : null;
        if (own is not null) alternatives.Add(own);

        var template = ContentTypePermissionsHelper.ConvertToDynamicPermission(permission);
        if (template is null) return alternatives;
        var definition = await services.GetRequiredService<IContentDefinitionManager>().GetTypeDefinitionAsync(contentType);
        if (definition?.IsSecurable() != true) return alternatives;
        alternatives.Add(ContentTypePermissionsHelper.CreateDynamicPermission(template, contentType));
        if (own is not null && ContentTypePermissionsHelper.ConvertToDynamicPermission(own) is { } ownTemplate)
        {
            alternatives.Add(ContentTypePermissionsHelper.CreateDynamicPermission(ownTemplate, contentType));
        }
        return alternatives;
    }

    private static bool OwnedBy(ClaimsPrincipal user, string? ownerId) =>
        !string.IsNullOrEmpty(ownerId) && user.FindFirstValue(ClaimTypes.NameIdentifier) == ownerId;
}
