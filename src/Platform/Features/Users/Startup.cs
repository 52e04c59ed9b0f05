using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Setup.Events;
using OrchardCore.Users.Services;
using PropertySuite.Core;
using PropertySuite.Platform.Features.Roles;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Users;

[Feature("OrchardCore.Users")]
public sealed class Startup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddUsersCore();
        services.Configure<SignInLimits>(configuration.GetSection("OrchardCore_Users"));
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<UsersMenu>();
        services.AddScoped<ISignInLinks, SignInLinks>();
        services.AddScoped<ISetupEventHandler, SiteSetup>();
        services.AddScoped<UserList>();
        services.AddMessageKind(UserMessages.Invitation);
        services.AddMessageKind(UserMessages.NewPassword);
        services.TryAddScoped<RoleNames>();
        services.AddScoped<Demonstration>();
        services.AddScoped<Fields.UserFinder>();
        services.AddScoped<Entrance>();
        services.AddScoped<SecondFactorPages>();
        services.AddScoped<IUserClaimsProvider, SavedLanguageClaims>();
        services.AddSiteDisplayDriver<SignInSettingsDriver>();
    }
}
