using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Email;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using PropertySuite.Platform.BackgroundTasks;

namespace PropertySuite.Platform.Features.Email;

[Feature("OrchardCore.Email")]
public sealed class Startup(IShellConfiguration configuration) : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<MailLimits>(configuration.GetSection("OrchardCore_Email"));
        services.AddDataMigration<Migrations>();
        services.AddIndexProvider<OutgoingMailIndexProvider>();
        services.AddIndexProvider<OutgoingMailContentIndexProvider>();
        services.AddPermissionProvider<EmailPermissions>();
        services.AddNavigationProvider<EmailMenu>();

        services.AddSingleton<IEmailAddressValidator, MailAddresses>();
        services.AddSingleton<MailTurns>();
        services.AddSingleton<MailSeal>();
        services.AddScoped<MailComposer>();
        services.AddScoped<IEmailService, EmailService>();
        services.AddScoped<Outbox>();
        services.AddScoped<IOutbox>(provider => provider.GetRequiredService<Outbox>());
        services.AddIndexProvider<OutgoingMailAboutIndexProvider>();
        services.AddScoped<PropertySuite.Core.IMessageTraces, MailTraces>();
        services.AddScoped<IDueWork>(provider => provider.GetRequiredService<Outbox>());
    }
}
