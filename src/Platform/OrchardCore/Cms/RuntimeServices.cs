using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrchardCore;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Entities;
using OrchardCore.Environment.Cache;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Descriptor;
using OrchardCore.Locking;
using OrchardCore.Locking.Distributed;
using OrchardCore.Modules;
using OrchardCore.Modules.Services;
using OrchardCore.Recipes.Events;
using PropertySuite.Platform.BackgroundTasks;
using PropertySuite.Platform.Caching;
using PropertySuite.Platform.Features;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Locking;
using PropertySuite.Platform.Modules;
using PropertySuite.Platform.Mvc;
using PropertySuite.Platform.Recipes;
using PropertySuite.Platform.Setup;
using PropertySuite.Platform.Time;

namespace PropertySuite.Platform.Cms;

internal static class RuntimeServices
{
    /// <summary>What the runtime itself gives each tenant.</summary>
    public static IServiceCollection AddRuntimeCore(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddDistributedMemoryCache();
        services.AddAuthentication();
        services.AddAuthorization();

        services.AddSingleton<LocalLock>();
        services.AddSingleton<ILocalLock>(provider => provider.GetRequiredService<LocalLock>());
        services.AddSingleton<IDistributedLock>(provider => provider.GetRequiredService<LocalLock>());
        services.AddSingleton<ISignal, Signal>();
        services.AddSingleton<IModularTenantEvents>(provider => provider.GetRequiredService<ISignal>());

        services.AddScoped<ILocalClock, LocalClock>();
        services.AddScoped<ITimeZoneSelector, SiteTimeZoneSelector>();
        services.AddScoped<IShellDescriptorManager, ShellDescriptorManager>();
        services.AddScoped<IShellFeaturesManager, ShellFeaturesManager>();
        services.AddScoped<IShellReleaseManager, ShellReleaseManager>();
        services.AddScoped<IWorkAlarm, WorkAlarm>();
        services.AddScoped<ScheduledTasks>();
        services.AddScoped<IDueWorkSource>(provider => provider.GetRequiredService<ScheduledTasks>());
        services.AddScoped<ScheduledTaskServices>();
        services.AddIndexProvider<TaskRecordIndexProvider>();
        services.AddDataMigration<TaskRecordMigrations>();
        services.AddScoped<IRecipeEventHandler, SetupReports>();
        services.AddScoped<IRequestWork, SessionWork>();

        services.TryAddScoped<IOrchardHelper, OrchardHelper>();
        services.AddSingleton<IIdGenerator, IdGenerators>();
        services.AddSingleton<ISlugService, SlugService>();
        services.AddSingleton<IClientIPAddressAccessor, ClientAddress>();
        return services;
    }

    private sealed class OrchardHelper(IHttpContextAccessor accessor) : IOrchardHelper
    {
        public HttpContext HttpContext => accessor.HttpContext ?? throw new InvalidOperationException("There is no current request.");
    }

    private sealed class IdGenerators : IIdGenerator
    {
        public string GenerateUniqueId() => IdGenerator.GenerateId();
    }

    private sealed class ClientAddress(IHttpContextAccessor accessor) : IClientIPAddressAccessor
    {
        public Task<System.Net.IPAddress?> GetIPAddressAsync() => Task.FromResult(accessor.HttpContext?.Connection.RemoteIpAddress);
    }
}
