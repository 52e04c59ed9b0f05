using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace PropertySuite.Platform.Commands;

/// <summary>Builds the application, the same for the server, its commands and the tests.</summary>
internal static class SuiteHost
{
    public const string ApplicationName = "PropertySuite.Web";

    /// <param name="configure">Changes the application before it is built; tests put their own clock or server in.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null, string? contentRoot = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = ApplicationName, ContentRootPath = contentRoot });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddOrchardCms();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseOrchardCore();
        return app;
    }
}
