using YesSql.Indexes;

namespace OrchardCore.Users.Indexes;

/// <summary>One row per account.</summary>
public class UserIndex : MapIndex
{
    public long DocumentId { get; set; }

    public string UserId { get; set; } = string.Empty;

    public string? NormalizedUserName { get; set; }

    public string? NormalizedEmail { get; set; }

    public bool IsEnabled { get; set; }

    public bool IsLockoutEnabled { get; set; }

    public DateTime? LockoutEndUtc { get; set; }

    public int AccessFailedCount { get; set; }
}

/// <summary>How many people hold a role, and by its documents, who.</summary>
public class UserByRoleNameIndex : ReduceIndex
{
    /// <summary>Normalised, as in <c>ADMINISTRATOR</c>.</summary>
    public string RoleName { get; set; } = string.Empty;

    public int Count { get; set; }
}

/// <summary>One row per claim of an account.</summary>
public class UserByClaimIndex : MapIndex
{
    public string ClaimType { get; set; } = string.Empty;

    public string ClaimValue { get; set; } = string.Empty;
}
