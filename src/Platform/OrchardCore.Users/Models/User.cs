using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Entities;
using PropertySuite.Platform.Users;

namespace OrchardCore.Users.Models;

/// <summary>A person's account in one tenant.</summary>
public class User : Entity, IUser
{
    /// <summary>Number of the stored document; use <see cref="UserId"/> to refer to a person.</summary>
    public long Id { get; set; }

    public string UserId { get; set; } = string.Empty;

    public string UserName { get; set; } = string.Empty;

    public string? NormalizedUserName { get; set; }

    public string? Email { get; set; }

    public string? PhoneNumber { get; set; }

    public string? NormalizedEmail { get; set; }

    /// <summary>Null until the person has chosen a password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of password, roles or account; a session that carries another one is over.</summary>
    public string? SecurityStamp { get; set; }

    public bool EmailConfirmed { get; set; }

    public bool PhoneNumberConfirmed { get; set; }

    public bool IsEnabled { get; set; } = true;

    public bool TwoFactorEnabled { get; set; }

    public bool IsLockoutEnabled { get; set; }

    public DateTime? LockoutEndUtc { get; set; }

    public int AccessFailedCount { get; set; }

    public string? ResetToken { get; set; }

    public IList<string> RoleNames { get; set; } = [];

    public IList<UserClaim> UserClaims { get; set; } = [];

    [JsonConverter(typeof(LoginInfosConverter))]
    public IList<UserLoginInfo> LoginInfos { get; set; } = [];

    public IList<UserToken> UserTokens { get; set; } = [];

    public override string ToString() => UserName;
}

public class UserClaim
{
    public string ClaimType { get; set; } = string.Empty;

    public string ClaimValue { get; set; } = string.Empty;

    public Claim ToClaim() => new(ClaimType, ClaimValue);
}

public class UserToken
{
    public string LoginProvider { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public string? Value { get; set; }
}

/// <summary>What a person enters to register.</summary>
public class RegisterUserForm : Entity
{
    public string UserName { get; set; } = string.Empty;

    public string Email { get; set; } = string.Empty;

    public string Password { get; set; } = string.Empty;
}
