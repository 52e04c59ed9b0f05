using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace PropertySuite.Platform.Commands;

/// <summary>Builds the application, the same for the server, its commands and the tests.</summary>
internal static class SuiteHost
{
    public const string ApplicationName = "PropertySuite.Web";

    /// <param name="configure">Changes the application before it is built; tests put their own clock or server in.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = ApplicationName, ContentRootPath = ContentRoot() });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddOrchardCms();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseOrchardCore();
        return app;
    }

    // The settings lie beside the program; in a working copy they are in the project's folder, where they are edited.
    private static string ContentRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ApplicationName + ".csproj")))
                return folder.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
