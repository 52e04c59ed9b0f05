using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using PropertySuite.Core;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;

namespace Sites.Tests.Visitors;

/// <summary>The office's own visitors, the figures of the log, and what is known of visitors when they have left.</summary>
public sealed class VisitOfficeTests(CommunitySite site) : IClassFixture<CommunitySite>
{
    private const string Unit = "albaunitb07c00000000a9c767";
    private static readonly Actor Lucia = new("desk", "Lucía", [VisitPermissions.Register]);
    private static readonly Actor Tomas = new("guard", "Tomás", [VisitPermissions.Operate]);

    private DateTime Now => site.Sites.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task VIS15_Somebody_for_the_office_is_received_asked_to_wait_looked_after_brought_and_seen_off()
    {
        using var desk = await site.SignInAsync("desk");
        using var received = await desk.SubmitAsync("/Admin/Visits/Office/New", "/Admin/Visits/Office/New", ("Name", "Olga Oficina"), ("Employee", "Marta Gil"), ("IsHere", "true"), ("Persons", "1"));
        Assert.Equal(HttpStatusCode.Redirect, received.StatusCode);
        var page = received.Headers.Location!.ToString();

        await StepAsync(desk, page, "call");
        using var nowhere = await desk.SubmitAsync(page, page + "/wait", ("Said", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);
        await StepAsync(desk, page, "wait", "Room 2");
        site.Sites.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Contains("ps-due", await ReadAsync(desk, "/Admin/Visits/Office"), StringComparison.Ordinal);
        await StepAsync(desk, page, "serve");
        Assert.DoesNotContain("data-due", await ReadAsync(desk, "/Admin/Visits/Office"), StringComparison.Ordinal);
        await StepAsync(desk, page, "bring");
        await StepAsync(desk, page, "meet");
        await StepAsync(desk, page, "farewell");
        await StepAsync(desk, page, "tidy");
        using var again = await desk.SubmitAsync("/Admin/Visits/Office/New", page + "/bring");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task VIS18_The_log_is_a_spreadsheet_and_its_figures_are_tables()
    {
        await LeftAsync("=cmd|' /C calc'!A0");
        using var manager = await site.SignInAsync("manager");

        using var answer = await manager.GetAsync("/Admin/Visits/Export.xlsx?View=all");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        var rows = MiniExcel.Query(file).Cast<IDictionary<string, object>>().ToList();
        Assert.True(rows.Count >= 2);
        Assert.Contains(rows, row => row.Values.Any(cell => cell?.ToString() == "B-07-C"));
        Assert.Contains("B-07-C", await ReadAsync(manager, "/Admin/Visits/Figures"), StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", await ReadAsync(manager, "/Admin/Visits/Figures?from=yesterday"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS19_A_name_is_masked_after_a_day_shown_to_who_says_why_and_deleted_on_request()
    {
        var visitId = await LeftAsync("Irene Identidad");
        using var manager = await site.SignInAsync("manager");
        Assert.Contains("Irene Identidad", await ReadAsync(manager, $"/Admin/Visits/Record/{visitId}"), StringComparison.Ordinal);

        site.Sites.Time.Advance(TimeSpan.FromHours(25));
        using var later = await site.SignInAsync("manager");
        var record = $"/Admin/Visits/Record/{visitId}";
        foreach (var page in new[] { record, "/Admin/Visits?View=all" })
        {
            var shown = await ReadAsync(later, page);
            Assert.DoesNotContain("Irene Identidad", shown, StringComparison.Ordinal);
            Assert.Contains("I. I.", shown, StringComparison.Ordinal);
        }

        using var without = await later.SubmitAsync(record + "/Identity", record + "/Identity", ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var revealed = await later.SubmitAsync(record + "/Identity", record + "/Identity", ("Reason", "Lost property"));
        Assert.Contains("Irene Identidad", await revealed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Lost property", await ReadAsync(later, record), StringComparison.Ordinal);
        using var guard = await site.SignInAsync("guard");
        using var refused = await guard.GetAsync(record + "/Identity");
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);

        using var erased = await later.SubmitAsync(record + "/Identity", record + "/Erase", ("Reason", "Asked by the visitor"));
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        await site.InAsync(async services => Assert.True((await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId))!.IsForgotten));
    }

    private async Task<string> LeftAsync(string name)
    {
        var id = "";
        await site.InAsync(async services =>
        {
            var visits = services.GetRequiredService<PropertySuite.Visitors.Visits>();
            var visit = await services.GetRequiredService<WalkIns>().RegisterAsync(
                Lucia, new VisitPlan(VisitKind.Guest, new VisitGuest(name, "600 000 344", 1, "7720-DMO"), new VisitHost(Unit, "B-07-C", null, null), new VisitWindow(Now, Now.AddHours(1))), identitySeen: true);
            var north = new GatePlace("entrancenorth0000000000001", "Puerta Norte");
            await visits.SaveAsync(visit, visit.Log(Lucia, Now, true, "Elena", null));
            await visits.SaveAsync(visit, visit.Admit(Tomas, Now, north, 1, null));
            await visits.SaveAsync(visit, visit.Leave(Tomas, Now, north, BadgeReturn.None));
            id = visit.ContentItem.ContentItemId;
        });
        return id;
    }

    private static async Task StepAsync(TestBrowser desk, string page, string verb, string said = "")
    {
        using var taken = await desk.SubmitAsync("/Admin/Visits/Office/New", $"{page}/{verb}", ("Said", said));
        Assert.True(taken.StatusCode == HttpStatusCode.Redirect, $"{verb}: {taken.StatusCode}");
    }

    private static async Task<string> ReadAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
