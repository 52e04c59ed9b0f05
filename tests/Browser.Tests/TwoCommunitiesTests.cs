using System.Globalization;
using System.Text.RegularExpressions;

namespace PropertySuite.Browser.Tests;

/// <summary>
/// An estate and a business park on one server, used at the same moment: at the one somebody without an invitation waits for the host's answer, at the
/// other somebody comes to the office and a firm announces a delegation. Neither sees anything of the other.
/// </summary>
[Collection(Journeys.Name)]
public sealed partial class TwoCommunitiesTests(BrowserFixture fixture)
{
    // Each at the width that the other has not; every page at every width in every language is walked by the tests of pages.
    [Theory]
    [InlineData("es-ES", 1280, 360)]
    [InlineData("en-GB", 360, 1280)]
    [InlineData("zh-CN", 1280, 360)]
    public async Task A_walk_in_at_the_estate_and_a_visit_to_the_office_of_the_park_go_on_at_once(string language, int estateWidth, int parkWidth)
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        var mark = Guid.NewGuid().ToString("n")[..6];
        var (guest, caller, delegation) = ($"Vicente Llorente {mark}", $"Olga Oficina {mark}", $"Delegación {mark}");
        await using var estate = await Visitor.OpenAsync(fixture.Browser, estateWidth, language);
        await using var park = await Visitor.OpenAsync(fixture.Browser, parkWidth, language);
        await estate.SignInAsync(await fixture.Server.LinkAsync("desk", "alba"));
        await park.SignInAsync(await fixture.Server.LinkAsync("desk", "rioclaro"));

        await Task.WhenAll(WalkInAsync(estate, guest, estateWidth, language), OfficeVisitAsync(park, caller, delegation, parkWidth, language));

        foreach (var (desk, here, elsewhere) in new[] { (estate, fixture.Alba, new[] { caller, delegation }), (park, fixture.RioClaro, [guest]) })
        {
            foreach (var page in new[] { "/Admin/Visits?view=all", "/Admin/Visits/Office", "/Admin/Search?q=" + mark, "/Notifications" })
            {
                await desk.GoAsync(here + page);
                await SpeaksAsync(desk, language);
                var text = await desk.Page.Locator("main").InnerTextAsync();
                Assert.All(elsewhere, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
            }

            desk.AssertNoFaults();
        }
    }

