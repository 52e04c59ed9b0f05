using System.Net;
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
using OrchardCore.Environment.Shell;
using PropertySuite.Platform.Data.Migrations;
using PropertySuite.Platform.Setup;
using PropertySuite.Platform.Shells;

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

        var server = ServerAddress(app);
        await DataFolderCheck.NoteAddressAsync(data, server.ToString());
        var errors = await app.Services.GetRequiredService<AutoSetup>().RunAsync(name => output.WriteLine($"Setting up {name} …"));
        foreach (var (name, error) in errors)
            await output.WriteLineAsync($"{name} could not be set up: {error}");

        var newer = await AnnounceAsync(app, server, output);
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

    private static Uri ServerAddress(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? DefaultUrl;
        return new Uri(address.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal));
    }

    // Asks over the network, so that "ready" means that a browser will be answered.
    /// <returns>That the data is from a newer version, when this keeps every site from answering; else null.</returns>
    private static async Task<NewerDataException?> AnnounceAsync(WebApplication app, Uri server, TextWriter output)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.TryParse(server.Host, out var own) ? new IPEndPoint(own, server.Port) : new DnsEndPoint("localhost", server.Port), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        };
        // The socket leads to this machine, so it needs no authority to vouch for it.
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null;
        using var client = new HttpMessageInvoker(handler);

        var ready = 0;
        NewerDataException? newer = null;
        var broken = app.Services.GetRequiredService<BrokenTenants>();
        foreach (var settings in app.Services.GetRequiredService<IShellHost>().GetAllSettings())
        {
            var address = SiteAddress.Of(settings, server);
            if (settings.IsUninitialized())
            {
                await output.WriteLineAsync($"Not set up: {settings.Name}. Set it up with: setup --name {settings.Name} --recipe RECIPE --site-name NAME");
                continue;
            }

            if (!settings.IsRunning())
                continue;
            using var request = new HttpRequestMessage(HttpMethod.Get, address + "/");
            using var response = await client.SendAsync(request, app.Lifetime.ApplicationStopping);
            if ((int)response.StatusCode < 500)
            {
                ready++;
                await output.WriteLineAsync($"Ready: {address}");
                continue;
            }

            newer = broken.All.GetValueOrDefault(settings.Name) as NewerDataException ?? newer;
            await output.WriteLineAsync($"Not ready: {address} answers {(int)response.StatusCode}; the log above says why.");
        }

        return ready == 0 ? newer : null;
    }
}
