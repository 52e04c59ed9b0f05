using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.DisplayManagement;

namespace PropertySuite.Platform.Features.Users;

/// <summary>What the list of accounts is asked for, and what it answers.</summary>
public sealed class UsersPage
{
    public string? Q { get; set; }

    public string? Role { get; set; }

    /// <summary><c>enabled</c>, <c>disabled</c>, <c>invited</c>, or empty for all.</summary>
    public string? State { get; set; }

    public IReadOnlyList<UserRow> Rows { get; set; } = [];

    public IReadOnlyList<string> Roles { get; set; } = [];

    public int Total { get; set; }

    public IShape? Pager { get; set; }
}

/// <summary>An account in the list.</summary>
public sealed record UserRow(string UserId, string UserName, string? Email, IReadOnlyList<string> Roles, AccountState State);

/// <summary>How far an account is.</summary>
public enum AccountState
{
    /// <summary>May sign in.</summary>
    Enabled,

    /// <summary>Has not chosen a password yet.</summary>
    Invited,

    /// <summary>May not sign in.</summary>
    Disabled,
}

/// <summary>A new account.</summary>
public sealed class InviteForm
{
    public string? UserName { get; set; }

    public string? Email { get; set; }

    public string[] Roles { get; set; } = [];

    [BindNever]
    public IReadOnlyList<string> Assignable { get; set; } = [];
}

/// <summary>Shown once, right after it was made.</summary>
/// <param name="MailedTo">Address to which it has been sent; null where it has not.</param>
public sealed record InvitationMade(string UserId, string UserName, string Link, int Days, string? MailedTo);

/// <summary>An account being changed.</summary>
public sealed class UserForm
{
    public string? UserName { get; set; }

    public string? Email { get; set; }

    public string[] Roles { get; set; } = [];

    [BindNever]
    public string UserId { get; set; } = string.Empty;

    [BindNever]
    public AccountState State { get; set; }

    [BindNever]
    public IReadOnlyList<string> Assignable { get; set; } = [];

    [BindNever]
    public IReadOnlyList<SessionRow> Sessions { get; set; } = [];

    [BindNever]
    public bool IsMe { get; set; }

    [BindNever]
    public bool HasSecondFactor { get; set; }

    /// <summary>Whether the reader may take the person's second factor away.</summary>
    [BindNever]
    public bool MayReset { get; set; }

    [BindNever]
    public IReadOnlyList<AccountEventRow> History { get; set; } = [];
}

/// <summary>Something that happened to the security of an account.</summary>
/// <param name="What">One of <see cref="PropertySuite.Platform.Users.AccountEvents"/>.</param>
/// <param name="At">In the community's time.</param>
public sealed record AccountEventRow(string What, string By, DateTimeOffset At);
