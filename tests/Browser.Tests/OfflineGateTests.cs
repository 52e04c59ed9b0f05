using System.Globalization;
using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests;

/// <summary>The guard's phone loses the network, goes on checking passes, and tells the server afterwards (VIS-05, VIS-06).</summary>
[Collection(Journeys.Name)]
public sealed class OfflineGateTests(BrowserFixture fixture)
{
    private const int Phone = 360;

    // The same reading of the code as the camera's, of the picture that the owner shares.
    private const string ReadCode =
        """
        async () => {
          const { default: read } = await import('/PropertySuite.Office/vendor/jsqr.js');
          const drawn = document.querySelector('.ps-qr svg');
          const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 640 });
          const pen = canvas.getContext('2d');
          pen.fillStyle = 'white';
          pen.fillRect(0, 0, 640, 640);
          pen.fillStyle = 'black';
          pen.scale(640 / drawn.viewBox.baseVal.width, 640 / drawn.viewBox.baseVal.height);
          pen.fill(new Path2D(drawn.querySelector('path').getAttribute('d')));
          return read(pen.getImageData(0, 0, 640, 640).data, 640, 640).data;
        }
        """;

    [Fact]
    public async Task VIS06_A_pass_is_checked_and_used_without_a_connection_and_booked_once_when_it_is_back()
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        var guest = $"Olga Sinred {Guid.NewGuid().ToString("n")[..6]}";
        await using var owner = await OwnerAsync();
        var pass = await AnnounceAsync(owner, guest);
        await using var guard = await GuardAsync();

        await guard.SetOfflineAsync(true);
        await CheckAsync(guard, pass);
        await guard.Page.Locator("[data-part=maybe]").WaitForAsync();
        await guard.LookAsync();
        await guard.Page.Locator("[data-action='gate-offline#admit']").ClickAsync();
        await guard.Page.Locator("[data-part=done]").WaitForAsync();
        await guard.LookAsync();
        Assert.Equal(1, await guard.Page.Locator("[data-gate-offline-target=list] li").CountAsync());
        var entry = await guard.Page.EvaluateAsync<string>("async () => JSON.stringify(await (await import('/PropertySuite.Visitors/js/gate-store.js')).all('queue'))");
        Assert.DoesNotContain(guest, entry, StringComparison.Ordinal);

        // The page is there without the network, and knows what this device has let in.
        await guard.Page.GotoAsync(fixture.Alba + "/Admin/Visits/Gate");
        await guard.Page.Locator("[data-part=scan]").WaitForAsync();
        await guard.LookAsync();
        await guard.Page.Locator("#Code").FillAsync(pass);
        await guard.Page.Locator("[data-part=scan] button[type=submit]").ClickAsync();
        await guard.Page.Locator("[data-part=no]").WaitForAsync();
        await guard.LookAsync();
        await guard.Page.GotoAsync(fixture.Alba + "/Admin/Visits/Gate");
        await guard.Page.Locator("#Code").FillAsync(pass[..^6] + "AAAAAA");
        await guard.Page.Locator("[data-part=scan] button[type=submit]").ClickAsync();
        await guard.Page.Locator("[data-part=no]").WaitForAsync();

        await guard.SetOfflineAsync(false);
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate");
        await QueueIsEmptyAsync(guard);

