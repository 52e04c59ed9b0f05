using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PropertySuite.Platform.Features.Roles;

/// <summary>A role in the list.</summary>
public sealed record RoleRow(string Name, string Description, int Permissions, bool IsAdministrator, bool IsSystem);

/// <summary>What a role may do.</summary>
public sealed class RoleForm
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string[] Permissions { get; set; } = [];

    [BindNever]
    public bool IsNew { get; set; }

    [BindNever]
    public bool IsSystem { get; set; }

    [BindNever]
    public IReadOnlyList<PermissionGroup> Groups { get; set; } = [];
}

/// <summary>The permissions of one feature.</summary>
public sealed record PermissionGroup(string Feature, IReadOnlyList<PermissionRow> Permissions);

/// <param name="ImpliedBy">What the role's own permissions say that grant this one as well; empty: none.</param>
public sealed record PermissionRow(string Name, string Description, bool IsCritical, IReadOnlyList<string> ImpliedBy);
