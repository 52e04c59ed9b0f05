using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using Sites.Tests.Hosting;

namespace Sites.Tests.Decoration;

/// <summary>The invented community with its staff, on a clock of its own that a test moves by months. It is Monday, 2 March 2026, ten in the morning in Madrid.</summary>
public sealed class WorksSite : IAsyncLifetime
{
    public const string Alba = "alba";
    private const string Password = "correct horse battery staple 7";

    public TestSites Sites { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Sites = await TestSites.StartAsync();
        Assert.Empty(await Sites.SetUpAsync(Alba, "residential-estate-demo", host: "alba.localhost", properties: ("SiteTimeZone", "Europe/Madrid")));
        await Sites.InAsync(Alba, async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            foreach (var name in new[] { "owner", "desk", "engineer", "captain", "cashier", "manager", "guard", "editor" })
            {
                var result = await users.AddPasswordAsync((await users.FindByNameAsync(name))!, Password);
                Assert.True(result.Succeeded, string.Join(", ", result.Errors.Select(error => error.Description)));
            }
        });
    }

    public async ValueTask DisposeAsync() => await Sites.DisposeAsync();

    /// <summary>A browser of somebody who has signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string name)
    {
        var browser = Sites.Browser("http://alba.localhost");
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public Task InAsync(Func<IServiceProvider, Task> work) => Sites.InAsync(Alba, work);
}
