using System.Collections.Concurrent;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Contents.Security;

/// <summary>Permissions of one content type, such as <c>Edit_Visit</c>, made from a template.</summary>
public static class ContentTypePermissionsHelper
{
    private static readonly Permission Publish = new("Publish_{0}", "Publish or unpublish {0} for others", [CommonPermissions.PublishContent]);
    private static readonly Permission PublishOwn = new("PublishOwn_{0}", "Publish or unpublish {0}", [Publish, CommonPermissions.PublishOwnContent]);
    private static readonly Permission Edit = new("Edit_{0}", "Edit {0} for others", [Publish, CommonPermissions.EditContent]);
    private static readonly Permission EditOwn = new("EditOwn_{0}", "Edit {0}", [Edit, PublishOwn, CommonPermissions.EditOwnContent]);
    private static readonly Permission Delete = new("Delete_{0}", "Delete {0} for others", [CommonPermissions.DeleteContent]);
    private static readonly Permission DeleteOwn = new("DeleteOwn_{0}", "Delete {0}", [Delete, CommonPermissions.DeleteOwnContent]);
    private static readonly Permission View = new("View_{0}", "View {0} by others", [Edit, CommonPermissions.ViewContent]);
    private static readonly Permission ViewOwn = new("ViewOwn_{0}", "View own {0}", [View, EditOwn, CommonPermissions.ViewOwnContent]);
    private static readonly Permission Preview = new("Preview_{0}", "Preview {0} by others", [Edit, CommonPermissions.PreviewContent]);
    private static readonly Permission PreviewOwn = new("PreviewOwn_{0}", "Preview own {0}", [Preview, EditOwn, CommonPermissions.PreviewOwnContent]);
    private static readonly Permission Clone = new("Clone_{0}", "Clone {0} by others", [Edit, CommonPermissions.CloneContent]);
    private static readonly Permission CloneOwn = new("CloneOwn_{0}", "Clone own {0}", [Clone, EditOwn, CommonPermissions.CloneOwnContent]);
    private static readonly Permission List = new("ListContent_{0}", "List {0} content items", [CommonPermissions.ListContent]);
    private static readonly Permission Owner = new("EditContentOwner_{0}", "Edit the owner of a {0} content item", [CommonPermissions.EditContentOwner]);

    private static readonly ConcurrentDictionary<(string Template, string Type), Permission> Made = new();

    /// <summary>Templates by the name of the general permission that they narrow.</summary>
    public static readonly Dictionary<string, Permission> PermissionTemplates = new()
    {
        [CommonPermissions.PublishContent.Name] = Publish,
        [CommonPermissions.PublishOwnContent.Name] = PublishOwn,
        [CommonPermissions.EditContent.Name] = Edit,
        [CommonPermissions.EditOwnContent.Name] = EditOwn,
        [CommonPermissions.DeleteContent.Name] = Delete,
        [CommonPermissions.DeleteOwnContent.Name] = DeleteOwn,
        [CommonPermissions.ViewContent.Name] = View,
        [CommonPermissions.ViewOwnContent.Name] = ViewOwn,
        [CommonPermissions.PreviewContent.Name] = Preview,
        [CommonPermissions.PreviewOwnContent.Name] = PreviewOwn,
        [CommonPermissions.CloneContent.Name] = Clone,
        [CommonPermissions.CloneOwnContent.Name] = CloneOwn,
        [CommonPermissions.ListContent.Name] = List,
        [CommonPermissions.EditContentOwner.Name] = Owner,
    };

    /// <summary>The template of a general permission; null if it has none.</summary>
    public static Permission? ConvertToDynamicPermission(Permission permission) => PermissionTemplates.GetValueOrDefault(permission.Name);

    /// <summary>The permission of a type.</summary>
    public static Permission CreateDynamicPermission(Permission template, ContentTypeDefinition typeDefinition) =>
        new(NameOf(template, typeDefinition.Name), string.Format(null, template.Description, typeDefinition.DisplayName), ImpliedBy(template, typeDefinition.Name))
        {
            Category = $"{typeDefinition.DisplayName} Content Type - {typeDefinition.Name}",
        };

    /// <inheritdoc cref="CreateDynamicPermission(Permission, ContentTypeDefinition)"/>
    public static Permission CreateDynamicPermission(Permission template, string contentType) =>
        Made.GetOrAdd((template.Name, contentType), static (key, template) =>
            new Permission(NameOf(template, key.Type), string.Format(null, template.Description, key.Type), ImpliedBy(template, key.Type)), template);

    private static string NameOf(Permission template, string contentType) => string.Format(null, template.Name, contentType);

    private static Permission[] ImpliedBy(Permission template, string contentType) =>
        [.. template.ImpliedBy.Select(implying => implying.Name.Contains("{0}", StringComparison.Ordinal) ? CreateDynamicPermission(implying, contentType) : implying)];
}
