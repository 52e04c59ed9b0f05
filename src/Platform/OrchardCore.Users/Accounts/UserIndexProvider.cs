using OrchardCore.Users.Indexes;
using OrchardCore.Users.Models;
using YesSql.Indexes;

namespace PropertySuite.Platform.Users;

/// <summary>One row per account, telling whether anything has changed that a session rests on.</summary>
/// <remarks>Public because the data layer makes index rows.</remarks>
public class AccountIndex : MapIndex
{
    public string UserId { get; set; } = string.Empty;

    /// <summary>Changes with password, roles, claims, name and state of the account, whoever changes them.</summary>
    public string Fingerprint { get; set; } = string.Empty;
}

internal sealed class UserIndexProvider : IndexProvider<User>
{
    public override void Describe(DescribeContext<User> context)
    {
        context.For<UserIndex>().Map(user => new UserIndex
        {
            UserId = user.UserId,
            NormalizedUserName = user.NormalizedUserName,
            NormalizedEmail = user.NormalizedEmail,
            IsEnabled = user.IsEnabled,
            IsLockoutEnabled = user.IsLockoutEnabled,
            LockoutEndUtc = user.LockoutEndUtc,
            AccessFailedCount = user.AccessFailedCount,
        });

        context.For<AccountIndex>().Map(user => new AccountIndex { UserId = user.UserId, Fingerprint = AccountFingerprint.Of(user) });

        context.For<UserByRoleNameIndex, string>()
            .Map(user => user.RoleNames.Select(role => new UserByRoleNameIndex { RoleName = role.ToUpperInvariant(), Count = 1 }))
            .Group(index => index.RoleName)
            .Reduce(group => new UserByRoleNameIndex { RoleName = group.Key, Count = group.Sum(index => index.Count) })
            .Delete((index, removed) =>
            {
                index.Count -= removed.Sum(row => row.Count);
                return index.Count > 0 ? index : null;
            });

        context.For<UserByClaimIndex>().Map(user => user.UserClaims.Select(claim => new UserByClaimIndex
        {
            ClaimType = claim.ClaimType,
            ClaimValue = claim.ClaimValue,
        }));
    }
}
