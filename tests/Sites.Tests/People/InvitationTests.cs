using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users.Models;
using PropertySuite.Platform.Users;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.People;

public sealed class InvitationTests(TwoSites two) : IClassFixture<TwoSites>
{
    [Fact]
    public async Task An_invitation_sets_a_password_once_and_does_not_sign_in()
    {
        var token = await InviteAsync("newcomer");
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var set = await SetAsync(browser, token, "cuatro palabras sin orden");

        Assert.Equal("/Login", set.Headers.Location?.OriginalString);
        Assert.False(await TwoSites.IsSignedInAsync(browser));
        using var again = await browser.GetAsync("/Invitation?token=" + token);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        using var signedIn = await two.SignInAsync("newcomer", "cuatro palabras sin orden");
        Assert.True(await TwoSites.IsSignedInAsync(signedIn));
    }

    [Fact]
    public async Task T22_opening_the_page_uses_nothing_up()
    {
        var token = await InviteAsync("looker");
        using var browser = two.Sites.Browser(TwoSites.Alba);
        for (var i = 0; i < 3; i++)
        {
            using var page = await browser.GetAsync("/Invitation?token=" + token);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("no-store", page.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        }

        using var set = await SetAsync(browser, token, "cuatro palabras sin orden");
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
    }

    [Fact]
    public async Task An_invitation_ends_after_a_week_and_with_a_newer_one()
    {
        var first = await InviteAsync("waiting");
        using var browser = two.Sites.Browser(TwoSites.Alba);
        var second = await AgainAsync("waiting");
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/Invitation?token=" + first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/Invitation?token=" + second)).StatusCode);

        two.Sites.Time.Advance(AccessLinks.InvitationLife);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync("/Invitation?token=" + second)).StatusCode);
    }

    [Fact]
    public async Task A_refused_password_leaves_the_invitation_open()
    {
        var token = await InviteAsync("weak");
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var refused = await SetAsync(browser, token, "password123");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var set = await SetAsync(browser, token, "cuatro palabras sin orden");
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    [InlineData("..............................................................................")]
    public async Task A_made_up_token_opens_nothing(string token)
    {
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var page = await browser.GetAsync("/Invitation?token=" + Uri.EscapeDataString(token));
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
    }

    [Fact]
    public async Task T14_an_invitation_of_one_community_opens_nothing_in_another()
    {
        var token = await InviteAsync("neighbour");
        using var browser = two.Sites.Browser(TwoSites.Rio);
        using var page = await browser.GetAsync("/Invitation?token=" + token);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
    }

    [Fact]
    public async Task T28_the_token_is_not_in_the_database_nor_in_the_log()
    {
        var token = await InviteAsync("secret");
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var page = await browser.GetAsync("/Invitation?token=" + token);

        await two.Sites.InAsync("alba", async services =>
        {
            var session = services.GetRequiredService<YesSql.ISession>();
            var links = await session.Query<AccessLink>().ListAsync();
            Assert.DoesNotContain(links, link => link.TokenHash.Contains(token, StringComparison.Ordinal));
            Assert.Contains(links, link => link.TokenHash.Length == 64);
        });
        Assert.DoesNotContain(two.Sites.Log.Entries, entry => entry.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task T27_a_community_set_up_without_a_password_has_no_account_that_could_sign_in()
    {
        Assert.Empty(await two.Sites.SetUpAsync("nuevo", "residential-estate", "nuevo.localhost", null, ("SiteTimeZone", "Europe/Madrid")));
        using var browser = two.Sites.Browser("http://nuevo.localhost");
        foreach (var password in new[] { "", "admin", "password", "Password1!", "admin1234" })
        {
            using var response = await TwoSites.TryAsync(browser, "admin", password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        }

        await two.Sites.InAsync("nuevo", async services =>
        {
            var users = await services.GetRequiredService<YesSql.ISession>().Query<User>().ListAsync();
            Assert.All(users, user => Assert.Null(user.PasswordHash));
        });
    }

    private async Task<string> InviteAsync(string name)
    {
        await two.AddPersonAsync(name, password: null);
        return await AgainAsync(name);
    }

    private async Task<string> AgainAsync(string name)
    {
        string? token = null;
        await two.Sites.InAsync("alba", async services =>
        {
            var user = (User)(await services.GetRequiredService<OrchardCore.Users.Services.IUserService>().GetUserAsync(name))!;
            token = await services.GetRequiredService<AccessLinks>().CreateAsync(user, AccessLinkKind.Invitation);
        });
        return token!;
    }

    private static Task<HttpResponseMessage> SetAsync(TestBrowser browser, string token, string password)
        => browser.SubmitAsync("/Invitation?token=" + token, "/Invitation", ("Token", token), ("Password", password), ("PasswordConfirmation", password));
}
