using OrchardCore.Data.Migration;
using OrchardCore.Users.Indexes;
using YesSql.Sql;

namespace PropertySuite.Platform.Users;

internal sealed class UserMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<UserIndex>(table => table
            .Column<string>(nameof(UserIndex.UserId), column => column.NotNull().Unique().WithLength(255))
            .Column<string>(nameof(UserIndex.NormalizedUserName), column => column.Unique().WithLength(255))
            .Column<string>(nameof(UserIndex.NormalizedEmail), column => column.Unique().WithLength(255))
            .Column<bool>(nameof(UserIndex.IsEnabled))
            .Column<bool>(nameof(UserIndex.IsLockoutEnabled))
            .Column<DateTime>(nameof(UserIndex.LockoutEndUtc), column => column.Nullable())
            .Column<int>(nameof(UserIndex.AccessFailedCount)));

        await SchemaBuilder.CreateMapIndexTableAsync<AccountIndex>(table => table
            .Column<string>(nameof(AccountIndex.UserId), column => column.NotNull().Unique().WithLength(255))
            .Column<string>(nameof(AccountIndex.Fingerprint), column => column.NotNull().WithLength(64)));

        await SchemaBuilder.CreateReduceIndexTableAsync<UserByRoleNameIndex>(table => table
            .Column<string>(nameof(UserByRoleNameIndex.RoleName), column => column.WithLength(255))
            .Column<int>(nameof(UserByRoleNameIndex.Count)));
        await SchemaBuilder.AlterIndexTableAsync<UserByRoleNameIndex>(table =>
            table.CreateIndex("IDX_UserByRoleNameIndex_RoleName", nameof(UserByRoleNameIndex.RoleName)));

        await SchemaBuilder.CreateMapIndexTableAsync<UserByClaimIndex>(table => table
            .Column<string>(nameof(UserByClaimIndex.ClaimType), column => column.WithLength(255))
            .Column<string>(nameof(UserByClaimIndex.ClaimValue), column => column.WithLength(255)));

        await SchemaBuilder.CreateMapIndexTableAsync<SignInSessionIndex>(table => table
            .Column<string>(nameof(SignInSessionIndex.SessionId), column => column.NotNull().Unique().WithLength(64))
            .Column<string>(nameof(SignInSessionIndex.UserId), column => column.NotNull().WithLength(255))
            .Column<string>(nameof(SignInSessionIndex.Fingerprint), column => column.NotNull().WithLength(64))
            .Column<DateTime>(nameof(SignInSessionIndex.EndsUtc)));
        await SchemaBuilder.AlterIndexTableAsync<SignInSessionIndex>(table =>
            table.CreateIndex("IDX_SignInSessionIndex_UserId", nameof(SignInSessionIndex.UserId)));

        await SchemaBuilder.CreateMapIndexTableAsync<AccessLinkIndex>(table => table
            .Column<string>(nameof(AccessLinkIndex.TokenHash), column => column.NotNull().Unique().WithLength(64))
            .Column<string>(nameof(AccessLinkIndex.UserId), column => column.NotNull().WithLength(255))
            .Column<DateTime>(nameof(AccessLinkIndex.ExpiresUtc)));
        await SchemaBuilder.AlterIndexTableAsync<AccessLinkIndex>(table =>
            table.CreateIndex("IDX_AccessLinkIndex_UserId", nameof(AccessLinkIndex.UserId)));
        return 1;
    }
}
