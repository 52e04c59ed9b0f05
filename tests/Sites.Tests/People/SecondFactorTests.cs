using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Platform.Users;
using Sites.Tests.Hosting;

namespace Sites.Tests.People;

public sealed partial class SecondFactorTests(TwoSites two) : IClassFixture<TwoSites>
{
    [Fact]
    public async Task After_the_password_the_code_is_asked_and_nothing_else_opens_the_site()
    {
        var (key, _) = await WithFactorAsync("second");
        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var asked = await TwoSites.TryAsync(browser, "second", TwoSites.Password);
        Assert.Equal("/Login/Code", asked.Headers.Location!.OriginalString);
        Assert.False(await TwoSites.IsSignedInAsync(browser));

        using var wrong = await CodeAsync(browser, "000000");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.False(await TwoSites.IsSignedInAsync(browser));

        using var right = await CodeAsync(browser, CodeNow(key));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.True(await TwoSites.IsSignedInAsync(browser));
    }

    [Fact]
    public async Task A_code_that_was_used_is_refused_within_its_window()
    {
        var (key, _) = await WithFactorAsync("replayed");
        var code = CodeNow(key);
        using var first = await SignInAsync("replayed", code);
        Assert.True(await TwoSites.IsSignedInAsync(first));

        using var second = await HalfWayAsync("replayed");
        using var refused = await CodeAsync(second, code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("ya se usó", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.False(await TwoSites.IsSignedInAsync(second));
    }

    [Fact]
    public async Task Of_two_who_use_one_code_at_once_one_gets_in()
    {
        var (key, _) = await WithFactorAsync("raced");
        var rivals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => HalfWayAsync("raced")));
        var tokens = await Task.WhenAll(rivals.Select(async rival => TestBrowser.TokenOf(await rival.ReadAsync("/Login/Code"))));
        var code = CodeNow(key);
        var answers = await Task.WhenAll(rivals.Select((rival, at) => rival.PostAsync("/Login/Code", ("Code", code), ("__RequestVerificationToken", tokens[at]))));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect), answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
    }

    [Fact]
    public async Task After_five_wrong_codes_no_code_is_taken_for_a_quarter_of_an_hour_from_anywhere()
    {
        var (key, codes) = await WithFactorAsync("hammered");
        using var browser = await HalfWayAsync("hammered");
        for (var i = 0; i < 4; i++)
        {
            using var refused = await CodeAsync(browser, "00000" + i);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        using var fifth = await CodeAsync(browser, "999999");
        Assert.Equal(HttpStatusCode.TooManyRequests, fifth.StatusCode);
        Assert.Equal(15, fifth.Headers.RetryAfter!.Delta!.Value.TotalMinutes);

        using var other = await HalfWayAsync("hammered");
        using var closed = await CodeAsync(other, CodeNow(key));
        Assert.Equal(HttpStatusCode.TooManyRequests, closed.StatusCode);
        using var recovery = await CodeAsync(other, codes[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, recovery.StatusCode);

        two.Sites.Time.Advance(SecondFactors.ClosedFor);
        using var later = await SignInAsync("hammered", CodeNow(key));
        Assert.True(await TwoSites.IsSignedInAsync(later));
    }

    [Fact]
    public async Task A_recovery_code_serves_once()
    {
        var (_, codes) = await WithFactorAsync("lostphone");
        using var browser = await SignInAsync("lostphone", codes[4].ToLowerInvariant());
        Assert.True(await TwoSites.IsSignedInAsync(browser));
        Assert.Contains("Quedan 9 códigos de recuperación", WebUtility.HtmlDecode(await browser.ReadAsync("/Account")), StringComparison.Ordinal);

        using var again = await HalfWayAsync("lostphone");
        using var refused = await CodeAsync(again, codes[4]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Half_a_sign_in_ends_after_ten_minutes_and_when_the_password_changes()
    {
        var (key, _) = await WithFactorAsync("slow");
        using var slow = await HalfWayAsync("slow");
        two.Sites.Time.Advance(HalfSignIn.Life + TimeSpan.FromSeconds(1));
        using var late = await slow.GetAsync("/Login/Code");
        Assert.Equal("/Login", late.Headers.Location!.OriginalString);

        using var changed = await HalfWayAsync("slow");
        var token = TestBrowser.TokenOf(await changed.ReadAsync("/Login/Code"));
        await two.WithPersonAsync("slow", async (users, user) => Assert.True((await users.ChangePasswordAsync(user, TwoSites.Password, "otra puerta bien cerrada")).Succeeded));
        using var refused = await changed.PostAsync("/Login/Code", ("Code", CodeNow(key)), ("__RequestVerificationToken", token));
        Assert.Equal("/Login", refused.Headers.Location!.OriginalString);
        Assert.False(await TwoSites.IsSignedInAsync(changed));
    }

    [Fact]
    public async Task A_device_of_ones_own_is_not_asked_again_until_the_account_changes()
    {
        var (key, _) = await WithFactorAsync("ownphone");
        using var browser = await HalfWayAsync("ownphone");
        using var entered = await browser.SubmitAsync("/Login/Code", "/Login/Code", ("Code", CodeNow(key)), ("RememberDevice", "true"));
        Assert.True(await TwoSites.IsSignedInAsync(browser));

        await browser.SubmitAsync("/Account", "/Users/LogOff");
        using var direct = await TwoSites.TryAsync(browser, "ownphone", TwoSites.Password);
        Assert.DoesNotContain("/Login", direct.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.True(await TwoSites.IsSignedInAsync(browser));

        await browser.SubmitAsync("/Account", "/Users/LogOff");
        using var stranger = await TwoSites.TryAsync(browser, "admin", TwoSites.Password);
        await browser.SubmitAsync("/Account", "/Users/LogOff");
        await two.WithPersonAsync("ownphone", async (users, user) => await users.AddToRoleAsync(user, "Guard"));
        using var asked = await TwoSites.TryAsync(browser, "ownphone", TwoSites.Password);
        Assert.Equal("/Login/Code", asked.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Somebody_turns_it_on_and_off_and_other_devices_are_signed_out()
    {
        await two.AddPersonAsync("careful");
        using var phone = await two.SignInAsync("careful");
        using var desk = await two.SignInAsync("careful");
        var (key, offer, token) = await OfferAsync(desk, "/Account/SecondFactor");

        using var wrong = await desk.PostAsync("/Account/SecondFactor", ("Offer", offer), ("Code", "000000"), ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains(OneTimeCode.Written(key)[..4], await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var on = await desk.PostAsync("/Account/SecondFactor", ("Offer", offer), ("Code", CodeNow(key)), ("__RequestVerificationToken", token));
        Assert.Equal(10, ShownCode().Count(await on.Content.ReadAsStringAsync()));
        Assert.False(await TwoSites.IsSignedInAsync(phone));
        Assert.True(await TwoSites.IsSignedInAsync(desk));

        using var unproven = await desk.SubmitAsync("/Account/SecondFactor", "/Account/SecondFactor/Off");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unproven.StatusCode);
        two.Sites.Time.Advance(TimeSpan.FromSeconds(30));
        using var off = await desk.SubmitAsync("/Account/SecondFactor", "/Account/SecondFactor/Off", ("Code", CodeNow(key)));
        Assert.Equal("/Account", off.Headers.Location!.OriginalString);
        using var plain = await two.SignInAsync("careful");
        Assert.True(await TwoSites.IsSignedInAsync(plain));
    }

    [Fact]
    public async Task The_offer_of_another_person_and_an_old_one_are_refused()
    {
        await two.AddPersonAsync("giver");
        await two.AddPersonAsync("taker");
        using var giver = await two.SignInAsync("giver");
        var (key, offer, _) = await OfferAsync(giver, "/Account/SecondFactor");
        using var taker = await two.SignInAsync("taker");
        using var foreign = await taker.SubmitAsync("/Account/SecondFactor", "/Account/SecondFactor", ("Offer", offer), ("Code", CodeNow(key)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);

        two.Sites.Time.Advance(SecondFactors.OfferLife + TimeSpan.FromSeconds(1));
        using var old = await giver.SubmitAsync("/Account/SecondFactor", "/Account/SecondFactor", ("Offer", offer), ("Code", CodeNow(key)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
    }

    [Fact]
    public async Task A_role_that_must_have_it_sets_it_up_on_the_way_in_and_cannot_drop_it()
    {
        await two.AddPersonAsync("newguard", TwoSites.Password, "Engineer");
        using var admin = await two.SignInAsync("admin");
        using var saved = await admin.SubmitAsync(
            "/Admin/Settings/sign-in", "/Admin/Settings/sign-in", ("SecondFactorSettings.Mode", "Required"), ("SecondFactorSettings.Roles", "Engineer"), ("SecondFactorSettings.MayRememberDevice", "true"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await two.Sites.InAsync("alba", async services =>
            Assert.Equal(["Engineer"], (await services.GetRequiredService<ISiteService>().GetSiteSettingsAsync()).As<SecondFactorSettings>().Roles));

        using var browser = two.Sites.Browser(TwoSites.Alba);
        using var led = await browser.SubmitAsync("/Login", "/Login", ("UserName", "newguard"), ("Password", TwoSites.Password), ("ReturnUrl", "/Account"));
        Assert.Equal("/Login/SecondFactor", led.Headers.Location!.OriginalString);
        Assert.False(await TwoSites.IsSignedInAsync(browser));

        var (key, offer, token) = await OfferAsync(browser, "/Login/SecondFactor");
        using var done = await browser.PostAsync("/Login/SecondFactor", ("Offer", offer), ("Code", CodeNow(key)), ("__RequestVerificationToken", token));
        var page = await done.Content.ReadAsStringAsync();
        Assert.Equal(10, ShownCode().Count(page));
        Assert.Contains("href=\"/Account\"", page, StringComparison.Ordinal);
        Assert.True(await TwoSites.IsSignedInAsync(browser));

        two.Sites.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.DoesNotContain("SecondFactor/Off", await browser.ReadAsync("/Account/SecondFactor"), StringComparison.Ordinal);
        await browser.SubmitAsync("/Account/SecondFactor", "/Account/SecondFactor/Off", ("Code", CodeNow(key)));
        await two.WithPersonAsync("newguard", (_, user) =>
        {
            Assert.True(SecondFactors.Has(user));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Required_without_a_role_is_refused_beside_the_field()
    {
        using var admin = await two.SignInAsync("admin");
        using var refused = await admin.SubmitAsync("/Admin/Settings/sign-in", "/Admin/Settings/sign-in", ("SecondFactorSettings.Mode", "Required"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Elija los roles que lo necesitan.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_resets_it_and_it_is_written_down_who_did()
    {
        await WithFactorAsync("helpless");
        var id = string.Empty;
        await two.WithPersonAsync("helpless", (_, user) =>
        {
            id = user.UserId;
            return Task.CompletedTask;
        });
        using var admin = await two.SignInAsync("admin");
        using var reset = await admin.SubmitAsync("/Admin/Users/Edit/" + id, "/Admin/Users/ResetSecondFactor/" + id);
        Assert.Equal(HttpStatusCode.Redirect, reset.StatusCode);

        using var back = await two.SignInAsync("helpless");
        Assert.True(await TwoSites.IsSignedInAsync(back));
        var history = await admin.ReadAsync("/Admin/Users/Edit/" + id);
        Assert.Contains("Se restableció el segundo factor", WebUtility.HtmlDecode(history), StringComparison.Ordinal);
        await two.WithPersonAsync("helpless", (_, user) =>
        {
            Assert.Equal("admin", AccountHistory.Of(user)[0].ByName);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Neither_key_nor_recovery_codes_can_be_read_from_the_data()
    {
        var (key, codes) = await WithFactorAsync("secretive");
        await two.WithPersonAsync("secretive", (_, user) =>
        {
            var stored = user.Properties.ToJsonString();
            Assert.DoesNotContain(OneTimeCode.Written(key), stored, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(key), stored, StringComparison.Ordinal);
            Assert.All(codes, code => Assert.DoesNotContain(code.Replace("-", string.Empty, StringComparison.Ordinal), stored, StringComparison.Ordinal));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task The_language_goes_with_the_account_to_another_device()
    {
        await two.AddPersonAsync("polyglot");
        using var phone = await two.SignInAsync("polyglot");
        using var saved = await phone.SubmitAsync("/Account", "/Account/Language", ("language", "zh-Hans"));
        Assert.Equal("/Account", saved.Headers.Location!.OriginalString);

        using var desk = await two.SignInAsync("polyglot");
        Assert.Contains("lang=\"zh-Hans\" dir", await desk.ReadAsync("/Account"), StringComparison.Ordinal);

        using var switched = await desk.SubmitAsync("/preferences", "/preferences", ("Language", "es"), ("Scheme", ""), ("ReturnUrl", "/Account"));
        Assert.Equal("/Account", switched.Headers.Location!.OriginalString);
        using var third = await two.SignInAsync("polyglot");
        Assert.Contains("<html lang=\"es\"", await third.ReadAsync("/Account"), StringComparison.Ordinal);
    }

    private string CodeNow(byte[] key) => OneTimeCode.At(key, OneTimeCode.StepAt(two.Sites.Time.GetUtcNow().UtcDateTime));

    private async Task<(byte[] Key, IReadOnlyList<string> Codes)> WithFactorAsync(string name)
    {
        await two.AddPersonAsync(name);
        var key = OneTimeCode.NewKey();
        IReadOnlyList<string> codes = [];
        await two.WithPersonAsync(name, (_, user) => two.Sites.InAsync("alba", async services =>
        {
            var users = services.GetRequiredService<OrchardCore.Users.Services.IUserService>();
            var mine = (OrchardCore.Users.Models.User)(await users.GetUserByUniqueIdAsync(user.UserId))!;
            codes = (await services.GetRequiredService<SecondFactors>().TurnOnAsync(mine, key, CodeNow(key)))!;
        }));

        // The code that turned it on is used up.
        two.Sites.Time.Advance(TimeSpan.FromSeconds(30));
        return (key, codes);
    }

    private async Task<TestBrowser> HalfWayAsync(string name)
    {
        var browser = two.Sites.Browser(TwoSites.Alba);
        using var asked = await TwoSites.TryAsync(browser, name, TwoSites.Password);
        Assert.Equal("/Login/Code", asked.Headers.Location?.OriginalString);
        return browser;
    }

    private async Task<TestBrowser> SignInAsync(string name, string code)
    {
        var browser = await HalfWayAsync(name);
        using var response = await CodeAsync(browser, code);
        return browser;
    }

    private static Task<HttpResponseMessage> CodeAsync(TestBrowser browser, string code) => browser.SubmitAsync("/Login/Code", "/Login/Code", ("Code", code));

    private static async Task<(byte[] Key, string Offer, string Token)> OfferAsync(TestBrowser browser, string path)
    {
        var page = await browser.ReadAsync(path);
        var text = WebUtility.HtmlDecode(ShownKey().Match(page).Groups["key"].Value).Replace(" ", string.Empty, StringComparison.Ordinal);
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. bits.Chunk(8).Where(group => group.Length == 8).Select(group => Convert.ToByte(new string(group), 2))];
        return (key, WebUtility.HtmlDecode(HiddenOffer().Match(page).Groups["offer"].Value), TestBrowser.TokenOf(page));
    }

    [GeneratedRegex("data-secret=\"key\">(?<key>[^<]+)<")]
    private static partial Regex ShownKey();

    [GeneratedRegex("name=\"Offer\" value=\"(?<offer>[^\"]+)\"")]
    private static partial Regex HiddenOffer();

    [GeneratedRegex("<li class=\"ps-code\">[A-Z2-7]{5}-[A-Z2-7]{5}</li>")]
    private static partial Regex ShownCode();
}
