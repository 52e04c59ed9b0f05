using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;
using OrchardCore.Contents.Security;
using OrchardCore.Security.Permissions;

namespace PropertySuite.Platform.Features.Contents;

/// <summary>What may be done with content items of any type.</summary>
internal sealed class ContentPermissions : IPermissionProvider
{
    private static readonly Permission[] _all =
    [
        CommonPermissions.PublishContent, CommonPermissions.PublishOwnContent,
        CommonPermissions.EditContent, CommonPermissions.EditOwnContent,
        CommonPermissions.DeleteContent, CommonPermissions.DeleteOwnContent,
        CommonPermissions.ViewContent, CommonPermissions.ViewOwnContent,
        CommonPermissions.PreviewContent, CommonPermissions.PreviewOwnContent,
        CommonPermissions.CloneContent, CommonPermissions.CloneOwnContent,
        CommonPermissions.ListContent, CommonPermissions.EditContentOwner, CommonPermissions.AccessContentApi,
    ];

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(_all);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = "Administrator", Permissions = _all },
        new()
        {
            Name = "Editor",
            Permissions =
            [
                CommonPermissions.PublishContent, CommonPermissions.EditContent, CommonPermissions.DeleteContent,
                CommonPermissions.PreviewContent, CommonPermissions.CloneContent, CommonPermissions.ListContent,
            ],
        },
        new() { Name = "Author", Permissions = [CommonPermissions.PublishOwnContent, CommonPermissions.EditOwnContent, CommonPermissions.DeleteOwnContent, CommonPermissions.PreviewOwnContent, CommonPermissions.CloneOwnContent] },
        new() { Name = "Contributor", Permissions = [CommonPermissions.EditOwnContent, CommonPermissions.PreviewOwnContent, CommonPermissions.CloneOwnContent] },
        new() { Name = "Authenticated", Permissions = [CommonPermissions.ViewContent] },
        new() { Name = "Anonymous", Permissions = [CommonPermissions.ViewContent] },
    ];
}

/// <summary>The same for each type that is told apart.</summary>
internal sealed class ContentTypePermissions(IContentDefinitionManager definitions) : IPermissionProvider
{
    public async Task<IEnumerable<Permission>> GetPermissionsAsync()
    {
        var types = (await definitions.ListTypeDefinitionsAsync()).Where(t => t.IsSecurable());
        return [.. types.SelectMany(type => ContentTypePermissionsHelper.PermissionTemplates.Values.Select(template => ContentTypePermissionsHelper.CreateDynamicPermission(template, type)))];
    }

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [];
}
