using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using PropertySuite.Platform.Data;
using PropertySuite.Platform.Data.Migrations;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Shells;

namespace PropertySuite.Platform.Commands;

/// <summary>
/// Says which communities answer. Where there are only a few each is asked over the network, so that "ready" means that a browser has its page.
/// Among many only the first is asked; the others are looked at without waking them: the address leads to them, and their features and database are there.
/// </summary>
internal sealed class Announcement(WebApplication app, Uri server, TextWriter output)
{
    private const int Few = 3;

    /// <returns>That the data is from a newer version, when this keeps every site from answering; else null.</returns>
    public async Task<NewerDataException?> MakeAsync()
    {
        using var client = Client();
        var broken = app.Services.GetRequiredService<BrokenTenants>();
        var host = app.Services.GetRequiredService<IShellHost>();
        NewerDataException? newer = null;
        var ready = 0;

        foreach (var settings in host.GetAllSettings().Where(settings => settings.IsUninitialized()))
            await output.WriteLineAsync($"Not set up: {settings.Name}. Set it up with: setup --name {settings.Name} --recipe RECIPE --site-name NAME");

        var running = host.GetAllSettings().Where(settings => settings.IsRunning()).OrderBy(settings => !settings.IsDefaultShell()).ToArray();
        for (var i = 0; i < running.Length; i++)
        {
            var address = SiteAddress.Of(running[i], server);
            var wrong = running.Length <= Few || i == 0 ? await AskAsync(client, address) : LookAt(running[i], address);
            if (wrong is null)
            {
                ready++;
                await output.WriteLineAsync($"Ready: {address}");
                continue;
            }

            newer = broken.All.GetValueOrDefault(running[i].Name) as NewerDataException ?? newer;
            await output.WriteLineAsync($"Not ready: {address} {wrong}");
        }

        return ready == 0 ? newer : null;
    }

    private async Task<string?> AskAsync(HttpMessageInvoker client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address + "/");
        using var response = await client.SendAsync(request, app.Lifetime.ApplicationStopping);
        return (int)response.StatusCode < 500 ? null : $"answers {(int)response.StatusCode}; the log above says why.";
    }

    private string? LookAt(ShellSettings settings, string address)
    {
        var uri = new Uri(address);
        if (app.Services.GetRequiredService<IRunningShellTable>().Match(new HostString(uri.Host, uri.Port), uri.AbsolutePath)?.Name != settings.Name)
            return "leads to another community; give each a host name of its own.";

        var folder = new SiteFolder(app.Services.GetRequiredService<SiteFolders>().PathOf(settings.Name));
        if (!File.Exists(Path.Combine(folder.Path, "features.json")))
            return $"has no list of its features in {folder.Path}.";
        var database = TenantDatabase.Of(settings, folder);
        return database.ConnectionString.Length > 0 || File.Exists(database.FilePath) ? null : $"has no database at {database.FilePath}.";
    }

    private HttpMessageInvoker Client()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.TryParse(server.Host, out var own) ? new IPEndPoint(own, server.Port) : new DnsEndPoint("localhost", server.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };

        // The socket leads to this machine, so it needs no authority to vouch for it.
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null;
        return new HttpMessageInvoker(handler);
    }
}
