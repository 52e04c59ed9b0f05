using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.Environment.Cache;
using Sites.Tests.Hosting;

namespace Sites.Tests.Display;

public sealed class CachedShapeTests : IAsyncLifetime
{
    private TestSites _sites = null!;
    private TestBrowser _alba = null!;
    private TestBrowser _claro = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync("alba", "alba.localhost", null, "Sites.Desk", "Sites.Cached", "OrchardCore.Contents", "PropertySuite.Office");
        await _sites.AddAsync("claro", "claro.localhost", null, "Sites.Desk", "Sites.Cached", "PropertySuite.Office");
        _alba = _sites.Browser("http://alba.localhost");
        _claro = _sites.Browser("http://claro.localhost");
    }

    public async ValueTask DisposeAsync()
    {
        _alba.Dispose();
        _claro.Dispose();
        await _sites.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_cached_that_does_not_ask_for_it()
    {
        Assert.NotEqual(await ShowAsync(_alba, ""), await ShowAsync(_alba, ""));
    }

    [Fact]
    public async Task What_asks_for_it_is_rendered_once()
    {
        Assert.Equal("[nobody en 1]", await ShowAsync(_alba, "id=a"));
        Assert.Equal("[nobody en 1]", await ShowAsync(_alba, "id=a"));
        Assert.Equal("[nobody en 2]", await ShowAsync(_alba, "id=b"));
    }

    [Fact]
    public async Task A_box_that_varies_by_the_reader_never_shows_one_to_another()
    {
        Assert.Equal("[ana en 1]", await ShowAsync(_alba, "id=a&vary=user", "ana"));
        Assert.Equal("[ben en 2]", await ShowAsync(_alba, "id=a&vary=user", "ben"));
        Assert.Equal("[nobody en 3]", await ShowAsync(_alba, "id=a&vary=user"));
        Assert.Equal("[ana en 1]", await ShowAsync(_alba, "id=a&vary=user", "ana"));
    }

    [Fact]
    public async Task What_varies_inside_makes_the_box_around_it_vary()
    {
        Assert.Equal("[ana en 2[ana en 1]]", await ShowAsync(_alba, "id=outer&inner=in&innerVary=user", "ana"));
        Assert.Equal("[ben en 4[ben en 3]]", await ShowAsync(_alba, "id=outer&inner=in&innerVary=user", "ben"));
        Assert.Equal("[ana en 2[ana en 1]]", await ShowAsync(_alba, "id=outer&inner=in&innerVary=user", "ana"));

        // Also where the inner one comes from the cache itself.
        Assert.Equal("[ana en 5[ana en 1]]", await ShowAsync(_alba, "id=other&inner=in&innerVary=user", "ana"));
        Assert.Equal("[ben en 6[ben en 3]]", await ShowAsync(_alba, "id=other&inner=in&innerVary=user", "ben"));
    }

    [Fact]
    public async Task Communities_and_languages_are_never_mixed()
    {
        Assert.Equal("[nobody en 1]", await ShowAsync(_alba, "id=a"));
        _alba.SetCookie(".AspNetCore.Culture", "c=es|uic=es");
        var spanish = await ShowAsync(_alba, "id=a&culture=es");
        var other = await ShowAsync(_claro, "id=a");

        Assert.Equal("[nobody en 1]", other);
        Assert.NotEqual("[nobody en 2]", await ShowAsync(_claro, "id=a"));
        if (spanish.Contains(" es ", StringComparison.Ordinal))
            Assert.Equal("[nobody es 2]", spanish);
        _alba.SetCookie(".AspNetCore.Culture", "c=en|uic=en");
        Assert.Equal("[nobody en 1]", await ShowAsync(_alba, "id=a"));
    }

    [Fact]
    public async Task A_context_that_nobody_knows_keeps_the_box_out_of_the_cache()
    {
        Assert.NotEqual(await ShowAsync(_alba, "id=a&vary=moon"), await ShowAsync(_alba, "id=a&vary=moon"));
    }

    [Fact]
    public async Task Queries_tell_boxes_apart_where_asked_for()
    {
        var first = await ShowAsync(_alba, "id=a&vary=query:page&page=1");
        Assert.NotEqual(first, await ShowAsync(_alba, "id=a&vary=query:page&page=2"));
        Assert.Equal(first, await ShowAsync(_alba, "id=a&vary=query:page&page=1&other=2"));
    }

    [Fact]
    public async Task A_box_goes_with_its_time()
    {
        var first = await ShowAsync(_alba, "id=a&after=90");
        _sites.Time.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal(first, await ShowAsync(_alba, "id=a&after=90"));
        _sites.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotEqual(first, await ShowAsync(_alba, "id=a&after=90"));
    }

    [Fact]
    public async Task Without_a_time_of_its_own_a_box_goes_when_nobody_has_asked_for_a_minute()
    {
        var first = await ShowAsync(_alba, "id=a");
        for (var i = 0; i < 3; i++)
        {
            _sites.Time.Advance(TimeSpan.FromSeconds(50));
            Assert.Equal(first, await ShowAsync(_alba, "id=a"));
        }

        _sites.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.NotEqual(first, await ShowAsync(_alba, "id=a"));
    }

    [Fact]
    public async Task A_removed_tag_takes_its_boxes_and_no_others()
    {
        var tagged = await ShowAsync(_alba, "id=a&tag=pool");
        var free = await ShowAsync(_alba, "id=b");

        await _sites.InAsync("alba", services => services.GetRequiredService<ITagCache>().RemoveTagAsync("pool"));

        Assert.NotEqual(tagged, await ShowAsync(_alba, "id=a&tag=pool"));
        Assert.Equal(free, await ShowAsync(_alba, "id=b"));
    }

    [Fact]
    public async Task A_committed_change_of_an_item_takes_the_boxes_that_carry_its_tag()
    {
        await _sites.InAsync("alba", services => services.GetRequiredService<IContentDefinitionManager>().AlterTypeDefinitionAsync("Notice", type => type.DisplayedAs("Notice")));
        var id = "";
        await _sites.InAsync("alba", async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync("Notice");
            await contents.CreateAsync(item, VersionOptions.Published);
            id = item.ContentItemId;
        });
        var first = await ShowAsync(_alba, "id=a&tag=contentitemid:" + id);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _sites.InAsync("alba", async services =>
        {
            await ChangeAsync(services);
            throw new InvalidOperationException("Not kept.");
        }));
        Assert.Equal(first, await ShowAsync(_alba, "id=a&tag=contentitemid:" + id));

        await _sites.InAsync("alba", ChangeAsync);
        Assert.NotEqual(first, await ShowAsync(_alba, "id=a&tag=contentitemid:" + id));

        async Task ChangeAsync(IServiceProvider services)
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.GetAsync(id);
            item!.DisplayText = "Changed";
            await contents.UpdateAsync(item);
        }
    }

    private static async Task<string> ShowAsync(TestBrowser browser, string query, string? who = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Sites.Tests/Box/Show?" + query);
        if (who is not null)
            request.Headers.Add("X-Who", who);
        using var response = await browser.SendAsync(request);
        return (await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim();
    }
}
