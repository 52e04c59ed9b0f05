using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql;

namespace PropertySuite.Platform.Users;

internal sealed partial class UserStore
{
    public async Task AddToRoleAsync(IUser user, string roleName, CancellationToken cancellationToken)
    {
        var account = Account(user);
        if (!await IsInRoleAsync(user, roleName, cancellationToken))
        {
            account.RoleNames = [.. account.RoleNames, roleName];
        }
    }

    public Task RemoveFromRoleAsync(IUser user, string roleName, CancellationToken cancellationToken)
        => Set(user, account => account.RoleNames = [.. account.RoleNames.Where(name => !name.Equals(roleName, StringComparison.OrdinalIgnoreCase))]);

    public Task<IList<string>> GetRolesAsync(IUser user, CancellationToken cancellationToken)
        => Task.FromResult<IList<string>>([.. Account(user).RoleNames]);

    public Task<bool> IsInRoleAsync(IUser user, string roleName, CancellationToken cancellationToken)
        => Task.FromResult(Account(user).RoleNames.Contains(roleName, StringComparer.OrdinalIgnoreCase));

    public async Task<IList<IUser>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken)
    {
        var normalized = roleName.ToUpperInvariant();
        return [.. await session.Query<User, UserByRoleNameIndex>(index => index.RoleName == normalized).ListAsync()];
    }

    public Task<IList<Claim>> GetClaimsAsync(IUser user, CancellationToken cancellationToken)
        => Task.FromResult<IList<Claim>>([.. Account(user).UserClaims.Select(claim => claim.ToClaim())]);

    public Task AddClaimsAsync(IUser user, IEnumerable<Claim> claims, CancellationToken cancellationToken)
        => Set(user, account => account.UserClaims =
            [.. account.UserClaims, .. claims.Select(claim => new UserClaim { ClaimType = claim.Type, ClaimValue = claim.Value })]);

    public Task ReplaceClaimAsync(IUser user, Claim claim, Claim newClaim, CancellationToken cancellationToken) => Set(user, account =>
    {
        foreach (var known in account.UserClaims.Where(known => Same(known, claim)))
        {
            known.ClaimType = newClaim.Type;
            known.ClaimValue = newClaim.Value;
        }
    });

    public Task RemoveClaimsAsync(IUser user, IEnumerable<Claim> claims, CancellationToken cancellationToken)
        => Set(user, account => account.UserClaims = [.. account.UserClaims.Where(known => !claims.Any(claim => Same(known, claim)))]);

    public async Task<IList<IUser>> GetUsersForClaimAsync(Claim claim, CancellationToken cancellationToken)
    {
        var (type, value) = (claim.Type, claim.Value);
        return [.. await session.Query<User, UserByClaimIndex>(index => index.ClaimType == type && index.ClaimValue == value).ListAsync()];
    }

    public Task AddLoginAsync(IUser user, UserLoginInfo login, CancellationToken cancellationToken)
        => Set(user, account => account.LoginInfos = [.. account.LoginInfos, login]);

    public Task RemoveLoginAsync(IUser user, string loginProvider, string providerKey, CancellationToken cancellationToken)
        => Set(user, account => account.LoginInfos =
            [.. account.LoginInfos.Where(login => login.LoginProvider != loginProvider || login.ProviderKey != providerKey)]);

    public Task<IList<UserLoginInfo>> GetLoginsAsync(IUser user, CancellationToken cancellationToken)
        => Task.FromResult<IList<UserLoginInfo>>([.. Account(user).LoginInfos]);

    /// <summary>No external provider can be connected yet, so none has vouched for anybody.</summary>
    public Task<IUser?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken)
        => Task.FromResult<IUser?>(null);

    public Task SetTokenAsync(IUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken)
        => Set(user, account => account.UserTokens =
        [
            .. account.UserTokens.Where(token => token.LoginProvider != loginProvider || token.Name != name),
            new UserToken { LoginProvider = loginProvider, Name = name, Value = value },
        ]);

    public Task RemoveTokenAsync(IUser user, string loginProvider, string name, CancellationToken cancellationToken)
        => Set(user, account => account.UserTokens =
            [.. account.UserTokens.Where(token => token.LoginProvider != loginProvider || token.Name != name)]);

    public Task<string?> GetTokenAsync(IUser user, string loginProvider, string name, CancellationToken cancellationToken)
        => Task.FromResult(Account(user).UserTokens.FirstOrDefault(token => token.LoginProvider == loginProvider && token.Name == name)?.Value);

    private static bool Same(UserClaim known, Claim claim) => known.ClaimType == claim.Type && known.ClaimValue == claim.Value;
}
