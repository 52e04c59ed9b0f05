using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests;

/// <summary>Parking from the owner's wish to the gate (PRK-04 to 07, 09, 17, 20), by all its people, in a real browser.</summary>
[Collection(Journeys.Name)]
public sealed class ParkingJourneyTests(BrowserFixture fixture)
{
    public static TheoryData<int, string> Windows => new() { { 360, "es-ES" }, { 1280, "en-GB" } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task An_owner_gets_a_space_and_the_gate_knows_the_plate(int width, string language)
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        var plate = $"B{Guid.NewGuid().ToString("n")[..5]}".ToUpperInvariant();
        await using var owner = await Visitor.OpenAsync(fixture.Browser, width, language);
        await owner.SignInAsync(await fixture.Server.LinkAsync("owner"));
        await owner.GoAsync(fixture.Alba + "/my/parking/apply");
        await owner.LookAsync();
        await SubmitAsync(owner);
        await owner.Page.Locator(".ps-errors").First.WaitForAsync();
        await owner.LookAsync();
        await owner.Page.Locator("#Plate").FillAsync(plate);
        await SubmitAsync(owner);
        await owner.Page.WaitForURLAsync("**/my/parking");
        await owner.LookAsync();

        await using var desk = await Visitor.OpenAsync(fixture.Browser, width, language);
        await desk.SignInAsync(await fixture.Server.LinkAsync("desk"));
        foreach (var page in new[] { "/Admin/Parking", "/Admin/Parking/Waiting", "/Admin/Parking/Leases", "/Admin/Parking/Spaces", "/Admin/Parking/Map", "/Admin/Parking/Vehicles", "/Admin/Parking/Violations", "/Admin/Parking/New" })
        {
            await desk.GoAsync(fixture.Alba + page);
            await desk.LookAsync();
        }

        await desk.GoAsync(fixture.Alba + "/Admin/Parking?View=open&Search=" + plate);
        await desk.Page.Locator("main table a.ps-title").First.ClickAsync();
        await desk.Page.Locator("form[action$='/verify'] button").ClickAsync();
        await desk.Page.Locator("a[href$='/Offer']").ClickAsync();
        await desk.LookAsync();
        await SubmitAsync(desk);
        await desk.Page.Locator("form[action$='/accept'] button").WaitForAsync();
        await desk.LookAsync();

        await owner.GoAsync(fixture.Alba + "/my/parking");
        await owner.LookAsync();
        await owner.Page.Locator("form[action$='/accept'] button").First.ClickAsync();
        await owner.Page.WaitForURLAsync("**/my/parking");
        await owner.LookAsync();
        owner.AssertNoFaults();
        desk.AssertNoFaults();

        await using var guard = await Visitor.OpenAsync(fixture.Browser, width, language);
        await guard.SignInAsync(await fixture.Server.LinkAsync("guard"));
        await guard.GoAsync(fixture.Alba + "/Admin/Parking/Plates?plate=" + plate);
        Assert.Contains(plate, await guard.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await guard.LookAsync();
        await guard.GoAsync(fixture.Alba + "/Admin/Parking/Report?plate=" + plate);
        await guard.Page.Locator("#Place").FillAsync("P1, rampa");
        await guard.LookAsync();
        await SubmitAsync(guard);
        await guard.Page.Locator(".ps-timeline").WaitForAsync();
        await guard.LookAsync();
        guard.AssertNoFaults();
    }

    private static Task SubmitAsync(Visitor visitor) => visitor.Page.Locator("main form button.btn-primary[type=submit]").First.ClickAsync();
}
