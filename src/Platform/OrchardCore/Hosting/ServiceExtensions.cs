using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Setup.Services;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Localization;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Setup;
using PropertySuite.Platform.Shells;
using PropertySuite.Platform.Time;

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>Adds the platform to a web application.</summary>
    public static class ServiceExtensions
    {
        public static OrchardCoreBuilder AddOrchardCms(this IServiceCollection services) => services.AddOrchardCore();

        public static IServiceCollection AddOrchardCms(this IServiceCollection services, Action<OrchardCoreBuilder> configure)
        {
            configure(services.AddOrchardCms());
            return services;
        }

        public static OrchardCoreBuilder AddOrchardCore(this IServiceCollection services)
        {
            if (services.Any(descriptor => descriptor.ServiceType == typeof(OrchardCoreOptions)))
                return new OrchardCoreBuilder(services);

            services.AddSingleton(new OrchardCoreOptions(services));
            services.AddHttpContextAccessor();
            services.TryAddSingleton(TimeProvider.System);
            services.AddOptions<ShellOptions>().Configure<IConfiguration, IHostEnvironment>((options, configuration, environment) =>
            {
                var folder = configuration["PropertySuite:Data"] ?? configuration["ORCHARD_APP_DATA"] ?? "App_Data";
                options.ShellsApplicationDataPath = Path.GetFullPath(folder, environment.ContentRootPath);
            });

            services.AddSingleton<HostServices>();
            services.AddSingleton<DataFolder>();
            services.AddSingleton<SiteFolders>();
            services.AddSingleton<ServerAddress>();
            services.AddSingleton<BrokenTenants>();
            services.AddSingleton<IClock, Clock>();
            services.AddSingleton<ExtensionManager>();
            services.AddSingleton<IExtensionManager>(provider => provider.GetRequiredService<ExtensionManager>());
            services.AddSingleton<ITypeFeatureProvider>(provider => provider.GetRequiredService<ExtensionManager>());
            services.AddSingleton<IModuleFiles, EmbeddedModuleFiles>();
            services.AddLocalizationHost();
            services.AddSingleton<TenantServices>();
            services.AddSingleton<FeatureSets>();
            services.AddSingleton<TenantFactory>();
            services.AddSingleton<RunningShellTable>();
            services.AddSingleton<IRunningShellTable>(provider => provider.GetRequiredService<RunningShellTable>());
            services.AddSingleton<IShellSettingsManager, ShellSettingsManager>();
            services.AddSingleton<ShellHost>();
            services.AddSingleton<IShellHost>(provider => provider.GetRequiredService<ShellHost>());
            services.AddSingleton<ISetupService, SetupService>();
            services.AddSingleton<SetupRuns>();
            services.AddSingleton<AutoSetup>();
            services.AddHostedService(provider => provider.GetRequiredService<ShellHost>());
            services.AddSingleton<DueFile>();
            services.AddSingleton<IdleTenants>();
            services.AddSingleton<BackgroundTaskScheduler>();
            services.AddHostedService(provider => provider.GetRequiredService<BackgroundTaskScheduler>());
            return new OrchardCoreBuilder(services);
        }

        public static IServiceCollection AddOrchardCore(this IServiceCollection services, Action<OrchardCoreBuilder> configure)
        {
            configure(services.AddOrchardCore());
            return services;
        }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    using Microsoft.Extensions.DependencyInjection;

    public static class ApplicationBuilderExtensions
    {
        /// <summary>Answers every request with the tenant that its address belongs to.</summary>
        /// <param name="configure">Adds to the host's pipeline after the tenant is known and before it answers.</param>
        public static IApplicationBuilder UseOrchardCore(this IApplicationBuilder app, Action<IApplicationBuilder>? configure = null)
        {
            app.UseMiddleware<TenantAddressMiddleware>();
            app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = StaticFileCaching.Apply });
            configure?.Invoke(app);
            var tenants = ActivatorUtilities.CreateInstance<TenantMiddleware>(app.ApplicationServices);
            app.Run(tenants.InvokeAsync);
            return app;
        }
    }
}
