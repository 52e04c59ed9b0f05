using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Setup;

namespace PropertySuite.Platform.Commands;

/// <summary>Starts the server, sets up what the configuration names, and says where everything answers.</summary>
internal static class RunCommand
{
    private const string DefaultUrl = "http://localhost:5000";
    private const string DefaultSecureUrl = "https://*:5001";

    public static async Task<int> ExecuteAsync(CommandLine line, TextWriter output)
    {
        var started = false;
        await using var app = SuiteHost.Build(line.ToConfiguration(), builder => Configure(builder, line.Has("https"), () => started));
        var data = await DataFolderCheck.OpenAsync(app);
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new CommandException(
                CommandException.PortTaken,
                $"Another program answers at {WantedUrls()} already. Stop it, or choose another address with --urls http://localhost:5010.",
                exception);
        }
        catch (Exception exception) when (exception is SocketException or FormatException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } || exception.InnerException is SocketException)
        {
            throw new CommandException(
                CommandException.AddressNotUsable,
                exception is InvalidOperationException && !line.Has("https")
                    ? $"The server has no certificate to answer at {WantedUrls()} with. Add --https, and it makes one of its own."
                    : $"The server cannot answer at {WantedUrls()}: {exception.Message.TrimEnd('.')}. Choose another address with --urls http://localhost:5010.",
                exception);
        }

        started = true;

        var server = AddressOf(app);
        app.Services.GetRequiredService<ServerAddress>().Uri = server;
        await DataFolderCheck.NoteAddressAsync(data, server.ToString());
        var errors = await app.Services.GetRequiredService<AutoSetup>().RunAsync(name => output.WriteLine($"Setting up {name} …"));
        foreach (var (name, error) in errors)
            await output.WriteLineAsync($"{name} could not be set up: {error}");

        var newer = await new Announcement(app, server, output).MakeAsync();
        if (newer is not null)
            throw newer;

        await output.WriteLineAsync($"Data: {data.Root}");
        await output.WriteLineAsync("A link to sign in with: ./dev link manager|desk|guard|owner");
        if (app.Urls.Any(url => !url.StartsWith("https", StringComparison.Ordinal) && !url.Contains("localhost", StringComparison.Ordinal) && !url.Contains("127.0.0.1", StringComparison.Ordinal)))
            await output.WriteLineAsync("From other machines, over plain http, cameras and installing on a phone do not work; start with --https for these.");
        await output.FlushAsync();

        await app.WaitForShutdownAsync();
        return errors.Count == 0 ? 0 : CommandException.SetupFailed;

        string WantedUrls() => app.Configuration["urls"] ?? (line.Has("https") ? DefaultSecureUrl : DefaultUrl);
    }

    private static void Configure(WebApplicationBuilder builder, bool https, Func<bool> hasStarted)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
            builder.WebHost.UseUrls(https ? DefaultSecureUrl : DefaultUrl);

        // What keeps the server from starting is said in plain words by the command.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => hasStarted() && level >= LogLevel.Warning);
        if (https)
        {
            builder.WebHost.ConfigureKestrel((context, options) => options.ConfigureHttpsDefaults(
                (HttpsConnectionAdapterOptions adapter) => adapter.ServerCertificate = ServerCertificate.Get(context.Configuration["PropertySuite:Data"] ?? "App_Data", context.HostingEnvironment.ContentRootPath)));
        }
    }

    private static Uri AddressOf(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DefaultUrl;
        return new Uri(address.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal));
    }
}
