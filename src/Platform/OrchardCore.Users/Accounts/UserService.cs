using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using OrchardCore.Users;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace PropertySuite.Platform.Users;

internal sealed class UserService(
    UserManager<IUser> users,
    IUserClaimsPrincipalFactory<IUser> principals,
    IPasswordHasher<IUser> hasher,
    IEnumerable<IUserEventHandler> handlers,
    IStringLocalizer<UserService> S) : IUserService
{
    /// <summary>What an unknown name is checked against, so that it takes as long as a known one (T20).</summary>
    private static string? s_nobodysHash;

    public async Task<IUser?> AuthenticateAsync(string usernameOrEmail, string password, Action<string, string> reportError)
    {
        var user = (User?)await GetUserAsync(usernameOrEmail);
        if (await IsRightAsync(user, password) && user!.IsEnabled)
        {
            return user;
        }

        reportError(string.Empty, S["The name and the password do not belong together."]);
        return null;
    }

    public async Task<IUser?> CreateUserAsync(IUser user, string? password, Action<string, string> reportError)
        => Report(string.IsNullOrEmpty(password) ? await users.CreateAsync(user) : await users.CreateAsync(user, password), reportError) ? user : null;

    public async Task<bool> ChangeEmailAsync(IUser user, string newEmail, Action<string, string> reportError)
        => Report(await users.SetEmailAsync(user, newEmail), reportError);

    public async Task<bool> ChangePasswordAsync(IUser user, string currentPassword, string newPassword, Action<string, string> reportError)
        => Report(await users.ChangePasswordAsync(user, currentPassword, newPassword), reportError);

    public async Task<IUser?> GetAuthenticatedUserAsync(ClaimsPrincipal principal)
        => principal.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } id ? await users.FindByIdAsync(id) : null;

    public async Task<IUser?> GetUserAsync(string usernameOrEmail)
        => string.IsNullOrWhiteSpace(usernameOrEmail)
            ? null
            : await users.FindByNameAsync(usernameOrEmail.Trim()) ?? await users.FindByEmailAsync(usernameOrEmail.Trim());

    public Task<IUser?> GetUserByUniqueIdAsync(string userId) => users.FindByIdAsync(userId);

    public async Task<IUser?> GetForgotPasswordUserAsync(string userId)
    {
        if (await GetUserAsync(userId) is not User { IsEnabled: true } user)
        {
            return null;
        }

        user.ResetToken = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        return user;
    }

    public async Task<bool> ResetPasswordAsync(string usernameOrEmail, string resetToken, string newPassword, Action<string, string> reportError)
    {
        if (await GetUserAsync(usernameOrEmail) is not { } user || Decode(resetToken) is not { } token)
        {
            return Report(IdentityResult.Failed(users.ErrorDescriber.InvalidToken()), reportError);
        }

        return Report(await users.ResetPasswordAsync(user, token, newPassword), reportError);
    }

    public Task<ClaimsPrincipal> CreatePrincipalAsync(IUser user) => principals.CreateAsync(user);

    public Task<IUser?> RegisterAsync(RegisterUserForm model, Action<string, string> reportError)
        => CreateUserAsync(new User { UserName = model.UserName, Email = model.Email }, model.Password, reportError);

    public Task<bool> EnableAsync(IUser user) => SetEnabledAsync(user, true);

    public Task<bool> DisableAsync(IUser user) => SetEnabledAsync(user, false);

    private async Task<bool> SetEnabledAsync(IUser user, bool enabled)
    {
        var account = (User)user;
        if (account.IsEnabled == enabled)
        {
            return false;
        }

        account.IsEnabled = enabled;
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded)
        {
            return false;
        }

        var context = new UserContext(account);
        foreach (var handler in handlers)
        {
            await (enabled ? handler.EnabledAsync(context) : handler.DisabledAsync(context));
        }

        return true;
    }

    private async Task<bool> IsRightAsync(User? user, string password)
    {
        if (user?.PasswordHash is null)
        {
            var nobody = new User();
            hasher.VerifyHashedPassword(nobody, s_nobodysHash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString()), password);
            return false;
        }

        return await users.CheckPasswordAsync(user, password);
    }

    private static string? Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool Report(IdentityResult result, Action<string, string> reportError)
    {
        foreach (var error in result.Errors)
        {
            reportError(FieldOf(error.Code), error.Description);
        }

        return result.Succeeded;
    }

    private static string FieldOf(string code) => code switch
    {
        "PasswordMismatch" => "CurrentPassword",
        _ when code.StartsWith("Password", StringComparison.Ordinal) => "Password",
        _ when code.EndsWith("UserName", StringComparison.Ordinal) || code.StartsWith("UserName", StringComparison.Ordinal) => "UserName",
        _ when code.EndsWith("Email", StringComparison.Ordinal) => "Email",
        _ => string.Empty,
    };
}
