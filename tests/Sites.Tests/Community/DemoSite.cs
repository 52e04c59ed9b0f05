using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using Sites.Tests.Hosting;

namespace Sites.Tests.Community;

/// <summary>The demonstration community, set up once for the tests of a class.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    public const string Name = "alba";
    private const string Address = "https://alba.localhost";
    private const string Password = "Nine quiet herons at dusk";

    public TestSites Sites { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sites = await TestSites.StartAsync();
        var errors = await Sites.SetUpAsync(
            Name, "residential-estate-demo", "alba.localhost", null,
            ("SiteName", "Residencial Jardines del Alba"), ("SiteTimeZone", "Europe/Madrid"), ("AdminUsername", "admin"));
        Assert.Empty(errors.Values);
    }

    public ValueTask DisposeAsync() => Sites.DisposeAsync();

    public TestBrowser Visitor() => Sites.Browser(Address);

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string userName)
    {
        await Sites.InAsync(Name, async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var user = await users.FindByNameAsync(userName) ?? throw new InvalidOperationException($"There is no account '{userName}'.");
            if (await users.HasPasswordAsync(user)) return;
            var result = await users.AddPasswordAsync(user, Password);
            Assert.True(result.Succeeded, string.Join(" ", result.Errors.Select(error => error.Description)));
        });

        var browser = Visitor();
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", userName), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    /// <summary>Runs work in the community and commits it.</summary>
    public Task InAsync(Func<IServiceProvider, Task> work) => Sites.InAsync(Name, work);
}
