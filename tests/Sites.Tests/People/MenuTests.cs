using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Navigation;

namespace Sites.Tests.People;

public sealed class MenuTests(TwoSites two) : IClassFixture<TwoSites>
{
    [Fact]
    public async Task The_menu_is_built_once_for_all_people_and_again_after_a_minute()
    {
        var first = await LeavesAsync("Administrator", "es");
        var second = await LeavesAsync("Administrator", "es");
        Assert.True(first.Count > 5, "The menu was not found.");
        Assert.Equal(first, second, ReferenceEqualityComparer.Instance);

        var guard = await LeavesAsync("Guard", "es");
        Assert.NotEmpty(guard);
        Assert.True(guard.Count < first.Count);
        Assert.Subset(first.ToHashSet(ReferenceEqualityComparer.Instance), guard.ToHashSet(ReferenceEqualityComparer.Instance));

        two.Sites.Time.Advance(TimeSpan.FromMinutes(1));
        var later = await LeavesAsync("Administrator", "es");
        Assert.Equal(first.Select(item => ((MenuItem)item).Href), later.Select(item => ((MenuItem)item).Href));
        Assert.NotEqual(first, later, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public async Task Each_language_has_a_menu_of_its_own()
    {
        static IEnumerable<string> Texts(IEnumerable<object> items) => items.Select(item => ((MenuItem)item).Text.Value);
        Assert.Contains("Cuentas", Texts(await LeavesAsync("Administrator", "es")));
        Assert.Contains("Accounts", Texts(await LeavesAsync("Administrator", "en")));
        Assert.DoesNotContain("Accounts", Texts(await LeavesAsync("Administrator", "es")));
    }

    [Theory]
    [InlineData("/Admin/Users/Invite", "/Admin/Users/Index")]
    [InlineData("/Admin/Roles/Create", "/Admin/Roles/Index")]
    [InlineData("/Admin/Settings/general", "/Admin/Settings/general")]
    [InlineData("/Admin/Settings/sign-in", "/Admin/Settings/sign-in")]
    public async Task A_page_below_an_entry_marks_the_entry(string page, string entry)
    {
        using var admin = await two.SignInAsync("admin");
        var html = await admin.ReadAsync(page);
        var at = html.IndexOf("aria-current=\"page\"", StringComparison.Ordinal);
        Assert.True(at > 0, "No entry is marked.");
        Assert.Contains($"href=\"{entry}\"", html[html.LastIndexOf('<', at)..at], StringComparison.Ordinal);
    }

    private async Task<List<object>> LeavesAsync(string role, string culture)
    {
        // A site maps its addresses at its first request.
        using (var visitor = two.Sites.Browser(TwoSites.Alba))
        {
            await visitor.ReadAsync("/Login");
        }

        List<object> leaves = [];
        using (CultureScopeOf(culture))
        {
            await two.Sites.InAsync("alba", async services =>
            {
                var http = new DefaultHttpContext
                {
                    RequestServices = services,
                    User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "x"), new(ClaimTypes.Role, role)], "test")),
                };
                http.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "test"));
                var menu = await services.GetRequiredService<INavigationManager>().BuildMenuAsync("admin", new ActionContext(http, new RouteData(), new ActionDescriptor()));
                leaves = [.. Flat(menu).Where(item => item.Items.Count == 0)];
            });
        }

        return leaves;
    }

    private static OrchardCore.Localization.CultureScope CultureScopeOf(string culture)
        => OrchardCore.Localization.CultureScope.Create(CultureInfo.GetCultureInfo(culture));

    private static IEnumerable<MenuItem> Flat(IEnumerable<MenuItem> items) => items.SelectMany(item => Flat(item.Items).Prepend(item));
}
