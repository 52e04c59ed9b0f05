using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using PropertySuite.Community.Contracts;
using Sites.Tests.Hosting;

namespace Sites.Tests.Community;

/// <summary>A residential estate and a business park on one server: the same modules, each with its own kinds, roles and people.</summary>
public sealed class BusinessParkTests(TwoCommunities two) : IClassFixture<TwoCommunities>
{
    [Fact]
    public async Task The_park_has_its_blocks_offices_workshops_and_canteen()
    {
        await two.Sites.InAsync("rioclaro", async services =>
        {
            var units = services.GetRequiredService<IUnitDirectory>();
            Assert.Equal(UnitKind.Office, (await units.FindByCodeAsync("n1 101"))!.Kind);
            Assert.Equal(UnitKind.Workshop, (await units.FindByCodeAsync("N3-104"))!.Kind);
            Assert.Equal(UnitKind.Canteen, (await units.FindByCodeAsync("CA-01"))!.Kind);
            Assert.Null(await units.FindByCodeAsync("B-07-C"));
        });
        using var manager = await two.SignInAsync("rioclaro", "manager");
        Assert.Contains("59", await manager.ReadAsync("/Admin/Units"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_desk_registers_the_kinds_of_visit_of_its_community()
    {
        using var lobby = await two.SignInAsync("rioclaro", "desk");
        var park = await KindsAsync(lobby, "N1-101");
        Assert.Equal(["Business", "Courier", "Contractor", "Interview", "Delegation", "Delivery", "Other"], park);

        using var reception = await two.SignInAsync("alba", "desk");
        Assert.Equal(["Guest", "Delivery", "Courier", "Contractor", "Viewing", "DomesticHelp", "Other"], await KindsAsync(reception, "B-07-C"));

        using var registered = await lobby.SubmitAsync("/Admin/Visits/WalkIn", "/Admin/Visits/WalkIn",
            ("Unit", "N1-101"), ("Name", "Rita Candela Vos"), ("Kind", "Interview"), ("Persons", "1"), ("IdentitySeen", "true"));
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        var list = WebUtility.HtmlDecode(await lobby.ReadAsync("/Admin/Visits?view=all"));
        Assert.Contains("Rita Candela Vos", list, StringComparison.Ordinal);
        Assert.Contains("Candidato a entrevista", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Rita Candela Vos", await reception.ReadAsync("/Admin/Visits?view=all"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("operator")]
    [InlineData("employee")]
    public async Task Whoever_runs_a_firm_or_works_there_announces_its_visitors(string who)
    {
        using var browser = await two.SignInAsync("rioclaro", who);
        var form = await browser.ReadAsync("/my/visits/new");
        Assert.Contains("<option value=\"Business\" selected=\"selected\">", form, StringComparison.Ordinal);

        string? unit = null;
        await two.Sites.InAsync("rioclaro", async services => unit = (await services.GetRequiredService<IUnitDirectory>().FindByCodeAsync("N1-101"))!.Id);
        using var announced = await browser.SubmitAsync("/my/visits/new", "/my/visits/new",
            ("Name", "Delegación " + who), ("UnitId", unit!), ("Kind", "Delegation"), ("Day", "today"), ("From", "9:00"), ("Until", "23:00"), ("Persons", "6"), ("Car", "no"));
        Assert.Equal(HttpStatusCode.Redirect, announced.StatusCode);

        using var lobby = await two.SignInAsync("rioclaro", "desk");
        var list = WebUtility.HtmlDecode(await lobby.ReadAsync("/Admin/Visits?view=all"));
        Assert.Contains("Delegación " + who, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_speak_of_firms_in_the_park_and_of_households_in_the_estate()
    {
        using var operating = await two.SignInAsync("rioclaro", "operator");
        Assert.Contains("Mi empresa", await operating.ReadAsync("/my"), StringComparison.Ordinal);
        Assert.Contains("Trabajo aquí", WebUtility.HtmlDecode(await operating.ReadAsync("/")), StringComparison.Ordinal);
        using var lobby = await two.SignInAsync("rioclaro", "desk");
        Assert.Contains("Ver quién trabaja ahí", WebUtility.HtmlDecode(await lobby.ReadAsync("/Admin/Visits/WalkIn")), StringComparison.Ordinal);

        using var owner = await two.SignInAsync("alba", "owner");
        Assert.DoesNotContain("Mi empresa", await owner.ReadAsync("/my"), StringComparison.Ordinal);
        Assert.Contains("Vivo aquí", WebUtility.HtmlDecode(await owner.ReadAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kind_that_a_community_does_not_have_becomes_its_usual_one()
    {
        using var owner = await two.SignInAsync("alba", "owner");
        using var announced = await owner.SubmitAsync("/my/visits/new", "/my/visits/new",
            ("Name", "Visita normal"), ("UnitId", "albaunitb07c00000000a9c767"), ("Kind", "Delegation"), ("Day", "today"), ("From", "9:00"), ("Until", "23:00"), ("Persons", "1"), ("Car", "no"));
        Assert.Equal(HttpStatusCode.Redirect, announced.StatusCode);
        using var desk = await two.SignInAsync("alba", "desk");
        var list = WebUtility.HtmlDecode(await desk.ReadAsync("/Admin/Visits?view=all&q=Visita+normal"));
        Assert.Contains("Visita normal", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Delegación", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_offers_operators_and_employees_and_no_families()
    {
        using var manager = await two.SignInAsync("rioclaro", "manager");
        var people = WebUtility.HtmlDecode(await manager.ReadAsync("/Admin/People"));
        Assert.Contains("tie=Employee", people, StringComparison.Ordinal);
        Assert.DoesNotContain("tie=Family", people, StringComparison.Ordinal);
        Assert.Contains("Marta Sanjuán Rey", WebUtility.HtmlDecode(await manager.ReadAsync("/Admin/People?tie=Operator&q=Sanju")), StringComparison.Ordinal);

        using var other = await two.SignInAsync("alba", "manager");
        var estate = await other.ReadAsync("/Admin/People");
        Assert.Contains("tie=Family", estate, StringComparison.Ordinal);
        Assert.DoesNotContain("tie=Employee", estate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_sets_how_long_identities_are_kept_and_which_kinds_there_are()
    {
        using var manager = await two.SignInAsync("rioclaro", "manager");
        using var refused = await manager.SubmitAsync("/Admin/Settings/visitors", "/Admin/Settings/visitors", ("VisitorSettings.IdentityDays", "31"), ("VisitorSettings.Kinds", "Business"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("número entero de 1 a 30", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);

        string[] all = ["Business", "Courier", "Contractor", "Interview", "Delegation", "Delivery", "Other"];
        using var saved = await manager.SubmitAsync("/Admin/Settings/visitors", "/Admin/Settings/visitors", [("VisitorSettings.IdentityDays", "14"), .. all.Select(kind => ("VisitorSettings.Kinds", kind))]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("value=\"14\"", await manager.ReadAsync("/Admin/Settings/visitors"), StringComparison.Ordinal);
        using var lobby = await two.SignInAsync("rioclaro", "desk");
        Assert.Equal(all, await KindsAsync(lobby, "N1-101"));
    }

    [Theory]
    [InlineData("en", "Main lobby", "Works for a firm of the park")]
    [InlineData("es", "Vestíbulo principal", "Trabaja en una empresa del parque")]
    public async Task A_park_is_set_up_in_its_language(string culture, string lobby, string role)
    {
        await using var sites = await TestSites.StartAsync();
        Assert.Empty(await sites.SetUpAsync("park", "business-park", "park.localhost", null, ("SiteCulture", culture), ("AdminPassword", TwoCommunities.Password)));
        await sites.InAsync("park", async services => Assert.Equal(lobby, (await services.GetRequiredService<IEntrances>().ListAsync())[0].Name));
        using var admin = sites.Browser("https://park.localhost");
        using var entered = await admin.SubmitAsync("/Login", "/Login", ("UserName", "admin"), ("Password", TwoCommunities.Password));
        Assert.Contains(role, WebUtility.HtmlDecode(await admin.ReadAsync("/Admin/Roles/Index")), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> KindsAsync(TestBrowser browser, string unit)
    {
        var page = await browser.ReadAsync("/Admin/Visits/WalkIn?unit=" + unit);
        return [.. System.Text.RegularExpressions.Regex.Matches(page, "name=\"Kind\" value=\"(\\w+)\"").Select(match => match.Groups[1].Value)];
    }
}

/// <summary>Both demonstration communities, set up as <c>run</c> does.</summary>
public sealed class TwoCommunities : IAsyncLifetime
{
    public const string Password = "Nine quiet herons at dusk";

    public TestSites Sites { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Sites = await TestSites.StartAsync();
        foreach (var (name, recipe) in new[] { ("alba", "residential-estate-demo"), ("rioclaro", "business-park-demo") })
        {
            Assert.Empty((await Sites.SetUpAsync(name, recipe, name + ".localhost", null, ("SiteTimeZone", "Europe/Madrid"))).Values);
        }
    }

    public ValueTask DisposeAsync() => Sites.DisposeAsync();

    public async Task<TestBrowser> SignInAsync(string site, string userName)
    {
        await Sites.InAsync(site, async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            var user = await users.FindByNameAsync(userName) ?? throw new InvalidOperationException($"There is no account '{userName}'.");
            if (!await users.HasPasswordAsync(user))
            {
                Assert.True((await users.AddPasswordAsync(user, Password)).Succeeded);
            }
        });
        var browser = Sites.Browser($"https://{site}.localhost");
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", userName), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }
}
