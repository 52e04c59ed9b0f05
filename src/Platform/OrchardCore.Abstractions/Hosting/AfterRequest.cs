using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;

namespace PropertySuite.Platform.Hosting;

/// <summary>Work that starts when the response has been sent. It does not survive a stop of the server.</summary>
internal static class AfterRequest
{
    public static Task EnqueueAsync(string name, Func<ShellScope, Task> job)
    {
        var scope = ShellScope.Current ?? throw new InvalidOperationException("There is no current tenant scope.");
        var host = scope.ServiceProvider.GetRequiredService<IShellHost>();
        var tenant = scope.ShellContext.Settings.Name;
        var logger = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("PropertySuite.BackgroundJobs");

        if (scope.ServiceProvider.GetService<IHttpContextAccessor>()?.HttpContext is not { } request)
        {
            ShellScope.AddDeferredTask(job);
            return Task.CompletedTask;
        }

        request.Response.OnCompleted(() =>
        {
            using (ExecutionContext.SuppressFlow())
                _ = Task.Run(() => RunAsync(host, tenant, name, job, logger));
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private static async Task RunAsync(IShellHost host, string tenant, string name, Func<ShellScope, Task> job, ILogger logger)
    {
        try
        {
            var (scope, success) = await host.TryGetScopeAsync(tenant);
            if (success)
                await scope.UsingAsync(job);
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The job {Job} of tenant {Tenant} failed", name, tenant);
        }
    }
}
