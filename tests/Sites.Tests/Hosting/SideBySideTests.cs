using System.Net;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sites.Tests.Hosting.Probe;

namespace Sites.Tests.Hosting;

public sealed class SideBySideTests : IAsyncLifetime
{
    private TestSites _sites = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Probe");
        await _sites.AddAsync("rioclaro", "rioclaro.localhost", null, "Sites.Probe");
    }

    public ValueTask DisposeAsync() => _sites.DisposeAsync();

    [Fact]
    public async Task T14_each_host_is_answered_by_its_own_site()
    {
        using var alba = _sites.Browser("http://alba.localhost");
        using var rio = _sites.Browser("http://rioclaro.localhost");

        Assert.Equal("alba", await alba.ReadAsync("/Sites.Tests/Probe/Who"));
        Assert.Equal("rioclaro", await rio.ReadAsync("/Sites.Tests/Probe/Who"));
        Assert.Equal("alba", await alba.ReadAsync("/Sites.Tests/Probe/Who"));
    }

    [Fact]
    public async Task T14_a_singleton_belongs_to_one_site()
    {
        using var alba = _sites.Browser("http://alba.localhost");
        using var rio = _sites.Browser("http://rioclaro.localhost");

        Assert.Equal("1", await alba.ReadAsync("/Sites.Tests/Probe/Count"));
        Assert.Equal("2", await alba.ReadAsync("/Sites.Tests/Probe/Count"));
        Assert.Equal("1", await rio.ReadAsync("/Sites.Tests/Probe/Count"));
    }

    [Fact]
    public async Task T14_what_one_site_protects_no_other_opens()
    {
        using var alba = _sites.Browser("http://alba.localhost");
        using var rio = _sites.Browser("http://rioclaro.localhost");
        var payload = await alba.ReadAsync("/Sites.Tests/Probe/Protect?text=hello");

        Assert.Equal("hello", await alba.ReadAsync("/Sites.Tests/Probe/Unprotect?text=" + payload));
        Assert.Equal("refused", await rio.ReadAsync("/Sites.Tests/Probe/Unprotect?text=" + payload));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task T22_a_form_of_one_site_is_refused_by_another(string scheme)
    {
        using var alba = _sites.Browser(scheme + "://alba.localhost");
        using var rio = _sites.Browser(scheme + "://rioclaro.localhost");

        using var own = await alba.SubmitAsync("/Sites.Tests/Probe/Form", "/Sites.Tests/Probe/Act");
        Assert.Equal("done in alba", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        // With alba's cookie and alba's field, under whatever name rioclaro would look for the cookie.
        var token = TestBrowser.TokenOf(await alba.ReadAsync("/Sites.Tests/Probe/Form"));
        await rio.ReadAsync("/Sites.Tests/Probe/Form");
        var name = Assert.Single(rio.Cookies.Keys, key => key.Contains("forms", StringComparison.Ordinal));
        rio.SetCookie(name, Assert.Single(alba.Cookies, cookie => cookie.Key.Contains("forms", StringComparison.Ordinal)).Value);
        using var foreign = await rio.PostAsync("/Sites.Tests/Probe/Act", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
    }

    [Fact]
    public async Task T22_a_post_without_its_token_is_refused()
    {
        using var alba = _sites.Browser("http://alba.localhost");
        using var response = await alba.PostAsync("/Sites.Tests/Probe/Act");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task T14_a_note_kept_for_the_next_page_is_not_read_by_another_site()
    {
        using var alba = _sites.Browser("http://alba.localhost");
        using var rio = _sites.Browser("http://rioclaro.localhost");
        using var kept = await alba.SubmitAsync("/Sites.Tests/Probe/Form", "/Sites.Tests/Probe/Remember", ("text", "for alba"));
        foreach (var (name, value) in alba.Cookies)
            rio.SetCookie(name, value);

        Assert.Equal("nothing", await rio.ReadAsync("/Sites.Tests/Probe/Recall"));
        Assert.Equal("for alba", await alba.ReadAsync("/Sites.Tests/Probe/Recall"));
    }

    [Fact]
    public async Task T24_over_https_a_site_of_its_own_host_uses_host_cookies()
    {
        using var alba = _sites.Browser("https://alba.localhost");
        using var response = await alba.GetAsync("/Sites.Tests/Probe/Form");

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("__Host-forms=", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sites_with_the_same_features_share_one_MVC()
    {
        var shared = new List<(object Actions, object Links, object Counter)>();
        foreach (var site in new[] { "alba", "rioclaro" })
        {
            await _sites.InAsync(site, services =>
            {
                shared.Add((services.GetRequiredService<IActionDescriptorCollectionProvider>(), services.GetRequiredService<LinkGenerator>(), services.GetRequiredService<VisitCounter>()));
                return Task.CompletedTask;
            });
        }

        Assert.Same(shared[0].Actions, shared[1].Actions);
        Assert.Same(shared[0].Links, shared[1].Links);
        Assert.NotSame(shared[0].Counter, shared[1].Counter);
    }

    [Fact]
    public async Task C1_a_further_site_takes_little_memory()
    {
        using var warm = _sites.Browser("http://alba.localhost");
        await warm.ReadAsync("/Sites.Tests/Probe/Who");
        const int Sites = 20;
        for (var i = 0; i < Sites; i++)
            await _sites.AddAsync($"site{i}", $"site{i}.localhost", null, "Sites.Probe");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < Sites; i++)
        {
            using var browser = _sites.Browser($"http://site{i}.localhost");
            Assert.Equal($"site{i}", await browser.ReadAsync("/Sites.Tests/Probe/Who"));
        }

        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Sites;
        TestContext.Current.TestOutputHelper?.WriteLine($"{each / 1024} KB for each site");

        // With an MVC of its own a site takes some 8 MB; the bound leaves room for the machine's noise.
        Assert.InRange(each, 0, 1_000_000);
    }
}
