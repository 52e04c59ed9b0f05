using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using Sites.Tests.Hosting;

namespace Sites.Tests.People;

/// <summary>Two communities set up from the recipe, with the same ids, names and passwords in both, so that a mix-up would show.</summary>
public sealed class TwoSites : IAsyncLifetime
{
    public const string Password = "una puerta bien cerrada";
    public const string Alba = "http://alba.localhost";
    public const string Rio = "http://rioclaro.localhost";

    public TestSites Sites { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sites = await TestSites.StartAsync();
        foreach (var (name, host) in new[] { ("alba", "alba.localhost"), ("rioclaro", "rioclaro.localhost") })
        {
            Assert.Empty(await Sites.SetUpAsync(
                name, "residential-estate", host, null, ("AdminUserId", "samepersoninbothcommunity0"), ("AdminPassword", Password), ("SiteTimeZone", "Europe/Madrid")));
        }
    }

    public ValueTask DisposeAsync() => Sites.DisposeAsync();

    /// <summary>An account of its own for a test.</summary>
    public async Task<string> AddPersonAsync(string name, string? password = Password, params string[] roles)
    {
        var user = new User { UserName = name, Email = name + "@example.org", RoleNames = [.. roles] };
        await Sites.InAsync("alba", async services =>
            Assert.NotNull(await services.GetRequiredService<IUserService>().CreateUserAsync(user, password, (key, error) => Assert.Fail($"{key}: {error}"))));
        return user.UserId;
    }

    public Task WithPersonAsync(string name, Func<UserManager<IUser>, User, Task> act)
        => Sites.InAsync("alba", async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            await act(users, (User)(await users.FindByNameAsync(name))!);
        });

    public async Task<TestBrowser> SignInAsync(string name, string password = Password, string address = Alba)
    {
        var browser = Sites.Browser(address);
        using var response = await TryAsync(browser, name, password);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> TryAsync(TestBrowser browser, string name, string password)
        => browser.SubmitAsync("/Login", "/Login", ("UserName", name), ("Password", password));

    public static async Task<bool> IsSignedInAsync(TestBrowser browser)
    {
        using var response = await browser.GetAsync("/Account");
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"/Account answers {response.StatusCode}");
        return response.StatusCode == HttpStatusCode.OK;
    }

    public static KeyValuePair<string, string> SessionCookie(TestBrowser browser)
        => browser.Cookies.Single(cookie => cookie.Key.Contains("session", StringComparison.Ordinal));
}
