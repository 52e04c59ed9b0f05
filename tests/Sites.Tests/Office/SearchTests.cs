using System.Net;
using System.Text.Json;
using Sites.Tests.Community;
using Sites.Tests.Hosting;

namespace Sites.Tests.Office;

/// <summary>The palette's answers (REG-12): what was meant first, and nothing that the reader may not open.</summary>
public sealed class SearchTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("b7c", "B-07-C")]
    [InlineData("b-07-c", "B-07-C")]
    [InlineData("b07", "B-07-A")]
    [InlineData("ofarrell nunez", "Julián O’Farrell Ñúñez")]
    [InlineData("visitas", "Visitas")]
    public async Task The_first_answer_is_what_was_meant(string typed, string first)
    {
        using var desk = await site.SignInAsync("desk");
        var hits = await AskAsync(desk, typed);

        Assert.Equal(first, hits[0].Title);
    }

    [Fact]
    public async Task One_Chinese_character_finds_a_person()
    {
        using var manager = await site.SignInAsync("manager");
        using var added = await manager.SubmitAsync("/Admin/People/Create", "/Admin/People/Create",
            ("PersonPart.IsCompany", "false"), ("PersonPart.GivenNames", "小梅"), ("PersonPart.FamilyNames", "欧阳"), ("PersonPart.Reach", "Any"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);

        Assert.Contains(await AskAsync(manager, "梅"), hit => hit.Title.Contains("小梅", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("guard", "elena vidal", true)]
    [InlineData("engineer", "elena vidal", true)]
    [InlineData("editor", "elena vidal", false)]
    [InlineData("editor", "b-07-c", false)]
    [InlineData("guard", "correo saliente", false)]
    [InlineData("manager", "correo saliente", true)]
    public async Task Everybody_finds_what_they_may_open_and_no_more(string who, string typed, bool found)
    {
        using var browser = await site.SignInAsync(who);
        var hits = await AskAsync(browser, typed);

        Assert.Equal(found, hits.Count > 0);
        foreach (var hit in hits)
        {
            using var answer = await browser.GetAsync(hit.Url);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{who}: {hit.Url} answers {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("desk", true)]
    [InlineData("engineer", false)]
    public async Task A_unit_that_is_named_offers_what_the_reader_may_do_about_it(string who, bool offered)
    {
        using var browser = await site.SignInAsync(who);
        var hits = await AskAsync(browser, "b7c");

        Assert.Equal(offered, hits.Any(hit => hit.Url.StartsWith("/Admin/Visits/WalkIn", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_listed_twice_and_nothing_is_found_by_nothing()
    {
        using var manager = await site.SignInAsync("manager");
        var hits = await AskAsync(manager, "vi");

        Assert.Equal(hits.Count, hits.Select(hit => hit.Url).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Empty(await AskAsync(manager, "  "));
    }

    private static async Task<List<(string Title, string Url)>> AskAsync(TestBrowser browser, string typed)
    {
        using var answer = await browser.GetAsync("/Admin/Search/Suggest?q=" + Uri.EscapeDataString(typed));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. json.RootElement.EnumerateArray().SelectMany(group => group.GetProperty("hits").EnumerateArray())
            .Select(hit => (hit.GetProperty("title").GetString()!, hit.GetProperty("url").GetString()!))];
    }
}
