using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using Sites.Tests.Hosting;

namespace Sites.Tests.Subcontractors;

/// <summary>The invented community with its five companies, and everybody who has to do with them signed in. It is Monday, 2 March 2026, ten in the morning in Madrid.</summary>
public sealed class ServiceSite : IAsyncLifetime
{
    private const string Alba = "alba";
    private const string Password = "correct horse battery staple 7";

    public TestSites Sites { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Sites = await TestSites.StartAsync();
        var errors = await Sites.SetUpAsync(Alba, "residential-estate-demo", host: "alba.localhost", properties: [("SiteTimeZone", "Europe/Madrid"), ("SiteCulture", "en")]);
        Assert.True(errors.Count == 0, string.Join(Environment.NewLine, errors.Values));
        await InAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            Assert.True((await users.CreateAsync(new User { UserName = "rival", Email = "rival@demo.invalid", EmailConfirmed = true, IsEnabled = true, RoleNames = ["Contractor"] })).Succeeded);
            foreach (var name in new[] { "manager", "supervisor", "engineer", "cashier", "contractor", "rival", "owner", "desk" })
            {
                Assert.True((await users.AddPasswordAsync((await users.FindByNameAsync(name))!, Password)).Succeeded);
            }
        });
    }

    public async ValueTask DisposeAsync() => await Sites.DisposeAsync();

    public async Task<TestBrowser> SignInAsync(string name)
    {
        var browser = Sites.Browser("http://alba.localhost");
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", name), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public Task InAsync(Func<IServiceProvider, Task> work) => Sites.InAsync(Alba, work);
}
