using System.Net;
using Sites.Tests.Hosting;

namespace Sites.Tests.People;

public sealed class SignInTests(TwoSites two) : IClassFixture<TwoSites>
{
    [Fact]
    public async Task Somebody_signs_in_with_name_or_address_and_out_again()
    {
        await two.AddPersonAsync("lucia");
        foreach (var name in new[] { "lucia", "LUCIA", "lucia@example.org", " Lucia@Example.org " })
        {
            using var browser = await two.SignInAsync(name);
            Assert.True(await TwoSites.IsSignedInAsync(browser));

            using var response = await browser.SubmitAsync("/Account", "/Users/LogOff");
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.False(await TwoSites.IsSignedInAsync(browser));
        }
    }

    [Fact]
    public async Task A_page_that_needs_a_person_asks_to_sign_in_and_comes_back()
    {
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var asked = await browser.GetAsync("/Admin/Users/Index");
        Assert.Equal("/Login?returnUrl=%2FAdmin%2FUsers%2FIndex", asked.Headers.Location?.PathAndQuery);

        using var signedIn = await browser.SubmitAsync("/Login", "/Login", ("UserName", "admin"), ("Password", TwoSites.Password), ("ReturnUrl", "/Admin/Users/Index"));
        Assert.Equal("/Admin/Users/Index", signedIn.Headers.Location?.OriginalString);
        Assert.Contains("admin@example.org", await browser.ReadAsync("/Admin/Users/Index"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%09/evil.example")]
    [InlineData("http:evil.example")]
    public async Task T24_nobody_is_led_to_another_host(string returnUrl)
    {
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var response = await browser.SubmitAsync("/Login", "/Login", ("UserName", "admin"), ("Password", TwoSites.Password), ("ReturnUrl", returnUrl));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var location = new Uri(new Uri(TwoSites.Alba), response.Headers.Location!);
        Assert.Equal("alba.localhost", location.Host);
    }

    [Fact]
    public async Task T20_an_unknown_name_is_answered_like_a_known_one()
    {
        await two.AddPersonAsync("nuria00");
        await two.AddPersonAsync("invited", password: null);
        await two.AddPersonAsync("blocked");
        await two.WithPersonAsync("blocked", async (users, user) =>
        {
            user.IsEnabled = false;
            await users.UpdateAsync(user);
        });

        var known = await AnswerAsync("nuria00", "wrong password");
        Assert.Equal(known, await AnswerAsync("nobody0", "wrong password"));
        Assert.Equal(known, await AnswerAsync("invited", "wrong password"));
        Assert.Equal(known, await AnswerAsync("blocked", TwoSites.Password));
    }

    [Fact]
    public async Task T19_the_eleventh_guess_waits_and_another_account_does_not()
    {
        await two.AddPersonAsync("guessed");
        using var browser = two.Sites.Browser(TwoSites.Alba);
        for (var i = 0; i < 10; i++)
        {
            using var refused = await TwoSites.TryAsync(browser, "guessed", "guess " + i);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        using var waiting = await TwoSites.TryAsync(browser, "GUESSED", TwoSites.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, waiting.StatusCode);
        Assert.InRange(waiting.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 1, 15);
        Assert.False(await TwoSites.IsSignedInAsync(browser));

        using var other = await two.SignInAsync("admin");
        Assert.True(await TwoSites.IsSignedInAsync(other));

        two.Sites.Time.Advance(TimeSpan.FromMinutes(15));
        using var later = await two.SignInAsync("guessed");
        Assert.True(await TwoSites.IsSignedInAsync(later));
    }

    [Fact]
    public async Task T22_signing_in_and_out_without_the_form_is_refused()
    {
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var signIn = await browser.PostAsync("/Login", ("UserName", "admin"), ("Password", TwoSites.Password));
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);

        using var signedIn = await two.SignInAsync("admin");
        using var signOut = await signedIn.PostAsync("/Users/LogOff");
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
        using var byGet = await signedIn.GetAsync("/Users/LogOff");
        Assert.NotEqual(HttpStatusCode.Redirect, byGet.StatusCode);
        Assert.True(await TwoSites.IsSignedInAsync(signedIn));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_in_the_language_of_the_reader()
    {
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var page = await browser.GetAsync("/Login");
        var token = TestBrowser.TokenOf(await page.Content.ReadAsStringAsync());
        var request = new HttpRequestMessage(HttpMethod.Post, "/Login")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]),
            Headers = { { "Accept-Language", "zh-CN" } },
        };
        using var response = await browser.SendAsync(request);
        var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("请填写您的密码。", text, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Password-error\"", text, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode, string)> AnswerAsync(string name, string password)
    {
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var response = await TwoSites.TryAsync(browser, name, password);
        var page = await response.Content.ReadAsStringAsync();
        var token = TestBrowser.TokenOf(page);
        return (response.StatusCode, page.Replace(token, string.Empty, StringComparison.Ordinal).Replace(name, "NAME", StringComparison.Ordinal));
    }
}
