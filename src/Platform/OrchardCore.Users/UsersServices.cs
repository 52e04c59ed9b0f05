using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Shell;
using OrchardCore.Roles;
using OrchardCore.Security;
using OrchardCore.Security.Permissions;
using OrchardCore.Security.Services;
using OrchardCore.Users;
using OrchardCore.Users.Services;

namespace PropertySuite.Platform.Users;

internal static class UsersServices
{
    /// <summary>What OWASP asks of PBKDF2 with SHA-512.</summary>
    internal const int HashIterations = 210_000;

    /// <summary>What asks for permissions, in every tenant; nobody but anonymous visitors is known without the features below.</summary>
    internal static IServiceCollection AddPermissionsCore(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.TryAddScoped<IPermissionService, PermissionService>();
        services.TryAddSingleton<IPermissionGrantingService, PermissionGrantingService>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, SuperUserHandler>());
        return services;
    }

    internal static IServiceCollection AddRolesCore(this IServiceCollection services)
    {
        services.TryAddScoped<AccountErrors>();
        services.TryAddSingleton<ISystemRoleProvider, SystemRoles>();
        services.TryAddScoped<IRoleService, RoleService>();
        services.TryAddScoped<RolePermissions>();
        services.TryAddScoped<StereotypePermissions>();
        services.TryAddScoped<UserRoleMembership>();
        services.TryAddScoped<RoleUpdater>();
        services.AddScoped<IFeatureEventHandler>(provider => provider.GetRequiredService<RoleUpdater>());
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, RolePermissionHandler>());
        services.TryAddScoped<IRoleStore<IRole>, RoleStore>();
        services.TryAddScoped<IRoleValidator<IRole>, RoleNameValidator>();
        services.TryAddScoped<RoleManager<IRole>>();
        return services;
    }

    internal static IServiceCollection AddUsersCore(this IServiceCollection services)
    {
        services.AddDataMigration<UserMigrations>();
        services.AddIndexProvider<UserIndexProvider>();
        services.AddIndexProvider<SignInSessionIndexProvider>();
        services.AddIndexProvider<AccessLinkIndexProvider>();

        services.AddIdentityCore<IUser>(options =>
            {
                options.User.AllowedUserNameCharacters = string.Empty;
                options.Lockout.AllowedForNewUsers = false;
                options.Stores.MaxLengthForKeys = 255;
            })
            .AddUserStore<UserStore>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<AccountPrincipal>();

        // Our rules stand in place of the framework's, which demand digits and capitals.
        services.RemoveAll<IUserValidator<IUser>>();
        services.RemoveAll<IPasswordValidator<IUser>>();
        services.TryAddScoped<AccountErrors>();
        services.AddScoped<IdentityErrorDescriber>(provider => provider.GetRequiredService<AccountErrors>());
        services.AddScoped<IUserValidator<IUser>, AccountValidator>();
        services.AddScoped<IPasswordValidator<IUser>, PasswordPolicy>();
        services.AddScoped<PasswordPolicy>();
        services.Replace(ServiceDescriptor.Scoped<IPasswordHasher<IUser>, NormalizingPasswordHasher>());
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);

        services.TryAddScoped<IUserService, UserService>();
        services.TryAddSingleton<IUserIdGenerator, UserIds>();
        services.TryAddScoped<AccessLinks>();
        services.TryAddScoped<SignInSessions>();
        services.TryAddScoped<SignInEvents>();
        services.TryAddSingleton<SignInThrottle>();
        services.TryAddScoped<SecondFactors>();
        services.TryAddScoped<HalfSignIn>();
        services.TryAddScoped<AccountHistory>();

        services.AddAuthentication(options =>
            {
                options.DefaultScheme = IdentityConstants.ApplicationScheme;
                options.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
            })
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ExternalScheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme)
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SignInCookieOptions>();
        services.AddOptions<SignInLimits>();
        return services;
    }
}
