using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Users;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;
using Sites.Tests.Visitors;

namespace Sites.Tests.Safety;

/// <summary>T14: two communities of the same recipe, so with the same ids and names in both, side by side on hosts of their own.</summary>
public sealed class TwoHostsTests : IAsyncLifetime
{
    private const string Password = "una puerta bien cerrada";
    private static readonly string[] Names = ["alba", "rioclaro"];

    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        foreach (var name in Names)
        {
            Assert.Empty(await _sites.SetUpAsync(name, "residential-estate-demo", name + ".localhost", null, ("SiteTimeZone", "Europe/Madrid")));
        }
    }

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task T14_pages_files_passes_and_protected_texts_of_one_community_are_nothing_in_the_other()
    {
        using var alba = await SignInAsync("alba", "desk");
        using var rio = await SignInAsync("rioclaro", "desk");
        using var registered = await FormFile.SendAsync(
            alba, "/Admin/Visits/WalkIn", "Photo", FormFile.Jpeg(), "photo.jpg", "image/jpeg",
            ("Unit", "b7c"), ("Name", "Berta Secreta"), ("Kind", "Guest"), ("Persons", "1"), ("IdentitySeen", "true"));
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        var visit = registered.Headers.Location!.ToString().Split('/')[^2];

        // Pages and files: there in one, unknown in the other, to the same role.
        foreach (var page in new[] { $"/Admin/Visits/Record/{visit}", $"/Admin/Visits/Record/{visit}/Photo", $"/Admin/Visits/Gate/{visit}", $"/Admin/Visits/Gate/{visit}/Photo" })
        {
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(alba, page), await StatusAsync(rio, page)));
        }

        Assert.Contains("Berta Secreta", await alba.ReadAsync("/Admin/Visits?View=all"), StringComparison.Ordinal);
        Assert.DoesNotContain("Berta Secreta", await rio.ReadAsync("/Admin/Visits?View=all"), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(_sites.FolderOf("rioclaro"), "*", SearchOption.AllDirectories), file => file.Contains(visit, StringComparison.Ordinal));

        // A pass: its address, and its signed text at the other's gate.
        var (secret, signed) = await AnnounceAsync();
        using var stranger = _sites.Browser("https://rioclaro.localhost");
        using var guest = _sites.Browser("https://alba.localhost");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(guest, "/pass/" + secret), await StatusAsync(stranger, "/pass/" + secret)));
        using var shown = await rio.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Check", ("Code", signed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.StatusCode);

        // What one protects under a purpose, the other does not open under the same.
        var payload = "";
        await _sites.InAsync("alba", services => Task.FromResult(payload = services.GetDataProtector("T14").Protect("between us")));
        await _sites.InAsync("alba", services => Task.FromResult(Same("between us", services.GetDataProtector("T14").Unprotect(payload))));
        await _sites.InAsync("rioclaro", services => Task.FromResult(Assert.ThrowsAny<CryptographicException>(() => services.GetDataProtector("T14").Unprotect(payload))));

        // Cookies, copied by hand under the names that the other looks for.
        using var intruder = _sites.Browser("https://rioclaro.localhost");
        foreach (var (name, value) in alba.Cookies)
        {
            intruder.SetCookie(name, value);
            intruder.SetCookie(rio.Cookies.Keys.FirstOrDefault(own => own[..4] == name[..4] && own.Contains("session", StringComparison.Ordinal) == name.Contains("session", StringComparison.Ordinal)) ?? name, value);
        }

        using var refused = await intruder.GetAsync("/Admin/Visits");
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
        Assert.Contains("/Login", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static bool Same(string expected, string actual)
    {
        Assert.Equal(expected, actual);
        return true;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestBrowser browser, string page)
    {
        using var answer = await browser.GetAsync(page);
        return answer.StatusCode;
    }

    private async Task<(string Secret, string Signed)> AnnounceAsync()
    {
        using var owner = await SignInAsync("alba", "owner");
        using var announced = await owner.SubmitAsync(
            "/my/visits/new", "/my/visits/new",
            ("Name", "Nuria Salcedo"), ("UnitId", "albaunitb07c00000000a9c767"), ("Day", "today"), ("From", "9:00"), ("Until", "23:00"), ("Persons", "1"), ("Car", "no"));
        var page = announced.Headers.Location!.ToString();
        var text = await owner.ReadAsync(page);
        var at = text.IndexOf("/pass/", StringComparison.Ordinal) + "/pass/".Length;
        var signed = "";
        await _sites.InAsync("alba", async services =>
        {
            var visit = await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(page.Split('/')[^1]);
            signed = await services.GetRequiredService<PassKeys>().SignAsync(visit!.Pass!.PassId, visit.Window);
        });
        return (text.Substring(at, 22), signed);
    }

    private async Task<TestBrowser> SignInAsync(string site, string userName)
    {
        await _sites.InAsync(site, async services =>
        {
            var users = services.GetRequiredService<UserManager<IUser>>();
            Assert.True((await users.AddPasswordAsync((await users.FindByNameAsync(userName))!, Password)).Succeeded);
        });
        var browser = _sites.Browser($"https://{site}.localhost");
        using var answer = await browser.SubmitAsync("/Login", "/Login", ("UserName", userName), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return browser;
    }
}
