using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using Sites.Tests.Hosting;

namespace Sites.Tests.Visitors;

/// <summary>
/// The invented community Jardines del Alba, set up once from its recipes, with an owner, a guard, a desk and a manager
/// who can sign in. It is Monday, 2 March 2026, ten in the morning in Madrid.
/// </summary>
public sealed class CommunitySite : IAsyncLifetime
{
    public const string Alba = "alba";
    public const string Address = "http://alba.localhost";
    private const string Password = "correct horse battery staple 7";

    public TestSites Sites { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Sites = await TestSites.StartAsync();
        var errors = await Sites.SetUpAsync(Alba, "residential-estate-demo", host: "alba.localhost", properties: ("SiteTimeZone", "Europe/Madrid"));
        Assert.Empty(errors);

        await Sites.InAsync(Alba, async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            foreach (var name in new[] { "owner", "guard", "desk", "manager" })
            {
                var user = await users.FindByNameAsync(name);
                var result = await users.AddPasswordAsync(user!, Password);
                Assert.True(result.Succeeded, string.Join(", ", result.Errors.Select(error => error.Description)));
            }
        });
    }

    public async ValueTask DisposeAsync() => await Sites.DisposeAsync();

    /// <summary>A browser of somebody who has signed in.</summary>
    public async Task<TestBrowser> SignInAsync(string name)
    {
        var browser = Sites.Browser(Address);
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <summary>A browser of nobody.</summary>
    public TestBrowser Anonymous() => Sites.Browser(Address);

    /// <summary>Does something within a scope of the community.</summary>
    public Task InAsync(Func<IServiceProvider, Task> work) => Sites.InAsync(Alba, work);
}

[CollectionDefinition(Name)]
public sealed class CommunitySiteCollection : ICollectionFixture<CommunitySite>
{
    public const string Name = "The community Jardines del Alba";
}
