using Microsoft.AspNetCore.Mvc.ModelBinding;
using PropertySuite.Core.Pages;

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

    public bool HasPassword { get; init; }

    public bool HasSecondFactor { get; init; }

    /// <summary>Whether the community offers a second factor.</summary>
    public bool MaySetUp { get; init; }

    /// <summary>Whether a role of the person asks for one.</summary>
    public bool MustKeep { get; init; }

    public int CodesLeft { get; init; }

    /// <summary>Null: never chosen.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>A device on which the person is signed in.</summary>
/// <param name="Since">In the community's time.</param>
public sealed record SessionRow(string Id, string? Device, DateTimeOffset Since, bool IsThisOne);

/// <summary>The second step of signing in.</summary>
public sealed class CodeForm
{
    public string? Code { get; set; }

    /// <summary>Not to be asked on this device for a month.</summary>
    public bool RememberDevice { get; set; }

    [BindNever]
    public string UserName { get; set; } = string.Empty;

    [BindNever]
    public bool MayRememberDevice { get; set; }
}

/// <summary>Confirms that an app has the key.</summary>
public sealed class SecondFactorForm
{
    /// <summary>The key, protected; the page carries it until it is confirmed.</summary>
    public string? Offer { get; set; }

    public string? Code { get; set; }

    /// <summary>The key to be typed, in groups of four.</summary>
    [BindNever]
    public string Key { get; set; } = string.Empty;

    [BindNever]
    public QrPicture? Picture { get; set; }

    /// <summary>What the app is opened with on the phone itself.</summary>
    [BindNever]
    public string Address { get; set; } = string.Empty;

    /// <summary>Whether somebody who is signed in does it by choice, not on the way in.</summary>
    [BindNever]
    public bool IsOwnChoice { get; set; }
}

/// <summary>Recovery codes, shown this once.</summary>
/// <param name="ReturnUrl">Where to go on; a path of this site.</param>
public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes, string UserName, string ReturnUrl, bool IsOwnChoice);