        // The same admission once more, as after an answer that was lost on the way.
        await guard.Page.EvaluateAsync("async text => { const { put } = await import('/PropertySuite.Visitors/js/gate-store.js'); for (const entry of JSON.parse(text)) await put('queue', entry); }", entry);
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate");
        await QueueIsEmptyAsync(guard);
        Assert.Equal(0, await guard.Page.Locator("[data-gate-target=answers] li").CountAsync());
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate/Inside?text=" + Uri.EscapeDataString(guest));
        Assert.Equal(1, await guard.Page.Locator("main li", new PageLocatorOptions { HasText = guest }).CountAsync());
        guard.AssertNoFaults();
    }

    [Fact]
    public async Task VIS06_A_visit_that_was_cancelled_meanwhile_is_shown_to_the_guard_who_let_it_in()
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var owner = await OwnerAsync();
        var pass = await AnnounceAsync(owner, $"Carlos Anulado {Guid.NewGuid().ToString("n")[..6]}");
        await using var guard = await GuardAsync();

        await guard.SetOfflineAsync(true);
        await owner.Page.Locator("form[action$='/cancel'] button").ClickAsync();
        await owner.Page.Locator(".ps-qr").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await CheckAsync(guard, pass);
        await guard.Page.Locator("[data-action='gate-offline#admit']").ClickAsync();
        await guard.Page.Locator("[data-part=done]").WaitForAsync();

        await guard.SetOfflineAsync(false);
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate");
        var told = guard.Page.Locator("[data-gate-target=answers] li");
        await told.First.WaitForAsync();
        await guard.LookAsync();
        await told.First.Locator("a").ClickAsync();
        await guard.Page.Locator("[data-v=no]").WaitForAsync();
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate");
        await told.First.Locator("button").ClickAsync();
        await told.First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        guard.AssertNoFaults();
    }

    [Fact]
    public async Task VIS06_Signing_out_leaves_nothing_on_the_device_that_admits()
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var owner = await OwnerAsync();
        var pass = await AnnounceAsync(owner, $"Sara Fuera {Guid.NewGuid().ToString("n")[..6]}");
        await using var guard = await GuardAsync();
        await guard.Page.Locator("details.ps-menu > summary").ClickAsync();
        await guard.Page.Locator("form[action$='/LogOff'] button").ClickAsync();
        await guard.Page.WaitForURLAsync(address => !address.Contains("/Gate", StringComparison.Ordinal));

        await guard.SetOfflineAsync(true);
        await guard.Page.GotoAsync(fixture.Alba + "/Admin/Visits/Gate");
        await CheckAsync(guard, pass);

        await guard.Page.Locator("[data-part=no]").WaitForAsync();
        Assert.False(await guard.Page.Locator("[data-part=maybe]").IsVisibleAsync());
    }

    [Fact]
    public async Task A_photo_of_a_phone_is_sent_as_a_small_one()
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var desk = await Visitor.OpenAsync(fixture.Browser, Phone);
        await desk.SignInAsync(await fixture.Server.LinkAsync("desk"));
        await desk.GoAsync(fixture.Alba + "/Admin/Visits/WalkIn?Unit=b7c");

        // A picture of the size that phones take, of what no compression makes small.
        await desk.Page.EvaluateAsync(
            """
            async () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 });
              const pen = canvas.getContext('2d');
              const noise = pen.createImageData(4000, 750);
              for (let at = 0; at < noise.data.length; at++) noise.data[at] = (at * 2654435761) >>> 24;
              for (let row = 0; row < 4; row++) pen.putImageData(noise, 0, row * 750);
              const bytes = await new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
              const carrier = new DataTransfer();
              carrier.items.add(new File([bytes], 'large.png', { type: 'image/png' }));
              const input = document.getElementById('Photo');
              input.files = carrier.files;
              input.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """);
        await desk.Page.Locator("#Photo[data-photo-bytes]").WaitForAsync();
        var sent = await desk.Page.EvaluateAsync<int>("() => document.getElementById('Photo').files[0].size");

        Assert.InRange(sent, 1_000, 1_500_000);
        desk.AssertNoFaults();
    }

    [Fact]
    public async Task The_list_of_visits_names_each_figure_on_a_phone()
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        await using var owner = await OwnerAsync();
        await AnnounceAsync(owner, $"Lista Corta {Guid.NewGuid().ToString("n")[..6]}");
        await using var desk = await Visitor.OpenAsync(fixture.Browser, Phone);
        await desk.SignInAsync(await fixture.Server.LinkAsync("desk"));
        await desk.GoAsync(fixture.Alba + "/Admin/Visits?View=all");
        await desk.LookAsync();

        var labels = await desk.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelector('tbody tr').querySelectorAll('td[data-label]:not(.ps-c-title)')].map(cell => getComputedStyle(cell, '::before').content)");
        Assert.True(labels.Length > 3);
        Assert.All(labels, label => Assert.True(label.Length > 3, label));
        desk.AssertNoFaults();
    }

    private async Task<Visitor> OwnerAsync()
    {
        var owner = await Visitor.OpenAsync(fixture.Browser, Phone);
        await owner.SignInAsync(await fixture.Server.LinkAsync("owner"));
        return owner;
    }

    /// <summary>A guard at a gate, whose phone has what it needs for the time without a connection.</summary>
    private async Task<Visitor> GuardAsync()
    {
        var guard = await Visitor.OpenAsync(fixture.Browser, Phone);
        await guard.SignInAsync(await fixture.Server.LinkAsync("guard"));
        await guard.GoAsync(fixture.Alba + "/Admin/Visits/Gate");
        var gates = guard.Page.Locator("form[action$='/Place'] select");
        if (await gates.CountAsync() > 0 && !await gates.IsVisibleAsync())
        {
            await guard.Page.Locator("main details summary").ClickAsync();
        }

        await guard.ChooseGateAsync();
        await guard.Page.Locator("[data-gate-ready]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await guard.Page.WaitForFunctionAsync(
            "async () => navigator.serviceWorker.controller && (await (await import('/PropertySuite.Visitors/js/gate-store.js')).settings())?.gateId");
        return guard;
    }

    private async Task<string> AnnounceAsync(Visitor owner, string guest)
    {
        var here = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Madrid"));
        await owner.GoAsync(fixture.Alba + "/my/visits/new");
        await owner.Page.Locator("#Name").FillAsync(guest);
        await owner.Page.Locator("label:has(input[name=Day][value=today])").ClickAsync();
        await owner.Page.Locator("#From").FillAsync(here.ToString("HH:mm", CultureInfo.InvariantCulture));
        await owner.Page.Locator("#Until").FillAsync(here.AddHours(2).ToString("HH:mm", CultureInfo.InvariantCulture));
        await owner.Page.Locator("main form button.btn-primary[type=submit]").ClickAsync();
        await owner.Page.Locator(".ps-qr svg").WaitForAsync();
        return await owner.Page.EvaluateAsync<string>(ReadCode);
    }

    private static async Task CheckAsync(Visitor guard, string pass)
    {
        await guard.Page.Locator("#Code").FillAsync(pass);
        await guard.Page.Locator("form:has(#Code) button[type=submit]").ClickAsync();
    }

    private static Task QueueIsEmptyAsync(Visitor guard) => guard.Page.WaitForFunctionAsync(
        "async () => (await (await import('/PropertySuite.Visitors/js/gate-store.js')).all('queue')).length === 0");
}
