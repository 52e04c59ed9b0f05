using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests;

/// <summary>A visit from the owner's phone to the manager's screen (VIS-01, 02, 05, 06, 08, 14), in a real browser.</summary>
[Collection(Journeys.Name)]
public sealed class VisitJourneyTests(BrowserFixture fixture)
{
    private const int Phone = 360;
    private const int Desk = 1280;

    public static TheoryData<int, string> Windows => new() { { Phone, "es-ES" }, { Desk, "es-ES" }, { Desk, "en-GB" }, { Phone, "zh-CN" } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task An_announced_guest_shows_the_pass_to_the_camera_and_is_let_in_and_out(int width, string language)
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        var guest = $"Nuria Salcedo {Guid.NewGuid().ToString("n")[..6]}";
        var film = Path.Combine(fixture.Folder, $"pass-{width}-{language}.y4m");

        await using (var owner = await Visitor.OpenAsync(fixture.Browser, width, language))
        {
            await owner.SignInAsync(await fixture.Server.LinkAsync("owner"));
            await AnnounceAsync(owner, guest);
            await owner.Page.Locator(".ps-qr svg").WaitForAsync();
            await owner.LookAsync();
            await PassFilm.MakeAsync(owner.Page, film);
            await owner.GoAsync(fixture.Alba + "/my/visits");
            await owner.LookAsync();
            owner.AssertNoFaults();
        }

        await using var phone = await Chromium.LaunchAsync(fixture.Playwright, film);
        await using var guard = await Visitor.OpenAsync(phone, width, language);
        await guard.SignInAsync(await fixture.Server.LinkAsync("guard"));
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate");

        // The camera has been allowed, so it looks by itself and the page goes on to the verdict.
        await guard.Page.WaitForURLAsync(new Regex("/Admin/Visits/Gate/[0-9a-z]{26}"));
        await guard.ChooseGateAsync();
        await guard.Page.Locator("[data-v=ok]").WaitForAsync(new LocatorWaitForOptions { Timeout = 60_000 });
        Assert.Contains(guest, await guard.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await guard.LookAsync();

        await guard.Page.Locator("form[action$='/Admit'] button[type=submit]").ClickAsync();
        await guard.Page.Locator("form[action$='/Leave']").WaitForAsync();
        await guard.LookAsync();
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate/Inside");
        await guard.LookAsync();
        Assert.Contains(guest, await guard.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await using (var manager = await Visitor.OpenAsync(fixture.Browser, width, language))
        {
            await manager.SignInAsync(await fixture.Server.LinkAsync("manager"));
            foreach (var page in new[] { "/Admin/Today", "/Admin/Visits/Inside", "/Admin/Visits" })
            {
                await manager.GoAsync(fixture.Alba + page);
                await manager.LookAsync();
                Assert.Contains(guest, await manager.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            }

            manager.AssertNoFaults();
        }

        await guard.Page.Locator("main li", new PageLocatorOptions { HasText = guest }).GetByRole(AriaRole.Link).ClickAsync();
        await guard.Page.Locator("form[action$='/Leave'] button[type=submit]").First.ClickAsync();
        await guard.Page.WaitForURLAsync("**/Inside");
        Assert.DoesNotContain(guest, await guard.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        guard.AssertNoFaults();
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task A_walk_in_waits_for_the_hosts_answer_which_the_desk_takes_by_phone(int width, string language)
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        var guest = $"Vicente Llorente {Guid.NewGuid().ToString("n")[..6]}";
        await using var desk = await Visitor.OpenAsync(fixture.Browser, width, language);
        await desk.SignInAsync(await fixture.Server.LinkAsync("desk"));
        await desk.GoAsync(fixture.Alba + "/Admin/Visits/WalkIn?Unit=b7c");
        await desk.LookAsync();

        await desk.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();
        await desk.Page.Locator(".ps-errors").First.WaitForAsync();
        await desk.LookAsync();

        await desk.Page.Locator("#Name").FillAsync(guest);
        await desk.Page.Locator("#IdentitySeen").CheckAsync();
        await desk.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();
        await desk.Page.Locator("#AnsweredBy").WaitForAsync();
        await desk.LookAsync();

        await desk.Page.Locator("#AnsweredBy").FillAsync("Elena Vidal Ortega");
        await desk.Page.Locator("#NumberCalled").FillAsync("600 000 343");
        await desk.Page.Locator("button[name=Answer][value=confirm]").ClickAsync();
        await desk.Page.Locator(".ps-timeline").WaitForAsync();
        await desk.LookAsync();
        Assert.Contains("Elena Vidal Ortega", await desk.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        desk.AssertNoFaults();
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Desk)]
    public async Task A_damaged_pass_and_wrong_digits_are_refused_in_words(int width)
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var guard = await Visitor.OpenAsync(fixture.Browser, width);
        await guard.SignInAsync(await fixture.Server.LinkAsync("guard"));
        foreach (var wrong in new[] { "12", "000000", "PS1.not-a-pass" })
        {
            await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate");
            await guard.Page.Locator("#Code").FillAsync(wrong);
            await guard.Page.Locator("form[action$='/Check'] button[type=submit]").ClickAsync();
            await guard.Page.Locator("[data-v=no] #Code-error").WaitForAsync();
            await guard.LookAsync();
        }
    }

    private async Task AnnounceAsync(Visitor owner, string guest)
    {
        var here = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));
        await owner.GoAsync(fixture.Alba + "/my/visits/new");
        await owner.LookAsync();
        await owner.Page.Locator("#Name").FillAsync(guest);
        await owner.Page.Locator("label:has(input[name=Day][value=today])").ClickAsync();
        await owner.Page.Locator("#From").FillAsync(here.ToString("HH:mm", CultureInfo.InvariantCulture));
        await owner.Page.Locator("#Until").FillAsync(here.AddHours(2).ToString("HH:mm", CultureInfo.InvariantCulture));
        await owner.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();
    }
}
