using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;

namespace Sites.Tests.Visitors;

/// <summary>What a device of the gate gets while it is online, and sends after it was not.</summary>
[Collection(CommunitySiteCollection.Name)]
public sealed class OfflineGateTests(CommunitySite site)
{
    private const string Offline = "/Admin/Visits/Gate/Offline";
    private const string Unit = "albaunitb07c00000000a9c767";
    private const string North = "entrancenorth0000000000001";
    private static readonly Actor Elena = new("owner", "Elena", [VisitPermissions.Announce], [Unit]);

    private DateTime Now => site.Sites.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task VIS06_An_admission_without_a_connection_is_booked_once_however_often_it_arrives()
    {
        var (visitId, pass) = await InviteAsync("Olga Sin Red");
        using var guard = await site.SignInAsync("guard");
        var kept = await SettingsAsync(guard);
        var report = Report(pass, kept, "AAAAAAAAAAAAAAAAAAAAA1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(guard, kept, report)));
        var again = await SendAsync(guard, kept, report);

        // Who lost the race asks again, and gets the same answer as who won it.
        Assert.Contains(answers, answer => answer.Outcome == "admitted");
        Assert.All(answers, answer => Assert.True(answer.Outcome == "admitted" || answer.Status == HttpStatusCode.Conflict));
        Assert.Equal("admitted", again.Outcome);
        await site.InAsync(async services =>
        {
            var visit = await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId);
            Assert.Equal((VisitState.CheckedIn, "Puerta Norte"), (visit!.State, visit.Admission!.Gate.Name));
            Assert.Single(await services.GetRequiredService<RecordHistory>().OfAsync(visitId), entry => entry.Verb == "admit-offline");
        });
    }

    [Fact]
    public async Task VIS06_A_pass_that_was_cancelled_meanwhile_is_told_to_the_guard_and_kept_on_the_visit()
    {
        var (visitId, pass) = await InviteAsync("Carlos Anulado");
        using var guard = await site.SignInAsync("guard");
        var kept = await SettingsAsync(guard);
        await site.InAsync(async services =>
        {
            var visits = services.GetRequiredService<PropertySuite.Visitors.Visits>();
            var visit = await visits.FindAsync(visitId);
            await visits.SaveAsync(visit!, visit!.Cancel(Elena, Now));
        });

        var answer = await SendAsync(guard, kept, Report(pass, kept, "AAAAAAAAAAAAAAAAAAAAA2"));

        Assert.Equal("conflict", answer.Outcome);
        Assert.Equal("El anfitrión anuló esta visita.", answer.Sentence);
        Assert.Contains("El anfitrión anuló esta visita.", WebUtility.HtmlDecode(await guard.ReadAsync($"/Admin/Visits/Record/{visitId}")), StringComparison.Ordinal);
        var closed = (await SettingsAsync(guard)).GetProperty("closed").EnumerateArray().ToList();
        Assert.Contains(closed, one => one.GetProperty("why").GetString() == "cancelled");
    }

    [Fact]
    public async Task VIS06_A_report_that_no_device_of_this_gate_made_is_refused()
    {
        var (visitId, pass) = await InviteAsync("Falsa Entrada");
        using var guard = await site.SignInAsync("guard");
        var kept = await SettingsAsync(guard);

        foreach (var forged in new[]
        {
            Report(pass, kept, "AAAAAAAAAAAAAAAAAAAAA3") with { Seal = "CfDJ8-not-a-seal" },
            Report(pass, kept, "AAAAAAAAAAAAAAAAAAAAA4") with { AtUtc = Now.AddHours(-3) },
            Report(pass, kept, "AAAAAAAAAAAAAAAAAAAAA5") with { AtUtc = Now.AddHours(3) },
            Report(pass[..^4] + "AAAA", kept, "AAAAAAAAAAAAAAAAAAAAA6"),
            Report(pass, kept, "short"),
        })
        {
            Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(guard, kept, forged)).Status);
        }

        await site.InAsync(async services =>
            Assert.Equal(VisitState.Invited, (await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId))!.State));
    }

    [Fact]
    public async Task VIS06_What_a_device_keeps_names_no_visitor_and_no_unit()
    {
        await InviteAsync("Nombre Privado");
        using var guard = await site.SignInAsync("guard");

        var kept = await guard.ReadAsync(Offline + "/Settings");
        var page = await guard.ReadAsync(Offline);

        Assert.DoesNotContain("Nombre Privado", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("B-07-C", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">guard<", page, StringComparison.Ordinal);
        using var worker = await guard.GetAsync(Offline + "/Worker.js");
        Assert.Equal("/Admin/Visits/Gate", Assert.Single(worker.Headers.GetValues("Service-Worker-Allowed")));
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType!.MediaType);
        using var owner = await site.SignInAsync("owner");
        using var refused = await owner.GetAsync(Offline + "/Settings");
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    private sealed record Sent(string ClientKey, string Pass, DateTime AtUtc, string GateId, int Persons, string Seal);

    private sealed record Answer(HttpStatusCode Status, string? Outcome, string? Sentence);

    private Sent Report(string pass, JsonElement kept, string key) => new(key, pass, Now, North, 1, kept.GetProperty("seal").GetString()!);

    private static async Task<JsonElement> SettingsAsync(TestBrowser guard) =>
        JsonDocument.Parse(await guard.ReadAsync(Offline + "/Settings")).RootElement;

    private static async Task<Answer> SendAsync(TestBrowser guard, JsonElement kept, Sent report)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Offline + "/Admissions")
        {
            Content = new StringContent(JsonSerializer.Serialize(report, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", kept.GetProperty("formToken").GetString());
        request.Headers.Add("Accept-Language", "es");
        using var answer = await guard.SendAsync(request, "application/json");
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new Answer(
            answer.StatusCode,
            body.RootElement.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : null,
            body.RootElement.TryGetProperty("sentence", out var sentence) ? sentence.GetString() : null);
    }

    private async Task<(string VisitId, string Pass)> InviteAsync(string name)
    {
        var (visitId, pass) = ("", "");
        await site.InAsync(async services =>
        {
            var visit = await services.GetRequiredService<Invitations>().InviteAsync(Elena, new VisitPlan(
                VisitKind.Guest, new VisitGuest(name, null, 1, null), new VisitHost(Unit, "B-07-C", null, "Elena"), new VisitWindow(Now, Now.AddHours(2))));
            visitId = visit.ContentItem.ContentItemId;
            pass = await services.GetRequiredService<PassKeys>().SignAsync(visit.Pass!.PassId, visit.Window);
        });
        return (visitId, pass);
    }
}
