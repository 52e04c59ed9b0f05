using System.Security.Claims;
using OrchardCore.Users.Models;

namespace OrchardCore.Users.Services;

/// <summary>Accounts by name, and what a person does with their own.</summary>
public interface IUserService
{
    /// <param name="usernameOrEmail">Name or e-mail address, without regard to case.</param>
    /// <param name="reportError">Gets a key (empty: the form as a whole) and a text in the reader's language.</param>
    /// <returns>Null when the two do not belong together or the account is disabled; which of them it was is not told.</returns>
    Task<IUser?> AuthenticateAsync(string usernameOrEmail, string password, Action<string, string> reportError);

    /// <param name="password">Null or empty: the account has no password until its owner chooses one.</param>
    /// <returns>Null when something was reported.</returns>
    Task<IUser?> CreateUserAsync(IUser user, string? password, Action<string, string> reportError);

    Task<bool> ChangeEmailAsync(IUser user, string newEmail, Action<string, string> reportError);

    Task<bool> ChangePasswordAsync(IUser user, string currentPassword, string newPassword, Action<string, string> reportError);

    Task<IUser?> GetAuthenticatedUserAsync(ClaimsPrincipal principal);

    Task<IUser?> GetUserAsync(string usernameOrEmail);

    Task<IUser?> GetUserByUniqueIdAsync(string userId);

    /// <summary>Gives the person a fresh reset token, on the returned account.</summary>
    Task<IUser?> GetForgotPasswordUserAsync(string userId);

    Task<bool> ResetPasswordAsync(string usernameOrEmail, string resetToken, string newPassword, Action<string, string> reportError);

    Task<ClaimsPrincipal> CreatePrincipalAsync(IUser user);

    Task<IUser?> RegisterAsync(RegisterUserForm model, Action<string, string> reportError);

    Task<bool> EnableAsync(IUser user);

    /// <summary>Ends the person's sessions too.</summary>
    Task<bool> DisableAsync(IUser user);
}

/// <summary>Adds claims when a person signs in.</summary>
public interface IUserClaimsProvider
{
    Task GenerateAsync(IUser user, ClaimsIdentity claims);
}

public interface IUserIdGenerator
{
    string GenerateUniqueId(IUser user);
}
