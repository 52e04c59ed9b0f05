namespace PropertySuite.Platform.Features.Users;

/// <summary>What an invited person chooses.</summary>
public sealed class InvitationForm
{
    public string? Token { get; set; }

    /// <summary>Shown, not taken: the account is the invitation's.</summary>
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? PasswordConfirmation { get; set; }
}

/// <summary>What a sign-in link leads to.</summary>
public sealed class SignInLinkForm
{
    public string? Token { get; set; }

    public string? UserName { get; set; }
}
