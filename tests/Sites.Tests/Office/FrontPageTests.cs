using System.Net;
using System.Text.RegularExpressions;
using Sites.Tests.Community;

namespace Sites.Tests.Office;

/// <summary>The staff's first page is made of what somebody may see (S10.1): the same page, another board for each.</summary>
public sealed partial class FrontPageTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Expected = "id=\"today-expected\"";
    private const string Queue = "id=\"today-queue\"";
    private const string Money = "id=\"today-money\"";
    private const string Ending = "id=\"ending\"";
    private const string Figures = "class=\"ps-stats\"";
    private const string Charts = "id=\"register-bars\"";

    [Theory]
    [InlineData("manager", new[] { Expected, Queue, Ending, Figures, Charts }, new string[0])]
    [InlineData("desk", new[] { Expected, Ending }, new[] { Figures, Charts, Money })]
    [InlineData("guard", new[] { Expected }, new[] { Ending, Figures, Charts, Money })]
    [InlineData("captain", new[] { Expected, Queue }, new[] { Figures, Charts, Money })]
    [InlineData("cashier", new[] { Money }, new[] { Expected, Figures, Charts, Ending })]
    public async Task Each_sees_the_board_of_what_they_may_see(string who, string[] shown, string[] hidden)
    {
        using var browser = await site.SignInAsync(who);
        var page = await browser.ReadAsync("/Admin/Today");

        Assert.Equal(shown, shown.Where(part => page.Contains(part, StringComparison.Ordinal)));
        Assert.DoesNotContain(hidden, part => page.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_board_leads_where_its_reader_is_refused()
    {
        foreach (var who in new[] { "manager", "supervisor", "desk", "guard", "captain", "cashier", "engineer", "editor" })
        {
            using var browser = await site.SignInAsync(who);
            var links = Link().Matches(Content().Match(await browser.ReadAsync("/Admin/Today")).Value).Select(link => WebUtility.HtmlDecode(link.Groups["path"].Value)).Distinct();
            foreach (var link in links)
            {
                using var answer = await browser.GetAsync(link);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{who}: {link} answers {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task The_managers_figures_say_what_they_are_compared_with_and_lead_to_their_lists()
    {
        using var manager = await site.SignInAsync("manager");
        var page = WebUtility.HtmlDecode(await manager.ReadAsync("/Admin/Today"));

        Assert.Contains("que hace 30 días", page, StringComparison.Ordinal);
        Assert.Contains("que en los 7 días anteriores", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/Admin/Units?state=Vacant\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_name_the_places_of_the_readers_own_menu()
    {
        using var guard = await site.SignInAsync("guard");
        var keys = WebUtility.HtmlDecode(await guard.ReadAsync("/Admin/Keys"));
        Assert.Contains("href=\"/Admin/Visits\"", keys, StringComparison.Ordinal);

        using var cashier = await site.SignInAsync("cashier");
        Assert.DoesNotContain("href=\"/Admin/Visits\"", await cashier.ReadAsync("/Admin/Keys"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Admin/Units/albaunitb07c00000000a9c767", "/Admin/Units")]
    [InlineData("/Admin/Visits/WalkIn", "/Admin/Visits/WalkIn")]
    [InlineData("/Admin/Users/Invite", "/Admin/Users/Index")]
    [InlineData("/Admin/Settings/community", "/Admin/Settings/community")]
    [InlineData("/Admin/Queue?View=all", "/Admin/Queue")]
    public async Task The_menu_marks_the_entry_of_a_page_and_opens_its_group(string page, string entry)
    {
        using var manager = await site.SignInAsync("manager");
        var shown = await manager.ReadAsync(page);
        var marked = Regex.Match(shown, "<nav class=\"ps-nav\".*?</nav>", RegexOptions.Singleline).Value;

        Assert.Matches($"<a href=\"{Regex.Escape(entry)}\"[^>]*aria-current=\"page\"", marked);
        Assert.Single(Regex.Matches(marked, "aria-current=\"page\""));
        Assert.DoesNotMatch("<details class=\"ps-nav-group\" data-group=\"[^\"]*\" data-current=\"true\"", marked);
    }

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline)]
    private static partial Regex Content();

    [GeneratedRegex("href=\"(?<path>/[^\"#]*)\"")]
    private static partial Regex Link();
}
