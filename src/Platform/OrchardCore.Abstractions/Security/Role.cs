using System.Security.Claims;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Security;

public interface IRole
{
    string RoleName { get; }

    string RoleDescription { get; }
}

/// <summary>A named set of permissions that people are given.</summary>
public class Role : IRole
{
    public string RoleName { get; set; } = string.Empty;

    public string RoleDescription { get; set; } = string.Empty;

    /// <summary>Upper-case form by which the role is found.</summary>
    public string? NormalizedRoleName { get; set; }

    public List<RoleClaim> RoleClaims { get; set; } = [];

    public Role Clone() => new()
    {
        RoleName = RoleName,
        RoleDescription = RoleDescription,
        NormalizedRoleName = NormalizedRoleName,
        RoleClaims = [.. RoleClaims.Select(claim => claim.Clone())],
    };
}

public class RoleClaim
{
    public RoleClaim()
    {
    }

    public RoleClaim(string type, string value)
    {
        ClaimType = type;
        ClaimValue = value;
    }

    public string ClaimType { get; set; } = string.Empty;

    public string ClaimValue { get; set; } = string.Empty;

    /// <summary>The claim of a permission.</summary>
    public static RoleClaim Create(string value) => new(Permission.ClaimType, value);

    public Claim ToClaim() => new(ClaimType, ClaimValue);

    public RoleClaim Clone() => new(ClaimType, ClaimValue);

    public static implicit operator Claim(RoleClaim claim) => claim.ToClaim();
}

public interface IRoleCreatedEventHandler
{
    Task RoleCreatedAsync(string roleName);
}

public interface IRoleRemovedEventHandler
{
    Task RoleRemovedAsync(string roleName);
}
