using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using Sites.Tests.Community;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Safety;

/// <summary>The demonstration community and the server's own site, set up once, with the ids that addresses are filled with.</summary>
public sealed class SafetySite : IAsyncLifetime
{
    private readonly DemoSite _demo = new();

    public TestSites Sites => _demo.Sites;

    /// <summary>Values of route parameters that lead to something that is there.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        await _demo.InitializeAsync();
        Assert.Empty((await Sites.SetUpAsync("Default", "default-tenant", "localhost")).Values);
        // A site maps its addresses at its first request.
        using (var visitor = Visitor())
        {
            await visitor.ReadAsync("/");
        }

        using (var visitor = AtTheServersOwnSite())
        {
            await visitor.ReadAsync("/Login");
        }

        var (visit, secret) = await AnnounceAsync();
        await _demo.InAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            async Task<string> FirstAsync(string type) => (await session.Query<ContentItem, ContentItemIndex>(row => row.ContentType == type && row.Published).FirstOrDefaultAsync())!.ContentItemId;
            Values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["unitId"] = await FirstAsync("Unit"),
                ["personId"] = await FirstAsync("Person"),
                ["buildingId"] = await FirstAsync("Building"),
                ["entranceId"] = await FirstAsync("Entrance"),
                ["tieId"] = await FirstAsync("Tie"),
                ["contentItemId"] = await FirstAsync("Unit"),
                ["contentTypeId"] = "Unit",
                ["groupId"] = "general",
                ["visitId"] = visit,
                ["complaintId"] = await FirstAsync("Complaint"),
                ["secret"] = secret,
                ["attachmentId"] = "4file000000000000000000001",
                ["badgeId"] = await FirstAsync("Badge"),
                ["checklistId"] = await FirstAsync("Checklist"),
                ["id"] = (await services.GetRequiredService<IUserService>().GetUserAsync("owner") as User)!.UserId,
            };
        });
    }

    /// <summary>A visit that is there, so that what keeps a stranger out is not that there is nothing to see.</summary>
    private async Task<(string VisitId, string Secret)> AnnounceAsync()
    {
        using var owner = await SignInAsync("owner");
        using var announced = await owner.SubmitAsync(
            "/my/visits/new", "/my/visits/new",
            ("Name", "Nuria Salcedo Pons"), ("UnitId", "albaunitb07c00000000a9c767"), ("Day", "today"), ("From", "9:00"), ("Until", "23:00"), ("Persons", "1"), ("Car", "no"));
        var page = announced.Headers.Location!.ToString();
        var pass = await owner.ReadAsync(page);
        var at = pass.IndexOf("/pass/", StringComparison.Ordinal) + "/pass/".Length;
        return (page.Split('/')[^1], pass[at..pass.IndexOf('"', at)]);
    }

    /// <summary>An address for every page of a site.</summary>
    public async Task<IReadOnlyList<string>> AddressesAsync(string name) =>
        [.. (await Endpoints.OfAsync(Sites, name))
            .Where(endpoint => Endpoints.Methods(endpoint).Contains("GET"))
            .Select(endpoint => Endpoints.Address(endpoint, Values))
            .Order(StringComparer.Ordinal)];

    public Task<TestBrowser> SignInAsync(string user) => _demo.SignInAsync(user);

    public TestBrowser Visitor() => _demo.Visitor();

    public TestBrowser AtTheServersOwnSite() => Sites.Browser("https://localhost");

    /// <summary>The administrator of the whole server, signed in.</summary>
    public async Task<TestBrowser> SignInAtTheServersOwnSiteAsync()
    {
        const string Password = "Nine quiet herons at dusk";
        await Sites.InAsync("Default", async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var admin = (await users.FindByNameAsync("admin"))!;
            if (!await users.HasPasswordAsync(admin))
            {
                Assert.True((await users.AddPasswordAsync(admin, Password)).Succeeded);
            }
        });
        var browser = AtTheServersOwnSite();
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", "admin"), ("Password", Password));
        Assert.Equal(System.Net.HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }

    public ValueTask DisposeAsync() => _demo.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class SafetySites : ICollectionFixture<SafetySite>
{
    public const string Name = "Safety";
}
