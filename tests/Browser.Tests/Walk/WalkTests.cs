using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests.Walk;

/// <summary>Every page, seen by everybody who may: axe finds nothing, nothing fails, nothing is wider than a phone.</summary>
[Collection(Journeys.Name)]
public sealed class WalkTests(BrowserFixture fixture)
{
    private static readonly (int Width, ColorScheme Scheme)[] Windows =
        [(1280, ColorScheme.Light), (360, ColorScheme.Dark), (1280, ColorScheme.Dark), (360, ColorScheme.Light)];

    private static readonly string[] Languages = ["es-ES", "en-GB", "zh-CN"];

    // Some minutes long, so it is asked for by name: dotnet test tests/Browser.Tests -- xUnit.Explicit=only
    [Fact(Explicit = true)]
    public async Task Every_page_that_somebody_can_reach_is_free_of_faults()
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var site = await WalkSite.StartAsync();
        var walkers = new List<Walker>();
        foreach (var name in new[] { "owner", "guard", "desk", "manager", "admin", "supervisor", "cashier", "engineer", "editor", "contractor" })
            walkers.Add(new Walker(name, WalkSite.Community, await site.SignInAsync(WalkSite.Community, site.Alba, name)));
        walkers.Add(new Walker("stranger", WalkSite.Community, site.Visitor(site.Alba)));
        walkers.Add(new Walker("admin of the server", "Default", await site.SignInAsync("Default", site.Own, "admin")));
        walkers.Add(new Walker("stranger at the server", "Default", site.Visitor(site.Own)));
        try
        {
            var passes = await Seed.PlantAsync(site, walkers[0].Browser, walkers[1].Browser, walkers[2].Browser, fixture.Browser);
            walkers.Add(new Walker("half signed in", WalkSite.Community, await site.SignInHalfAsync("with-second-factor", hasFactor: true)));
            walkers.Add(new Walker("half signed in for the first time", WalkSite.Community, await site.SignInHalfAsync("without-second-factor", hasFactor: false)));
            foreach (var walker in walkers)
            {
                string[] byMessage = walker.Name switch
                {
                    "stranger" => [.. passes, await site.LinkAsync(WalkSite.Community, "manager"), await Seed.InvitationAsync(site)],
                    "stranger at the server" => [await site.LinkAsync("Default", "manager")],
                    // The gate's scripts fetch them, to work without a connection.
                    "guard" => ["/visits/pass-keys.json", "/Admin/Visits/Gate/Offline", "/Admin/Visits/Gate/Offline/App.webmanifest", "/Admin/Visits/Gate/Offline/Worker.js"],
                    "manager" => [.. await Seed.ImportAsync(walker.Browser)],
                    // The password is typed; what comes next is asked.
                    "half signed in" => ["/Login/Code"],
                    "half signed in for the first time" => ["/Login/SecondFactor"],
                    _ => [],
                };
                await walker.WalkAsync(["/", .. byMessage]);
            }

            var (looks, findings, reached) = await LookAsync(walkers);
            findings.AddRange(walkers.SelectMany(walker => walker.Findings));
            await CompareAsync(site, walkers, reached, findings);

            var pages = walkers.Sum(walker => walker.Pages.Count);
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{pages} pages opened by {walkers.Count} people ({walkers.Sum(walker => walker.Left)} of kinds seen enough left out), {walkers.SelectMany(walker => walker.Pages.Select(page => walker.Site + page.Pattern)).Distinct().Count()} kinds of page, {looks} looks in a browser");
            foreach (var walker in walkers)
                TestContext.Current.TestOutputHelper!.WriteLine($"{walker.Name}: {walker.Pages.Count} pages of {walker.Pages.Select(page => page.Pattern).Distinct().Count()} kinds");
            Assert.True(pages > 150, $"Only {pages} pages were found: the walk does not get far enough to show anything.");
            None(findings);
        }
        finally
        {
            walkers.ForEach(walker => walker.Dispose());
        }
    }

    [Fact]
    public async Task A_page_with_faults_is_found()
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var window = await Window.OpenAsync(fixture.Browser, "anybody", new Glass(360, ColorScheme.Light, "es-ES"));
        await window.RouteAsync("**/*", route => route.Request.IsNavigationRequest
            ? route.FulfillAsync(new RouteFulfillOptions
            {
                ContentType = "text/html",
                Body = "<html><head><meta name='viewport' content='width=device-width'></head><body><h1>a</h1><h1>b</h1><img src='/gone.png'><p style='color:#777;background:#888;width:900px'>pale</p><script>console.error('out loud'); missing();</script></body></html>",
            })
            : route.AbortAsync());

        await window.LookAsync("http://faulty.localhost/");

        foreach (var fault in new[] { "2 main headings", "no title", "language", "wider than its window", "axe image-alt", "axe color-contrast", "console: out loud", "script: ", "request failed" })
            Assert.Contains(window.Findings, finding => finding.Contains(fault, StringComparison.Ordinal));
        Assert.Equal(3, PageText.FaultsOf("<html><h2>a</h2></html>").Count());
    }

    [Fact]
    public void A_page_that_nobody_reaches_is_found_and_so_is_an_exception_that_is_none()
    {
        var findings = Unreached.Compare(["/a", "/b", "/c"], ["/a", "/c"], new Dictionary<string, string> { ["/c"] = "" });

        Assert.Equal(["nobody reaches /b", "/c is reached, or is no page: take it out of the list"], findings);
    }

    /// <summary>Looks at every kind of page with the eyes of each who may, in both widths and both schemes, in all languages.</summary>
    private async Task<(int Looks, List<string> Findings, HashSet<string> Reached)> LookAsync(IReadOnlyList<Walker> walkers)
    {
        var plan = new List<(Walker Walker, Glass Glass, string Address)>();
        var kinds = walkers.SelectMany(walker => walker.Pages.Select(page => (Walker: walker, page.Pattern, page.Address)))
            .GroupBy(page => (page.Walker.Site, page.Pattern))
            .OrderBy(kind => kind.Key);
        var number = 0;
        foreach (var kind in kinds)
        {
            var people = kind.GroupBy(page => page.Walker, page => page.Address).Select(own => (Walker: own.Key, Addresses: own.ToList())).ToList();
            for (var look = 0; look < Math.Max(people.Count, Windows.Length); look++)
            {
                var (walker, addresses) = people[look % people.Count];
                var (width, scheme) = Windows[(number + look) % Windows.Length];
                plan.Add((walker, new Glass(width, scheme, Languages[(number + look) % Languages.Length]), addresses[look * 7 % addresses.Count]));
            }

            number++;
        }

        var findings = new ConcurrentBag<string>();
        var lost = new ConcurrentDictionary<Walker, bool>();
        var reached = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            // Strangers first: what they were given by message, a link to sign in with, is good for ten minutes.
            plan.GroupBy(look => (look.Walker, look.Glass)).OrderByDescending(looks => looks.Key.Walker.Name.StartsWith("stranger", StringComparison.Ordinal)),
            new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 4) },
            async (looks, _) =>
            {
                var (walker, glass) = looks.Key;
                await using var window = await Window.OpenAsync(fixture.Browser, walker.Name, glass, walker.Browser);
                foreach (var look in looks)
                    await window.LookAsync(new Uri(walker.Browser.Address, look.Address).ToString());
                if (lost.TryAdd(walker, true))
                    await window.LookAsync(new Uri(walker.Browser.Address, "/nowhere/at-all").ToString(), status: 404);
                foreach (var finding in window.Findings)
                    findings.Add(finding);
                foreach (var endpoint in window.Reached)
                    reached.Add(walker.Site + " " + endpoint);
            });
        return (plan.Count, [.. findings], [.. reached]);
    }

    private static async Task CompareAsync(WalkSite site, IReadOnlyList<Walker> walkers, HashSet<string> reached, List<string> findings)
    {
        reached.UnionWith(walkers.SelectMany(walker => walker.Reached.Select(endpoint => walker.Site + " " + endpoint)));
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in walkers.Select(walker => walker.Site).Distinct())
            known.UnionWith((await site.PagesAsync(name)).Select(page => $"{name} {EndpointName.Of(page)}"));
        findings.AddRange(Unreached.Compare(known, reached, Unreached.Reviewed));
    }

    private static void None(IEnumerable<string> findings)
    {
        var list = findings.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }
}
