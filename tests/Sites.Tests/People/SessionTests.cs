using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users.Services;
using PropertySuite.Platform.Users;
using Sites.Tests.Hosting;

namespace Sites.Tests.People;

public sealed class SessionTests(TwoSites two) : IClassFixture<TwoSites>
{
    [Fact]
    public async Task T21_a_copied_cookie_is_dead_after_signing_out()
    {
        await two.AddPersonAsync("thief");
        using var browser = await two.SignInAsync("thief");
        var cookie = TwoSites.SessionCookie(browser);
        using var response = await browser.SubmitAsync("/Account", "/Users/LogOff");

        using var other = two.Sites.Browser(TwoSites.Alba);
        other.SetCookie(cookie.Key, cookie.Value);
        Assert.False(await TwoSites.IsSignedInAsync(other));
    }

    [Fact]
    public async Task T21_signing_in_makes_a_new_session_and_ends_the_one_before()
    {
        await two.AddPersonAsync("fixed");
        using var browser = await two.SignInAsync("fixed");
        var before = TwoSites.SessionCookie(browser);
        await browser.SubmitAsync("/ChangePassword", "/ChangePassword",
            ("CurrentPassword", TwoSites.Password), ("Password", "otra puerta bien cerrada"), ("PasswordConfirmation", "otra puerta bien cerrada"));
        var after = TwoSites.SessionCookie(browser);

        Assert.NotEqual(before.Value, after.Value);
        Assert.True(await TwoSites.IsSignedInAsync(browser));
        using var copy = two.Sites.Browser(TwoSites.Alba);
        copy.SetCookie(before.Key, before.Value);
        Assert.False(await TwoSites.IsSignedInAsync(copy));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("roles")]
    [InlineData("disabled")]
    [InlineData("deleted")]
    [InlineData("renamed")]
    [InlineData("claims")]
    [InlineData("ended")]
    public async Task T21_a_session_ends_with_the_next_request_when_the_account_changes(string change)
    {
        var name = "changed-" + change;
        var id = await two.AddPersonAsync(name);
        using var browser = await two.SignInAsync(name);
        Assert.True(await TwoSites.IsSignedInAsync(browser));

        if (change == "ended")
        {
            await two.Sites.InAsync("alba", services => services.GetRequiredService<SignInSessions>().EndAllAsync(id));
        }
        else
        {
            await two.WithPersonAsync(name, async (users, user) =>
            {
                var result = change switch
                {
                    "password" => await users.ChangePasswordAsync(user, TwoSites.Password, "otra puerta bien cerrada"),
                    "roles" => await users.AddToRoleAsync(user, "Guard"),
                    "deleted" => await users.DeleteAsync(user),
                    "renamed" => await users.SetUserNameAsync(user, name + "2"),
                    "claims" => await users.AddClaimAsync(user, new("department", "gate")),
                    _ => Microsoft.AspNetCore.Identity.IdentityResult.Success,
                };
                Assert.True(result.Succeeded);
            });
            if (change == "disabled")
            {
                await two.Sites.InAsync("alba", async services =>
                {
                    var users = services.GetRequiredService<IUserService>();
                    Assert.True(await users.DisableAsync((await users.GetUserAsync(name))!));
                });
            }
        }

        Assert.False(await TwoSites.IsSignedInAsync(browser));
    }

    [Fact]
    public async Task A_session_goes_on_when_what_it_does_not_rest_on_changes()
    {
        await two.AddPersonAsync("steady");
        using var browser = await two.SignInAsync("steady");
        await two.WithPersonAsync("steady", async (users, user) =>
        {
            user.AccessFailedCount = 3;
            Assert.True((await users.UpdateAsync(user)).Succeeded);
        });
        Assert.True(await TwoSites.IsSignedInAsync(browser));
    }

    [Fact]
    public async Task T14_the_cookie_of_one_community_opens_nothing_in_another()
    {
        using var alba = await two.SignInAsync("admin");
        using var rio = await two.SignInAsync("admin", address: TwoSites.Rio);
        var (stolen, name) = (TwoSites.SessionCookie(alba).Value, TwoSites.SessionCookie(rio).Key);

        using var intruder = two.Sites.Browser(TwoSites.Rio);
        intruder.SetCookie(name, stolen);
        intruder.SetCookie(TwoSites.SessionCookie(alba).Key, stolen);
        Assert.False(await TwoSites.IsSignedInAsync(intruder));
        Assert.True(await TwoSites.IsSignedInAsync(alba));
        Assert.True(await TwoSites.IsSignedInAsync(rio));
    }

    [Fact]
    public async Task T14_over_https_the_cookie_is_bound_to_its_host()
    {
        using var browser = await two.SignInAsync("admin", address: "https://alba.localhost");
        var cookie = TwoSites.SessionCookie(browser);
        Assert.StartsWith("__Host-", cookie.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task T21_a_session_ends_when_it_is_not_used_and_after_its_longest_time()
    {
        await two.AddPersonAsync("idle");
        using var idle = await two.SignInAsync("idle");
        two.Sites.Time.Advance(TimeSpan.FromHours(11));
        Assert.True(await TwoSites.IsSignedInAsync(idle));
        two.Sites.Time.Advance(TimeSpan.FromHours(11));
        Assert.True(await TwoSites.IsSignedInAsync(idle));
        two.Sites.Time.Advance(TimeSpan.FromHours(13));
        Assert.False(await TwoSites.IsSignedInAsync(idle));

        using var busy = await two.SignInAsync("idle");
        for (var hours = 0; hours < 7 * 24 - 10; hours += 10)
        {
            Assert.True(await TwoSites.IsSignedInAsync(busy));
            two.Sites.Time.Advance(TimeSpan.FromHours(10));
        }

        two.Sites.Time.Advance(TimeSpan.FromHours(10));
        Assert.False(await TwoSites.IsSignedInAsync(busy));
    }

    [Fact]
    public async Task Somebody_sees_their_devices_and_signs_one_out()
    {
        await two.AddPersonAsync("devices");
        using var phone = await two.SignInAsync("devices");
        using var desk = await two.SignInAsync("devices");
        using var response = await desk.SubmitAsync("/Account", "/Account/Sessions/End");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.False(await TwoSites.IsSignedInAsync(phone));
        Assert.True(await TwoSites.IsSignedInAsync(desk));
    }

    [Fact]
    public async Task Nobody_signs_out_the_devices_of_others()
    {
        await two.AddPersonAsync("victim");
        await two.AddPersonAsync("meddler");
        using var victim = await two.SignInAsync("victim");
        string? session = null;
        await two.WithPersonAsync("victim", async (_, user) => await two.Sites.InAsync("alba", async services =>
            session = (await services.GetRequiredService<SignInSessions>().OfAsync(user.UserId)).Single().SessionId));

        using var meddler = await two.SignInAsync("meddler");
        await meddler.SubmitAsync("/Account", "/Account/Sessions/End", ("sessionId", session!));
        Assert.True(await TwoSites.IsSignedInAsync(victim));
    }

    [Fact]
    public async Task A_role_that_loses_a_permission_loses_it_at_once()
    {
        await two.AddPersonAsync("keeper", TwoSites.Password, "Manager");
        using var browser = await two.SignInAsync("keeper");
        using var before = await browser.GetAsync("/Admin/Users/Index");
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        using var admin = await two.SignInAsync("admin");
        using var saved = await admin.SubmitAsync("/Admin/Roles/Edit/Manager", "/Admin/Roles/Edit/Manager", ("Permissions", "AccessAdminPanel"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        using var after = await browser.GetAsync("/Admin/Users/Index");
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }
}
