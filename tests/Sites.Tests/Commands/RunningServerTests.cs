using System.Net;
using PropertySuite.Running;
using Sites.Tests.Hosting;

namespace Sites.Tests.Commands;

/// <summary>The server as a process, with its own command line beside it.</summary>
public sealed class RunningServerTests : IDisposable
{
    private const string Password = "cuatro palabras sin orden";

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "Europe/London", "I live here")]
    [InlineData("es", "Europe/Madrid", "Vivo aquí")]
    [InlineData("zh-Hans", "Asia/Shanghai", "我住在这里")]
    public async Task A_site_set_up_beside_a_running_server_answers_at_once_in_its_language(string culture, string timeZone, string words)
    {
        await SetUpAsync("--recipe", "default-tenant");
        await using var server = await Server.StartAsync(Data, communities: 1, more: ["--environment", "Production"]);
        using var browser = new TestBrowser(server.Handler(), new Uri($"http://olivos.localhost:{server.Port}"));
        Assert.DoesNotContain(words, await browser.ReadAsync("/"), StringComparison.Ordinal);

        var output = await SetUpAsync(
            "--recipe", "residential-estate", "--name", "olivos", "--host", "olivos.localhost", "--site-name", "Los Olivos", "--culture", culture, "--time-zone", timeZone);
        var link = LinkIn(output);
        Assert.Equal($"http://olivos.localhost:{server.Port}", link.GetLeftPart(UriPartial.Authority));
        var page = WebUtility.HtmlDecode(await browser.ReadAsync("/"));
        Assert.Contains($"<html lang=\"{culture}\"", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);

        await AcceptAsync(browser, link);
        Assert.DoesNotContain("token=", server.Output, StringComparison.Ordinal);
        Assert.Contains(timeZone, await File.ReadAllTextAsync(Path.Combine(Data, "Sites", "olivos", "appsettings.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_https_the_server_has_its_own_certificate_host_cookies_and_asks_for_https_from_then_on()
    {
        var link = LinkIn(await SetUpAsync("--recipe", "default-tenant"));
        await using var server = await Server.StartAsync(Data, communities: 1, scheme: "https", more: ["--environment", "Production"]);
        Assert.Contains($"Ready: https://127.0.0.1:{server.Port}", server.Output, StringComparison.Ordinal);
        using var browser = new TestBrowser(server.Handler(), new Uri($"https://localhost:{server.Port}"));

        using var response = await browser.GetAsync("/Login");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        await AcceptAsync(browser, new Uri(browser.Address, link.PathAndQuery));
        Assert.Contains(browser.Cookies.Keys, name => name.Contains("session", StringComparison.Ordinal));
        Assert.All(browser.Cookies.Keys, name => Assert.StartsWith("__Host-", name, StringComparison.Ordinal));

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Data, "try-out.pfx")));
    }

    [Fact]
    public async Task A_site_below_a_path_prefix_is_set_up_by_the_command_and_keeps_its_session_there()
    {
        await SetUpAsync("--recipe", "default-tenant");
        await using var server = await Server.StartAsync(Data, communities: 1, more: ["--environment", "Production"]);
        var link = LinkIn(await SetUpAsync("--recipe", "residential-estate", "--name", "trial", "--prefix", "trial", "--culture", "en"));
        Assert.StartsWith("/trial/Invitation?token=", link.PathAndQuery, StringComparison.Ordinal);

        using var browser = new TestBrowser(server.Handler(), new Uri($"http://127.0.0.1:{server.Port}"));
        await AcceptAsync(browser, link, "/trial");
        using var inside = await browser.GetAsync("/trial/Account");
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);

        // The browser here sends every cookie everywhere, as a forger would; the other site takes none of them for its own.
        using var outside = await browser.GetAsync("/Account");
        Assert.Equal(HttpStatusCode.Redirect, outside.StatusCode);
    }

    private async Task<string> SetUpAsync(params string[] arguments)
    {
        var (code, output) = await Server.RunAsync(["setup", "--data", Data, .. arguments]);
        Assert.True(code == 0, output);
        return output;
    }

    private static Uri LinkIn(string output)
        => new(output.Split('\n').Single(line => line.Contains("/Invitation?token=", StringComparison.Ordinal)).Split(' ')[^1].Trim());

    private static async Task AcceptAsync(TestBrowser browser, Uri link, string prefix = "")
    {
        using var set = await browser.SubmitAsync(
            link.PathAndQuery, prefix + "/Invitation", ("Token", link.Query.Split('=')[1]), ("Password", Password), ("PasswordConfirmation", Password));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        using var signedIn = await browser.SubmitAsync(prefix + "/Login", prefix + "/Login", ("UserName", "admin"), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        using var account = await browser.GetAsync(prefix + "/Account");
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
    }
}
