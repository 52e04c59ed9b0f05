namespace OrchardCore.Users;

public interface IUser
{
    string UserName { get; }
}

/// <summary>Where a person signs in, out, and changes the password; paths without a leading slash.</summary>
public class UserOptions
{
    public string LoginPath { get; set; } = "Login";

    public string LogoffPath { get; set; } = "Users/LogOff";

    public string ChangePasswordUrl { get; set; } = "ChangePassword";

    public string ChangePasswordConfirmationUrl { get; set; } = "ChangePasswordConfirmation";

    public string ExternalLoginsUrl { get; set; } = "ExternalLogins";

    public string TwoFactorAuthenticationPath { get; set; } = "TwoFactor";
}
