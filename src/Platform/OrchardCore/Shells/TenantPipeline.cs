using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OrchardCore;
using OrchardCore.Environment.Shell.Builders;
using OrchardCore.Modules;
using PropertySuite.Platform.Errors;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Shells;

/// <summary>Builds the request pipeline of a feature set.</summary>
internal static class TenantPipeline
{
    public static async Task<RequestDelegate> BuildAsync(FeatureSet set, TenantServices composer)
    {
        var app = new ApplicationBuilder(set.Services);
        app.Use(ErrorPages.InvokeAsync);
        app.Use(HomePage.InvokeAsync);
        app.UseRouting();
        var routes = (IEndpointRouteBuilder)app.Properties["__EndpointRouteBuilder"]!;

        var steps = new List<(int Order, Func<ValueTask> Run)>
        {
            (OrchardCoreConstants.ConfigureOrder.Authentication, () =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                return ValueTask.CompletedTask;
            }),
        };
        steps.AddRange(composer.PipelineActions.Select(step => (step.Order, (Func<ValueTask>)(() => step.Action(app, routes, set.Services)))));
        foreach (var (startup, _) in composer.CreateStartups(set, set.Services))
        {
            steps.Add((startup.ConfigureOrder, async () =>
            {
                startup.Configure(app, routes, set.Services);
                if (startup is IAsyncStartup asynchronous)
                    await asynchronous.ConfigureAsync(app, routes, set.Services);
            }
            ));
        }

        foreach (var (_, run) in steps.OrderBy(step => step.Order))
            await run();

        routes.MapControllers();
        routes.MapRazorPages();
        app.UseEndpoints(static _ => { });
        return app.Build();
    }
}

/// <summary>A tenant's way into the pipeline that its feature set shares.</summary>
internal sealed class ShellPipeline(FeatureSet set) : IShellPipeline
{
    public async Task Invoke(object context)
    {
        var pipeline = await set.GetPipelineAsync();
        await pipeline((HttpContext)context);
    }
}
