using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Shell;
using OrchardCore.Entities;
using OrchardCore.Settings;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Platform.Commands;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Setup;
using PropertySuite.Platform.Users;
using PropertySuite.Running;
using Sites.Tests.Hosting;

namespace PropertySuite.Browser.Tests.Walk;

/// <summary>
/// The product in this process, answering on a port, with its demonstration community and the server's own site. Every
/// answer names the endpoint that gave it, so that a walk knows which pages it has seen.
/// </summary>
internal sealed class WalkSite : IAsyncDisposable
{
    /// <summary>The header that names the endpoint.</summary>
    public const string EndpointHeader = "X-Endpoint";

    public const string Community = "alba";
    private const string Password = "Nine quiet herons at dusk";

    private readonly TemporaryFolder _data = new();
    private readonly int _port = Server.FreePort();
    private WebApplication _app = null!;

    public Uri Alba => new($"http://alba.localhost:{_port}");

    public Uri Own => new($"http://localhost:{_port}");

    public static async Task<WalkSite> StartAsync()
    {
        var site = new WalkSite();
        site._app = SuiteHost.Build(
            ["--environment=Development", "--PropertySuite:Data=" + site._data.Path, $"--urls=http://127.0.0.1:{site._port}"],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<IStartupFilter, NameTheEndpoint>();
            });
        await site._app.StartAsync();
        var errors = await site._app.Services.GetRequiredService<AutoSetup>().RunAsync();
        Assert.True(errors.Count == 0, string.Join(" ", errors.Values));

        // A site maps its addresses at its first request.
        foreach (var address in new[] { site.Alba, site.Own })
        {
            using var visitor = site.Visitor(address);
            await visitor.ReadAsync("/Login");
        }

        return site;
    }

    /// <summary>What a site answers to with GET, by the names of the header.</summary>
    public async Task<IReadOnlyList<RouteEndpoint>> PagesAsync(string site)
    {
        IReadOnlyList<RouteEndpoint> pages = [];
        await InAsync(site, services =>
        {
            pages = [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(EndpointName.AnswersGet)];
            return Task.CompletedTask;
        });
        return pages;
    }

    public async Task InAsync(string site, Func<IServiceProvider, Task> work)
    {
        var host = _app.Services.GetRequiredService<IShellHost>();
        await (await host.GetScopeAsync(host.GetSettings(site))).UsingAsync(scope => work(scope.ServiceProvider));
    }

    /// <summary>A link of the server's console.</summary>
    public async Task<string> LinkAsync(string site, string role)
    {
        var link = "";
        await InAsync(site, async services => link = await services.GetRequiredService<ISignInLinks>().CreateAsync(role));
        return link;
    }

    public TestBrowser Visitor(Uri address) => new(Handler(), address);

    /// <summary>A client in which somebody has signed in with a password.</summary>
    public async Task<TestBrowser> SignInAsync(string site, Uri address, string userName)
    {
        await InAsync(site, async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var user = await users.FindByNameAsync(userName) ?? throw new InvalidOperationException($"There is no account '{userName}'.");
            if (!await users.HasPasswordAsync(user))
            {
                Assert.True((await users.AddPasswordAsync(user, Password)).Succeeded);
            }
        });
        var browser = Visitor(address);
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", userName), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    /// <summary>A client in which somebody has given the password, and is asked for the second factor or to set one up.</summary>
    public async Task<TestBrowser> SignInHalfAsync(string userName, bool hasFactor)
    {
        await InAsync(Community, async services =>
        {
            var user = new User { UserName = userName, Email = userName + "@example.org", RoleNames = hasFactor ? ["Owner"] : ["Engineer"] };
            Assert.NotNull(await services.GetRequiredService<IUserService>().CreateUserAsync(user, Password, (key, error) => Assert.Fail($"{key}: {error}")));
        });
        await InAsync(Community, async services =>
        {
            if (hasFactor)
            {
                var user = (User)(await services.GetRequiredService<UserManager<IUser>>().FindByNameAsync(userName))!;
                var key = OneTimeCode.NewKey();
                var code = OneTimeCode.At(key, OneTimeCode.StepAt(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
                Assert.NotNull(await services.GetRequiredService<SecondFactors>().TurnOnAsync(user, key, code));
            }
            else
            {
                var sites = services.GetRequiredService<ISiteService>();
                var settings = await sites.LoadSiteSettingsAsync();
                settings.Put(new SecondFactorSettings { Mode = SecondFactorMode.Required, Roles = ["Engineer"] });
                await sites.UpdateSiteSettingsAsync(settings);
            }
        });
        var browser = Visitor(Alba);
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", userName), ("Password", Password));
        Assert.Equal(hasFactor ? "/Login/Code" : "/Login/SecondFactor", answer.Headers.Location?.OriginalString);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    // Every host name leads to this machine.
    private SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, _port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    private sealed class NameTheEndpoint : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Response.OnStarting(() =>
                {
                    if (context.GetEndpoint() is RouteEndpoint endpoint)
                    {
                        context.Response.Headers[EndpointHeader] = EndpointName.Of(endpoint);
                    }

                    return Task.CompletedTask;
                });
                return rest(context);
            });
            next(app);
        };
    }
}
