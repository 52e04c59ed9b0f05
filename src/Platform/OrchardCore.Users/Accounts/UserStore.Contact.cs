using OrchardCore.Users;

namespace PropertySuite.Platform.Users;

internal sealed partial class UserStore
{
    public Task SetEmailAsync(IUser user, string? email, CancellationToken cancellationToken)
        => Set(user, account => account.Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim());

    public Task<string?> GetEmailAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).Email);

    public Task<bool> GetEmailConfirmedAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).EmailConfirmed);

    public Task SetEmailConfirmedAsync(IUser user, bool confirmed, CancellationToken cancellationToken)
        => Set(user, account => account.EmailConfirmed = confirmed);

    public Task<string?> GetNormalizedEmailAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).NormalizedEmail);

    public Task SetNormalizedEmailAsync(IUser user, string? normalizedEmail, CancellationToken cancellationToken)
        => Set(user, account => account.NormalizedEmail = string.IsNullOrEmpty(normalizedEmail) ? null : normalizedEmail);

    public Task SetPhoneNumberAsync(IUser user, string? phoneNumber, CancellationToken cancellationToken)
        => Set(user, account => account.PhoneNumber = phoneNumber);

    public Task<string?> GetPhoneNumberAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).PhoneNumber);

    public Task<bool> GetPhoneNumberConfirmedAsync(IUser user, CancellationToken cancellationToken)
        => Task.FromResult(Account(user).PhoneNumberConfirmed);

    public Task SetPhoneNumberConfirmedAsync(IUser user, bool confirmed, CancellationToken cancellationToken)
        => Set(user, account => account.PhoneNumberConfirmed = confirmed);

    public Task SetTwoFactorEnabledAsync(IUser user, bool enabled, CancellationToken cancellationToken)
        => Set(user, account => account.TwoFactorEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).TwoFactorEnabled);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(IUser user, CancellationToken cancellationToken)
        => Task.FromResult<DateTimeOffset?>(Account(user).LockoutEndUtc is { } end
            ? new DateTimeOffset(DateTime.SpecifyKind(end, DateTimeKind.Utc))
            : null);

    public Task SetLockoutEndDateAsync(IUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
        => Set(user, account => account.LockoutEndUtc = lockoutEnd?.UtcDateTime);

    public Task<int> IncrementAccessFailedCountAsync(IUser user, CancellationToken cancellationToken)
        => Task.FromResult(++Account(user).AccessFailedCount);

    public Task ResetAccessFailedCountAsync(IUser user, CancellationToken cancellationToken)
        => Set(user, account => account.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(IUser user, CancellationToken cancellationToken) => Task.FromResult(Account(user).IsLockoutEnabled);

    public Task SetLockoutEnabledAsync(IUser user, bool enabled, CancellationToken cancellationToken)
        => Set(user, account => account.IsLockoutEnabled = enabled);
}
