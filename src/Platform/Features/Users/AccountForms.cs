namespace PropertySuite.Platform.Features.Users;

/// <summary>What is typed to sign in.</summary>
public sealed class LoginForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public bool RememberMe { get; set; }

    public string? ReturnUrl { get; set; }
}

/// <summary>What is typed to change one's password.</summary>
public sealed class ChangePasswordForm
{
    public string? CurrentPassword { get; set; }

    public string? Password { get; set; }

    public string? PasswordConfirmation { get; set; }
}

/// <summary>A person's own account.</summary>
public sealed class AccountPage
{
    public string UserName { get; init; } = string.Empty;

    public string? Email { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public IReadOnlyList<SessionRow> Sessions { get; init; } = [];
}

/// <summary>A device on which the person is signed in.</summary>
/// <param name="Since">In the community's time.</param>
public sealed record SessionRow(string Id, string? Device, DateTimeOffset Since, bool IsThisOne);