    private async Task WalkInAsync(Visitor desk, string guest, int width, string language)
    {
        await desk.GoAsync(fixture.Alba + "/Admin/Visits/WalkIn?Unit=b7c");
        await SpeaksAsync(desk, language);
        await desk.LookAsync();
        await desk.Page.Locator("#Name").FillAsync(guest);
        await desk.Page.Locator("#IdentitySeen").CheckAsync();
        await desk.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();
        await desk.Page.Locator("#AnsweredBy").WaitForAsync();
        await desk.LookAsync();
        var record = desk.Page.Url[..desk.Page.Url.LastIndexOf('/')];

        // The owner is at home and answers on the own page.
        await using var owner = await Visitor.OpenAsync(fixture.Browser, width, language);
        await owner.SignInAsync(await fixture.Server.LinkAsync("owner", "alba"));
        await owner.GoAsync(fixture.Alba + "/my");
        await SpeaksAsync(owner, language);
        await owner.LookAsync();
        await owner.Page.Locator("section[aria-labelledby^=asked-]", new() { HasText = guest }).Locator("button[value=yes]").ClickAsync();
        await owner.Page.WaitForURLAsync("**/my/visits/*");
        await owner.LookAsync();

        await using var guard = await Visitor.OpenAsync(fixture.Browser, width, language);
        await guard.SignInAsync(await fixture.Server.LinkAsync("guard", "alba"));
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate/" + IdOf().Match(record).Value);
        await guard.ChooseGateAsync();
        await guard.Page.Locator("[data-v=ok]").WaitForAsync();
        await guard.LookAsync();
        await guard.Page.Locator("form[action$='/Admit'] button[type=submit]").ClickAsync();
        await guard.Page.Locator("form[action$='/Leave']").WaitForAsync();
        await guard.LookAsync();
        guard.AssertNoFaults();

        // The workflow of the estate tells the host after the commit.
        await UntilAsync(owner, fixture.Alba + "/Notifications", guest);
        await owner.LookAsync();
        owner.AssertNoFaults();
        await desk.GoAsync(record);
        await desk.LookAsync();
        Assert.Contains(guest, await desk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task OfficeVisitAsync(Visitor lobby, string caller, string delegation, int width, string language)
    {
        await lobby.GoAsync(fixture.RioClaro + "/Admin/Visits/Office/New");
        await SpeaksAsync(lobby, language);
        await lobby.LookAsync();
        await lobby.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();
        await lobby.Page.Locator(".ps-errors").First.WaitForAsync();
        await lobby.LookAsync();
        await lobby.Page.Locator("#Name").FillAsync(caller);
        await lobby.Page.Locator("#Employee").FillAsync("Marta Gil");
        await lobby.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();
        foreach (var (verb, said) in new[] { ("call", null), ("wait", "Sala 2"), ("serve", null), ("bring", null), ("meet", null), ("farewell", null), ("tidy", (string?)null) })
        {
            var form = lobby.Page.Locator($"main form[action$='/{verb}']");
            await form.WaitForAsync();
            await lobby.LookAsync();
            if (said is not null)
            {
                await form.Locator("input[name=Said]").FillAsync(said);
            }

            await form.Locator("button[type=submit]").ClickAsync();
            await form.WaitForAsync(verb == "serve" ? null : new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        }

        await lobby.GoAsync(fixture.RioClaro + "/Admin/Visits/Office");
        await lobby.LookAsync();
        Assert.Contains(caller, await lobby.Page.Locator("section[aria-labelledby=office-gone]").InnerTextAsync(), StringComparison.Ordinal);

        await using var employee = await Visitor.OpenAsync(fixture.Browser, width, language);
        await employee.SignInAsync(await fixture.Server.LinkAsync("employee", "rioclaro"));
        await employee.GoAsync(fixture.RioClaro + "/my/visits/new");
        await SpeaksAsync(employee, language);
        await employee.LookAsync();
        await employee.Page.Locator("#Name").FillAsync(delegation);
        await employee.Page.Locator("#Kind").SelectOptionAsync("Delegation");
        await employee.Page.Locator("label:has(input[name=Day][value=today])").ClickAsync();
        var here = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));
        await employee.Page.Locator("#From").FillAsync(here.ToString("HH:mm", CultureInfo.InvariantCulture));
        await employee.Page.Locator("#Until").FillAsync(here.AddHours(2).ToString("HH:mm", CultureInfo.InvariantCulture));
        await employee.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();
        await employee.Page.Locator(".ps-qr svg").WaitForAsync();
        await employee.LookAsync();
        employee.AssertNoFaults();

        // The park's own workflow tells the lobby of it, by the number of the visit.
        await lobby.GoAsync(fixture.RioClaro + "/Admin/Visits?view=all&q=" + delegation[^6..]);
        await lobby.LookAsync();
        var number = NumberOf().Match(await lobby.Page.Locator("main").InnerTextAsync()).Value;
        Assert.NotEmpty(number);
        await UntilAsync(lobby, fixture.RioClaro + "/Notifications", number);
        await lobby.LookAsync();
    }

    // What follows an event comes a moment after the answer.
    private static async Task UntilAsync(Visitor visitor, string address, string awaited)
    {
        for (var look = 0; look < 40; look++)
        {
            await visitor.GoAsync(address);
            if ((await visitor.Page.Locator("main").InnerTextAsync()).Contains(awaited, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"{address} does not tell of {awaited}.");
    }

    private static async Task SpeaksAsync(Visitor visitor, string language) =>
        Assert.StartsWith(language[..2], await visitor.Page.EvaluateAsync<string>("() => document.documentElement.lang"), StringComparison.Ordinal);

    [GeneratedRegex("[0-9a-z]{26}")]
    private static partial Regex IdOf();

    [GeneratedRegex("[A-Z]{3}-VIS-[0-9]{4}-[0-9]+")]
    private static partial Regex NumberOf();
}
