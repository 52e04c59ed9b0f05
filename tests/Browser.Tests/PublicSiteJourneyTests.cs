using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PropertySuite.Browser.Tests;

/// <summary>The public site and the way into it: an editor's notice, an anonymous reader, an owner who joins with a code (NTC-03, DOC-03, D14), in a real browser.</summary>
[Collection(Journeys.Name)]
public sealed class PublicSiteJourneyTests(BrowserFixture fixture)
{
    private const int Phone = 360;
    private const int Desk = 1280;
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static TheoryData<int, string, string> Windows => new() { { Phone, "es-ES", "albapersonrafaelvidac7113b" }, { Desk, "en-GB", "albapersonjulianofarbb8a20" }, { Phone, "zh-CN", "albapersonhugosalvatb2e112" } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task What_an_editor_publishes_is_read_by_everybody_and_an_owner_joins_with_the_code_of_a_letter(int width, string language, string personId)
    {
        Assert.SkipUnless(fixture.IsUsable, "There is no Chromium on this machine.");
        var title = $"Concierto de Navidad {Guid.NewGuid().ToString("n")[..6]}";

        await using (var editor = await Visitor.OpenAsync(fixture.Browser, width, language))
        {
            await editor.SignInAsync(await fixture.Server.LinkAsync("editor"));
            await editor.GoAsync(fixture.Alba + "/Admin/News/New");
            await editor.LookAsync();
            await editor.Page.FillAsync("[name='Texts[0].Title']", title);
            await editor.Page.FillAsync("[name='Texts[0].Body']", "Club social, 19:00.\n\n- Entrada libre\n- Chocolate para todos");
            await editor.Page.SetInputFilesAsync("[name='Picture.New']", new FilePayload { Name = "cartel.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Picture) });
            await editor.Page.Locator("main form button[type=submit]").ClickAsync();
            await editor.Page.WaitForURLAsync(new Regex("/Admin/News/[0-9a-z]{26}$"));
            await editor.LookAsync();
            var record = editor.Page.Url;

            await editor.GoAsync(fixture.Alba + "/news/" + record.Split('/')[^1]);
            await editor.LookAsync();
            await editor.GoAsync(record);
            await editor.Page.Locator("form[action$='/publish'] button").ClickAsync();
            await editor.Page.WaitForURLAsync(record);
            await editor.GoAsync(fixture.Alba + "/Admin/News");
            await editor.LookAsync();
            Assert.Contains(title, await editor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            await editor.GoAsync(fixture.Alba + "/Admin/Documents");
            await editor.LookAsync();
            editor.AssertNoFaults();
        }

        await using (var reader = await Visitor.OpenAsync(fixture.Browser, width, language))
        {
            await reader.GoAsync(fixture.Alba + "/");
            await reader.LookAsync();
            await reader.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = title }).ClickAsync();
            await reader.Page.WaitForURLAsync("**/news/*");
            await reader.LookAsync();
            Assert.True(await reader.Page.EvaluateAsync<bool>("() => document.querySelector('.ps-article-picture').naturalWidth > 0"));
            foreach (var page in new[] { "/news", "/documents", "/contact", "/search?q=chocolate" })
            {
                await reader.GoAsync(fixture.Alba + page);
                await reader.LookAsync();
            }

            Assert.Contains(title, await reader.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
            reader.AssertNoFaults();
        }

        var code = "";
        await using (var manager = await Visitor.OpenAsync(fixture.Browser, width, language))
        {
            await manager.SignInAsync(await fixture.Server.LinkAsync("manager"));
            await manager.GoAsync($"{fixture.Alba}/Admin/People/{personId}");
            await manager.LookAsync();
            await manager.Page.Locator("form[action$='/JoinLetter'] button").ClickAsync();
            code = await manager.Page.Locator(".ps-join-code").InnerTextAsync();
            await manager.LookAsync();
            manager.AssertNoFaults();
        }

        await using var owner = await Visitor.OpenAsync(fixture.Browser, width, language);
        await owner.GoAsync(fixture.Alba + "/join");
        await owner.LookAsync();
        await owner.Page.FillAsync("[name=Code]", "2222-3333-4444-5555");
        await JoinAsync(owner.Page, personId);
        await owner.Page.Locator("#Code-error").WaitForAsync();
        await owner.LookAsync();
        await owner.Page.FillAsync("[name=Code]", code);
        await JoinAsync(owner.Page, personId);
        await owner.Page.WaitForURLAsync("**/Login*");
        await owner.Page.FillAsync("[name=UserName]", $"{personId}@example.org");
        await owner.Page.FillAsync("[name=Password]", "Nine quiet herons at dusk");
        await owner.Page.Locator("main form button[type=submit]").First.ClickAsync();
        await owner.Page.WaitForURLAsync("**/my");
        await owner.LookAsync();

        // Everything is one step away, whatever the width: what does not fit stands under the last entry.
        await owner.Page.Locator(width == Phone ? ".ps-more-tab > summary" : ".ps-more > summary").ClickAsync();
        await owner.LookAsync();
        await owner.Page.Locator(width == Phone ? ".ps-sheet-menu a[href='/documents']" : ".ps-more a[href='/documents']").ClickAsync();
        await owner.Page.WaitForURLAsync("**/documents");
        owner.AssertNoFaults();

        // Without a connection the site says so instead of nothing.
        await owner.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await owner.Page.ReloadAsync();
        await owner.SetOfflineAsync(true);
        await owner.Page.GotoAsync(fixture.Alba + "/my");
        await owner.Page.Locator(".ps-gate-card h1").WaitForAsync();
        await owner.SetOfflineAsync(false);
    }

    private static async Task JoinAsync(IPage page, string name)
    {
        await page.FillAsync("[name=Email]", $"{name}@example.org");
        await page.FillAsync("[name=Password]", "Nine quiet herons at dusk");
        await page.FillAsync("[name=PasswordConfirmation]", "Nine quiet herons at dusk");
        await page.Locator("main form button[type=submit]").First.ClickAsync();
    }
}
