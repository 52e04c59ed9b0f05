using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Environment.Shell;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using PropertySuite.Platform.Setup;

namespace Sites.Tests.Hosting;

/// <summary>A community is founded on the page of the server's own site, from the form to the manager's first sign-in.</summary>
public sealed partial class FoundingTests : IAsyncLifetime
{
    private const string Password = "cuatro palabras sin orden";
    private const string Page = "/Admin/Tenants/Create";

    private TestSites _sites = null!;
    private TestBrowser _admin = null!;
    private string _person = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        Assert.Empty(await _sites.SetUpAsync("Default", "default-tenant", null, null, ("AdminPassword", Password)));
        _admin = _sites.Browser("http://localhost");
        await SignInAsync(_admin, "admin");
        await _sites.InAsync("Default", async services => _person = ((User)(await services.GetRequiredService<IUserService>().GetUserAsync("admin"))!).UserId);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _sites.DisposeAsync();
    }

    [Theory]
    [InlineData("Host", "http://alba/", "is not a host name")]
    [InlineData("Host", "", "Enter the host name")]
    [InlineData("Host", "alba_1.test", "is not a host name")]
    [InlineData("Name", "Default", "There is a community Default already")]
    [InlineData("Name", "../x", "Use letters a to z and digits")]
    [InlineData("SiteName", " ", "Enter the name of the community")]
    [InlineData("ManagerEmail", "nobody", "e-mail address")]
    [InlineData("Recipe", "default-tenant", "Choose what kind of community")]
    [InlineData("Culture", "fr", "Choose a language")]
    [InlineData("TimeZoneId", "Mars", "Choose the time zone")]
    public async Task What_is_wrong_is_told_beside_its_field_and_nothing_is_made(string field, string value, string words)
    {
        using var response = await FoundAsync((field, value));
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(words, Feedback().Matches(page).Select(match => match.Value).Aggregate(string.Empty, string.Concat), StringComparison.Ordinal);
        Assert.Contains("gerente@olivos.example.org", page.Replace("nobody", "gerente@olivos.example.org", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["Default"], _sites.Host.GetAllSettings().Select(settings => settings.Name));
        Assert.Equal([_sites.FolderOf("Default")], Directory.GetFileSystemEntries(Path.Combine(_sites.Data, "Sites")));
    }

    [Theory]
    [InlineData("en", "I live here")]
    [InlineData("es", "Vivo aquí")]
    [InlineData("zh-Hans", "我住在这里")]
    public async Task A_community_answers_at_once_and_its_manager_comes_in_by_the_link(string culture, string words)
    {
        using var response = await FoundAsync(("Culture", culture));
        var link = await LinkAsync(response);
        Assert.Equal("olivos.localhost", link.Host);

        using var manager = _sites.Browser("http://olivos.localhost");
        var front = WebUtility.HtmlDecode(await manager.ReadAsync("/"));
        Assert.Contains($"<html lang=\"{culture}\"", front, StringComparison.Ordinal);
        Assert.Contains(words, front, StringComparison.Ordinal);
        Assert.Contains("Los Olivos", front, StringComparison.Ordinal);

        await AcceptAsync(manager, link);
        using var gone = await manager.GetAsync(link.PathAndQuery);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.DoesNotContain(_sites.Log.Entries, entry => entry.Contains("token=", StringComparison.Ordinal));

        var list = await _admin.ReadAsync("/Admin/Tenants/Index");
        Assert.Contains("http://olivos.localhost", list, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused_beside_its_field()
    {
        await _sites.AddAsync("rioclaro", "rio.localhost");
        using var response = await FoundAsync(("Host", "RIO.localhost"));
        Assert.Contains("This address belongs to rioclaro.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task While_it_is_founded_the_page_says_how_far_it_is_and_strangers_see_nothing()
    {
        using var begun = await FoundAsync();
        var address = begun.Headers.Location!.OriginalString;
        var page = await _admin.ReadAsync(address);
        Assert.Contains("Los Olivos", page, StringComparison.Ordinal);
        Assert.True(page.Contains("<progress", StringComparison.Ordinal) ? page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal) : page.Contains("/Invitation?token=", StringComparison.Ordinal), page);

        await _sites.InAsync("Default", async services => Assert.NotNull(await services.GetRequiredService<IUserService>().CreateUserAsync(
            new User { UserName = "second", RoleNames = ["Administrator"] }, Password, (_, error) => Assert.Fail(error))));
        using var second = _sites.Browser("http://localhost");
        await SignInAsync(second, "second");
        using var stranger = await second.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, stranger.StatusCode);

        using var ended = await EndAsync(begun);
        Assert.Contains("/Invitation?token=", await ended.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_on_the_way_is_told_in_the_form_and_nothing_is_left()
    {
        Directory.CreateDirectory(_sites.FolderOf("olivos"));
        await File.WriteAllTextAsync(Path.Combine(_sites.FolderOf("olivos"), "features.json"), "{}", TestContext.Current.CancellationToken);
        using var begun = await FoundAsync();
        using var ended = await EndAsync(begun);
        var page = WebUtility.HtmlDecode(await ended.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains("holds a site", page, StringComparison.Ordinal);
        Assert.Contains("value=\"gerente@olivos.example.org\"", page, StringComparison.Ordinal);
        Assert.Equal(["Default"], _sites.Host.GetAllSettings().Select(settings => settings.Name));
        Assert.Single(Directory.GetFiles(_sites.FolderOf("olivos")));
    }

    [Fact]
    public async Task A_community_below_a_path_prefix_is_founded_and_entered()
    {
        using var response = await FoundAsync(("Host", ""), ("Prefix", "/trial/"));
        var link = await LinkAsync(response);
        Assert.StartsWith("http://localhost/trial/Invitation?token=", link.ToString(), StringComparison.Ordinal);
        using var manager = _sites.Browser("http://localhost");
        await AcceptAsync(manager, link, "/trial");
    }

    private Task<HttpResponseMessage> FoundAsync(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>
        {
            ["SiteName"] = "Los Olivos",
            ["Name"] = "olivos",
            ["Host"] = "olivos.localhost",
            ["Prefix"] = "",
            ["ManagerEmail"] = "gerente@olivos.example.org",
            ["Recipe"] = "residential-estate",
            ["Culture"] = "es",
            ["TimeZoneId"] = "Europe/Madrid",
        };
        foreach (var (name, value) in changes)
            fields[name] = value;
        return _admin.SubmitAsync(Page, Page, [.. fields.Select(field => (field.Key, field.Value))]);
    }

    private async Task<Uri> LinkAsync(HttpResponseMessage begun)
    {
        using var response = await EndAsync(begun);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(response.StatusCode == HttpStatusCode.OK, page);
        return new Uri(Invitation().Match(page).Groups["link"].Value);
    }

    /// <summary>Looks at the founding until it is over.</summary>
    private async Task<HttpResponseMessage> EndAsync(HttpResponseMessage begun)
    {
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var address = begun.Headers.Location!.OriginalString;
        Assert.StartsWith("/Admin/Tenants/Founding/", address, StringComparison.Ordinal);
        var run = _sites.Services.GetRequiredService<SetupRuns>().Find(address.Split('/')[^1], _person)!;
        await run.Work.WaitAsync(TestContext.Current.CancellationToken);
        return await _admin.GetAsync(address);
    }

    private static async Task AcceptAsync(TestBrowser browser, Uri link, string prefix = "")
    {
        using var set = await browser.SubmitAsync(
            link.PathAndQuery, prefix + "/Invitation", ("Token", link.Query.Split('=')[1]), ("Password", Password), ("PasswordConfirmation", Password));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        await SignInAsync(browser, "gerente@olivos.example.org", prefix);
        using var office = await browser.GetAsync(prefix + "/Admin/Today");
        Assert.True(office.StatusCode == HttpStatusCode.OK, $"{office.StatusCode} {office.Headers.Location}");
    }

    private static async Task SignInAsync(TestBrowser browser, string name, string prefix = "")
    {
        using var response = await browser.SubmitAsync(prefix + "/Login", prefix + "/Login", ("UserName", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [GeneratedRegex("<p class=\"invalid-feedback\"[^>]*>[^<]*</p>")]
    private static partial Regex Feedback();

    [GeneratedRegex("value=\"(?<link>http[^\"]*/Invitation[?]token=[^\"]+)\"")]
    private static partial Regex Invitation();
}
