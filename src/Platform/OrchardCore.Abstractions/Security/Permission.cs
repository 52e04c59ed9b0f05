using System.Security.Claims;

namespace OrchardCore.Security.Permissions;

/// <summary>Something a person may or may not do. Its name is what a role stores.</summary>
public class Permission
{
    /// <summary>Type of the claim by which a role carries a permission; the value is <see cref="Name"/>.</summary>
    public const string ClaimType = "Permission";

    public Permission(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        Description = string.Empty;
        Category = string.Empty;
        ImpliedBy = [];
    }

    public Permission(string name, string? description, bool isSecurityCritical = false)
        : this(name)
    {
        Description = description ?? string.Empty;
        IsSecurityCritical = isSecurityCritical;
    }

    public Permission(string name, string? description, IEnumerable<Permission>? impliedBy, bool isSecurityCritical = false)
        : this(name, description, isSecurityCritical)
    {
        ImpliedBy = impliedBy ?? [];
    }

    public string Name { get; }

    /// <summary>A sentence for the page where roles are edited; empty when none was given.</summary>
    public string Description { get; set; }

    /// <summary>Heading under which the permission is listed; empty: under its feature.</summary>
    public string Category { get; set; }

    /// <summary>Permissions that grant this one as well, directly; theirs count in turn.</summary>
    public IEnumerable<Permission> ImpliedBy { get; }

    /// <summary>True if who holds it can raise their own rights.</summary>
    public bool IsSecurityCritical { get; }

    public static implicit operator Claim(Permission p) => new(ClaimType, p.Name);
}
