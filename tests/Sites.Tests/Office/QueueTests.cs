using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Visitors;
using OrchardCore.Entities;
using OrchardCore.Settings;
using Sites.Tests.Community;
using Sites.Tests.Hosting;

namespace Sites.Tests.Office;

/// <summary>One queue of what waits, of every kind that the reader may see.</summary>
public sealed class QueueTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Unit = "albaunitb07c00000000a9c767";
    private static readonly Actor Lucia = new("desk", "Lucía", [VisitPermissions.Register]);

    private DateTime Now => site.Sites.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task What_waits_for_a_decision_is_in_the_queue_of_who_may_decide_until_somebody_has()
    {
        var (visitId, number) = await AskingAsync("Óscar Peñalver");
        using var captain = await site.SignInAsync("captain");
        var queue = await PageAsync(captain, "/Admin/Queue");

        Assert.Contains("Óscar Peñalver", queue, StringComparison.Ordinal);
        Assert.Contains("Visita por aprobar", queue, StringComparison.Ordinal);
        Assert.Contains($"href=\"/Admin/Visits/Record/{visitId}\"", queue, StringComparison.Ordinal);
        Assert.Contains("Óscar Peñalver", await PageAsync(captain, "/Admin/Queue?View=unassigned"), StringComparison.Ordinal);
        Assert.DoesNotContain("Óscar Peñalver", await PageAsync(captain, "/Admin/Queue?View=mine"), StringComparison.Ordinal);
        Assert.Contains("Óscar Peñalver", await PageAsync(captain, "/Admin/Today"), StringComparison.Ordinal);
        Assert.Matches("<span>Asuntos</span>\\s*<span class=\"ps-count\"", await PageAsync(captain, "/Admin/Keys"));

        using var approved = await captain.SubmitAsync($"/Admin/Visits/Record/{visitId}", $"/Admin/Visits/Record/{visitId}/Step/approve");
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.DoesNotContain(number, await PageAsync(captain, "/Admin/Queue?View=all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_decide_neither_sees_nor_exports_nor_finds_it()
    {
        var (_, number) = await AskingAsync("Berta Queralt");
        foreach (var who in new[] { "guard", "desk", "engineer", "cashier" })
        {
            using var browser = await site.SignInAsync(who);
            foreach (var path in new[] { "/Admin/Queue?View=all", "/Admin/Queue/Export?View=all", "/Admin/Search/Suggest?q=Asuntos" })
            {
                Assert.DoesNotContain(number, await PageAsync(browser, path), StringComparison.Ordinal);
            }

            Assert.DoesNotContain("Asuntos abiertos", await PageAsync(browser, "/Admin/Search/Suggest?q=" + number), StringComparison.Ordinal);
        }

        using var owner = await site.SignInAsync("owner");
        foreach (var path in new[] { "/Admin/Queue", "/Admin/Queue/Export", "/Admin/Queue/Export.xlsx", "/Admin/Search", "/Admin/Search/Suggest?q=a", "/Admin/Keys" })
        {
            using var refused = await owner.GetAsync(path);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }
    }

    [Fact]
    public async Task The_queue_is_narrowed_by_kind_unit_and_words_without_accents_and_exported_as_shown()
    {
        var (_, number) = await AskingAsync("Ángela Núñez");
        using var manager = await site.SignInAsync("manager");

        Assert.Contains(number, await PageAsync(manager, "/Admin/Queue?View=all&Search=nunez"), StringComparison.Ordinal);
        Assert.Contains(number, await PageAsync(manager, "/Admin/Queue?View=all&Where%5Bkind%5D=VIS&Where%5Bunit%5D=b-07"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await PageAsync(manager, "/Admin/Queue?View=all&Where%5Bunit%5D=A-01"), StringComparison.Ordinal);
        Assert.Contains(number, await PageAsync(manager, "/Admin/Queue/Export?View=all&Search=nunez"), StringComparison.Ordinal);
        using var unknown = await manager.GetAsync("/Admin/Queue?View=everything");
        Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);
    }

    [Fact]
    public async Task What_has_become_overdue_is_said_so()
    {
        var (_, number) = await AskingAsync("Rosa Tardía", fromHours: -1);
        using var manager = await site.SignInAsync("manager");
        var late = await PageAsync(manager, "/Admin/Queue?View=overdue");

        Assert.Contains(number, late, StringComparison.Ordinal);
        Assert.Contains("data-due=\"late\"", late, StringComparison.Ordinal);
        Assert.Contains("1 h 0 min de más", late, StringComparison.Ordinal);
    }

    private async Task<(string VisitId, string Number)> AskingAsync(string name, int fromHours = 0)
    {
        var (id, number) = ("", "");
        await site.InAsync(async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var settings = await sites.LoadSiteSettingsAsync();
            settings.Alter<VisitorSettings>(visitors => visitors.Rules["Contractor"] = new VisitKindRule { NeedsApproval = true });
            await sites.UpdateSiteSettingsAsync(settings);
        });
        await site.InAsync(async services =>
        {
            var visit = await services.GetRequiredService<WalkIns>().RegisterAsync(
                Lucia,
                new VisitPlan(VisitKind.Contractor, new VisitGuest(name, null, 1, null), new VisitHost(Unit, "B-07-C", null, null), new VisitWindow(Now.AddHours(fromHours), Now.AddHours(4))),
                identitySeen: true);
            (id, number) = (visit.ContentItem.ContentItemId, visit.Number);
            await services.GetRequiredService<PropertySuite.Visitors.Visits>().SaveAsync(visit, visit.Log(Lucia, Now, true, "Elena", null));
        });
        return (id, number);
    }

    private static async Task<string> PageAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
