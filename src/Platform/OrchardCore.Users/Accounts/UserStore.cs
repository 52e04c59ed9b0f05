using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Handlers;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using YesSql;

namespace PropertySuite.Platform.Users;

/// <summary>Keeps accounts in the tenant's session; they are committed with the rest of the request.</summary>
internal sealed partial class UserStore(
    ISession session,
    IUserIdGenerator ids,
    IEnumerable<IUserEventHandler> handlers) :
    IUserPasswordStore<IUser>,
    IUserSecurityStampStore<IUser>,
    IUserEmailStore<IUser>,
    IUserPhoneNumberStore<IUser>,
    IUserTwoFactorStore<IUser>,
    IUserRoleStore<IUser>,
    IUserClaimStore<IUser>,
    IUserLoginStore<IUser>,
    IUserLockoutStore<IUser>,
    IUserAuthenticationTokenStore<IUser>
{
    public async Task<IdentityResult> CreateAsync(IUser user, CancellationToken cancellationToken)
    {
        var account = (User)user;
        if (string.IsNullOrEmpty(account.UserId))
        {
            account.UserId = ids.GenerateUniqueId(account);
        }

        var context = new UserCreateContext(user);
        foreach (var handler in handlers)
        {
            await handler.CreatingAsync(context);
        }

        if (context.Cancel)
        {
            return Refused("creating");
        }

        await session.SaveAsync(account);
        foreach (var handler in handlers)
        {
            await handler.CreatedAsync(context);
        }

        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(IUser user, CancellationToken cancellationToken)
    {
        var context = new UserUpdateContext(user);
        foreach (var handler in handlers)
        {
            await handler.UpdatingAsync(context);
        }

        if (context.Cancel)
        {
            return Refused("updating");
        }

        await session.SaveAsync(user);
        foreach (var handler in handlers)
        {
            await handler.UpdatedAsync(context);
        }

        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(IUser user, CancellationToken cancellationToken)
    {
        var context = new UserDeleteContext(user);
        foreach (var handler in handlers)
        {
            await handler.DeletingAsync(context);
        }

        if (context.Cancel)
        {
            return Refused("deleting");
        }

        session.Delete(user);
        foreach (var handler in handlers)
        {
            await handler.DeletedAsync(context);
        }

        return IdentityResult.Success;
    }

    public async Task<IUser?> FindByIdAsync(string userId, CancellationToken cancellationToken)
        => await session.Query<User, UserIndex>(index => index.UserId == userId).FirstOrDefaultAsync();

    public async Task<IUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
        => await session.Query<User, UserIndex>(index => index.NormalizedUserName == normalizedUserName).FirstOrDefaultAsync();

    public async Task<IUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken)
        => string.IsNullOrEmpty(normalizedEmail)
            ? null
            : await session.Query<User, UserIndex>(index => index.NormalizedEmail == normalizedEmail).FirstOrDefaultAsync();

    public Task<string> GetUserIdAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).UserId);

    public Task<string?> GetUserNameAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(Account(user).UserName);

    public Task SetUserNameAsync(IUser user, string? userName, CancellationToken cancellationToken)
        => Set(user, account => account.UserName = userName ?? string.Empty);

    public Task<string?> GetNormalizedUserNameAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).NormalizedUserName);

    public Task SetNormalizedUserNameAsync(IUser user, string? normalizedName, CancellationToken cancellationToken)
        => Set(user, account => account.NormalizedUserName = normalizedName);

    public Task SetPasswordHashAsync(IUser user, string? passwordHash, CancellationToken cancellationToken)
        => Set(user, account => account.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).PasswordHash);

    public Task<bool> HasPasswordAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).PasswordHash is not null);

    public Task SetSecurityStampAsync(IUser user, string stamp, CancellationToken cancellationToken)
        => Set(user, account => account.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).SecurityStamp);

    public void Dispose()
    {
    }

    private static User Account(IUser user) => (User)user;

    private static Task Set(IUser user, Action<User> change)
    {
        change((User)user);
        return Task.CompletedTask;
    }

    private static IdentityResult Refused(string act)
        => IdentityResult.Failed(new IdentityError { Code = "Refused", Description = $"A module refused {act} the account." });
}
