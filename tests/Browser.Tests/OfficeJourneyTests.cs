using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests;

/// <summary>A morning at the desk by keyboard and the manager's look at the figures on a phone (S10.1, REG-12), in a real browser.</summary>
[Collection(Journeys.Name)]
public sealed class OfficeJourneyTests(BrowserFixture fixture)
{
    private const int Phone = 360;
    private const int Desk = 1280;

    [Theory]
    [InlineData("es-ES")]
    [InlineData("zh-CN")]
    public async Task The_desk_reaches_a_unit_a_person_and_a_page_without_the_mouse(string language)
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var desk = await Visitor.OpenAsync(fixture.Browser, Desk, language);
        await desk.SignInAsync(await fixture.Server.LinkAsync("desk"));
        await desk.GoAsync(fixture.Alba + "/Admin/Today");
        await desk.LookAsync();

        // Three keys and Enter open a unit.
        await desk.Page.Keyboard.PressAsync("Control+k");
        var palette = desk.Page.Locator("#palette");
        await palette.WaitForAsync();
        await desk.Page.Keyboard.TypeAsync("b7c");
        await palette.Locator("[role=option]").First.WaitForAsync();
        await desk.LookAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.WaitForURLAsync(new Regex("/Admin/Units/[0-9a-z]{26}"));
        await desk.LookAsync();

        // Enter may come before the answer: the first of it is opened.
        await desk.Page.Keyboard.PressAsync("/");
        await desk.Page.Keyboard.TypeAsync("elena vidal");
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.WaitForURLAsync(new Regex("/Admin/People/[0-9a-z]{26}"));
        await desk.LookAsync();

        // What was opened stands in the palette; Esc closes it and the page has the focus again.
        await desk.Page.Keyboard.PressAsync("Control+k");
        await palette.Locator("[role=option][href*='/Admin/Units/']").WaitForAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        Assert.False(await palette.IsVisibleAsync());

        await desk.Page.Locator("h1").ClickAsync();
        await desk.Page.Keyboard.PressAsync("g");
        await desk.Page.Keyboard.PressAsync("v");
        await desk.Page.WaitForURLAsync("**/Admin/Visits");
        await desk.Page.Keyboard.PressAsync("?");
        await desk.Page.WaitForURLAsync("**/Admin/Keys");
        await desk.LookAsync();
        await desk.Page.Keyboard.PressAsync("g");
        await desk.Page.Keyboard.PressAsync("t");
        await desk.Page.WaitForURLAsync("**/Admin/Today");
        desk.AssertNoFaults();
    }

    [Theory]
    [InlineData(Phone, "es-ES")]
    [InlineData(Desk, "en-GB")]
    public async Task The_manager_sees_how_it_goes_and_opens_what_a_figure_counts(int width, string language)
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var manager = await Visitor.OpenAsync(fixture.Browser, width, language);
        await manager.SignInAsync(await fixture.Server.LinkAsync("manager"));
        await manager.GoAsync(fixture.Alba + "/Admin/Today");
        await manager.LookAsync();

        await manager.Page.Locator(".ps-stat a[href*='state=Vacant']").ClickAsync();
        await manager.Page.WaitForURLAsync("**/Admin/Units?state=Vacant");
        await manager.LookAsync();

        await manager.GoAsync(fixture.Alba + "/Admin/Queue?View=all");
        await manager.LookAsync();
        if (width == Phone)
        {
            // The menu opens with the group of this page, the others folded.
            await manager.GoAsync(fixture.Alba + "/Admin/Units");
            await manager.Page.Locator(".ps-tabbar a[href='#nav']").ClickAsync();
            Assert.Equal("community", await manager.Page.Locator(".ps-nav-group[open]").GetAttributeAsync("data-group"));
            await manager.LookAsync();
            await manager.Page.Locator(".ps-nav-group[data-group=administration] > summary").ClickAsync();
            await manager.LookAsync();
        }

        manager.AssertNoFaults();
    }

    [Fact]
    public async Task The_boards_of_the_other_roles_are_clean_on_a_phone_in_the_dark()
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        foreach (var who in new[] { "guard", "captain", "cashier", "engineer", "editor" })
        {
            await using var reader = await Visitor.OpenAsync(fixture.Browser, Phone);
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            await reader.SignInAsync(await fixture.Server.LinkAsync(who));
            await reader.GoAsync(fixture.Alba + "/Admin/Today");
            await reader.LookAsync();
            reader.AssertNoFaults();
        }
    }
}
