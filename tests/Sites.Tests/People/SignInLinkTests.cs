using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PropertySuite.Platform.Hosting;
using PropertySuite.Platform.Users;
using Sites.Tests.Hosting;

namespace Sites.Tests.People;

public sealed class SignInLinkTests : IAsyncLifetime
{
    private const string Address = "http://alba.localhost";

    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync(configure: Demonstrate(Environments.Development));
        Assert.Empty(await _sites.SetUpAsync("alba", "residential-estate", "alba.localhost", null, ("SiteTimeZone", "Europe/Madrid")));
    }

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task A_link_signs_in_once_by_its_button_and_not_by_being_opened()
    {
        var path = await LinkAsync(_sites, "guard");
        using var browser = _sites.Browser(Address);
        for (var i = 0; i < 3; i++)
        {
            using var page = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(await TwoSites.IsSignedInAsync(browser));
        }

        using var pressed = await PressAsync(browser, path);
        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        Assert.True(await TwoSites.IsSignedInAsync(browser));

        using var second = _sites.Browser(Address);
        using var gone = await second.GetAsync(path);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task A_link_ends_after_ten_minutes()
    {
        var path = await LinkAsync(_sites, "desk");
        using var browser = _sites.Browser(Address);
        _sites.Time.Advance(AccessLinks.SignInLife);
        using var gone = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task Of_two_who_press_at_once_one_gets_in()
    {
        var path = await LinkAsync(_sites, "owner");
        var browsers = Enumerable.Range(0, 8).Select(_ => _sites.Browser(Address)).ToArray();
        var forms = await Task.WhenAll(browsers.Select(browser => browser.ReadAsync(path)));
        var answers = await Task.WhenAll(browsers.Zip(forms).Select(pair => pair.First.PostAsync(
            "/SignInLink", ("Token", TokenOf(path)), ("__RequestVerificationToken", TestBrowser.TokenOf(pair.Second)))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        var inside = 0;
        foreach (var browser in browsers)
        {
            inside += await TwoSites.IsSignedInAsync(browser) ? 1 : 0;
            browser.Dispose();
        }

        Assert.Equal(1, inside);
    }

    [Fact]
    public async Task An_unknown_role_is_answered_with_the_roles_there_are()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => LinkAsync(_sites, "astronaut"));
        Assert.Contains("Guard", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_development_only_an_invitation_is_given_and_only_to_the_manager()
    {
        await using var production = await TestSites.StartAsync(configure: Demonstrate(Environments.Production));
        Assert.Empty(await production.SetUpAsync("alba", "residential-estate", "alba.localhost", null, ("SiteTimeZone", "Europe/Madrid")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => LinkAsync(production, "guard"));
        Assert.StartsWith("/Invitation?token=", await LinkAsync(production, "manager"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_made_in_development_is_dead_elsewhere()
    {
        var path = await LinkAsync(_sites, "guard");
        await using var production = await TestSites.StartAsync(_sites.Data, Demonstrate(Environments.Production));
        using var browser = production.Browser(Address);
        using var gone = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    private static Action<WebApplicationBuilder> Demonstrate(string environment) => builder =>
    {
        builder.Environment.EnvironmentName = environment;
        builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("OrchardCore:alba:Demonstration", (string?)"true")]);
    };

    private static async Task<string> LinkAsync(TestSites sites, string role)
    {
        string? path = null;
        await sites.InAsync("alba", async services => path = await services.GetRequiredService<ISignInLinks>().CreateAsync(role));
        return path!;
    }

    private static Task<HttpResponseMessage> PressAsync(TestBrowser browser, string path)
        => browser.SubmitAsync(path, "/SignInLink", ("Token", TokenOf(path)));

    private static string TokenOf(string path) => path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];
}
