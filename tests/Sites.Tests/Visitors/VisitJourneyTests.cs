using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;

namespace Sites.Tests.Visitors;

[Collection(CommunitySiteCollection.Name)]
public sealed partial class VisitJourneyTests(CommunitySite site)
{
    [Fact]
    public async Task An_announced_visitor_is_let_in_and_out_and_everybody_sees_it_in_his_place()
    {
        // The owner announces.
        using var owner = await site.SignInAsync("owner");
        var announced = await InviteAsync(owner, "Nuria Salcedo Pons", persons: "2");
        var page = await ReadAsync(owner, announced);
        Assert.Contains("Nuria Salcedo Pons", page, StringComparison.Ordinal);
        var visitId = announced.Split('/')[^1];
        var digits = Digits().Match(page).Groups["digits"].Value.Replace(" ", "", StringComparison.Ordinal);
        var link = new Uri(WebUtility.HtmlDecode(Link().Match(page).Groups["url"].Value)).AbsolutePath;

        // The guest opens the pass without an account.
        using var guest = site.Anonymous();
        using var pass = await guest.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, pass.StatusCode);
        Assert.Contains("no-store", pass.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(pass.Headers.GetValues("Referrer-Policy")));

        // The guard checks and lets in.
        using var guard = await site.SignInAsync("guard");
        await ChooseGateAsync(guard);
        using var check = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Check", ("Code", digits));
        Assert.EndsWith($"/Admin/Visits/Gate/{visitId}", check.Headers.Location!.ToString(), StringComparison.Ordinal);
        var badge = await FreeBadgeAsync();
        using var admitted = await guard.SubmitAsync($"/Admin/Visits/Gate/{visitId}", $"/Admin/Visits/Gate/{visitId}/Admit", ("BadgeId", badge), ("Persons", "2"));
        Assert.Equal(HttpStatusCode.Redirect, admitted.StatusCode);

        // The manager sees who is inside, and the record with its history.
        using var manager = await site.SignInAsync("manager");
        Assert.Contains("Nuria Salcedo Pons", await ReadAsync(manager, "/Admin/Visits/Inside"), StringComparison.Ordinal);
        Assert.Contains("Nuria Salcedo Pons", await ReadAsync(manager, "/Admin/Visits/Inside/RollCall"), StringComparison.Ordinal);
        var record = await ReadAsync(manager, $"/Admin/Visits/Record/{visitId}");
        Assert.Contains("Puerta Norte", record, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(record, "<time datetime"));

        // The pass is used up, and says so in one sentence.
        using var again = await guard.SubmitAsync("/Admin/Visits/Gate", $"/Admin/Visits/Gate/{visitId}/Admit", ("BadgeId", badge), ("Persons", "1"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);

        // Out again, the badge is back.
        using var left = await guard.SubmitAsync($"/Admin/Visits/Gate/{visitId}", $"/Admin/Visits/Gate/{visitId}/Leave", ("badge", "Returned"));
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.DoesNotContain("Nuria Salcedo Pons", await ReadAsync(manager, "/Admin/Visits/Inside"), StringComparison.Ordinal);
        Assert.DoesNotContain("ps-digits", await ReadAsync(guest, link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_walk_in_waits_for_the_host_whose_answer_by_phone_is_logged()
    {
        using var desk = await site.SignInAsync("desk");
        using var unseen = await desk.SubmitAsync("/Admin/Visits/WalkIn", "/Admin/Visits/WalkIn", ("Unit", "b7c"), ("Name", "Tomás Rey"), ("Kind", "Guest"), ("Persons", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
        Assert.Contains("Tomás Rey", WebUtility.HtmlDecode(await unseen.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var registered = await desk.SubmitAsync("/Admin/Visits/WalkIn", "/Admin/Visits/WalkIn", ("Unit", "b7c"), ("Name", "Tomás Rey"), ("Kind", "Guest"), ("Persons", "1"), ("IdentitySeen", "true"));
        var answer = registered.Headers.Location!.ToString();
        var visitId = answer.Split('/')[^2];
        Assert.Contains("data-v=\"no\"", await ReadAsync(desk, $"/Admin/Visits/Gate/{visitId}"), StringComparison.Ordinal);

        using var logged = await desk.SubmitAsync(answer, answer, ("Answer", "confirm"), ("AnsweredBy", "Elena Vidal"), ("NumberCalled", "600 000 218"));
        Assert.Equal(HttpStatusCode.Redirect, logged.StatusCode);

        Assert.Contains("data-v=\"ok\"", await ReadAsync(desk, $"/Admin/Visits/Gate/{visitId}"), StringComparison.Ordinal);
        var record = await ReadAsync(desk, $"/Admin/Visits/Record/{visitId}");
        Assert.Contains("600 000 218", record, StringComparison.Ordinal);
        Assert.Contains("Elena Vidal", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_pass_opens_nothing_and_the_guard_reads_why()
    {
        using var owner = await site.SignInAsync("owner");
        var announced = await InviteAsync(owner, "Cancelled Guest");
        var visitId = announced.Split('/')[^1];
        using var cancelled = await owner.SubmitAsync(announced, $"/my/visits/{visitId}/cancel");
        Assert.Equal(HttpStatusCode.Redirect, cancelled.StatusCode);

        using var guard = await site.SignInAsync("guard");
        Assert.Contains("data-v=\"no\"", await ReadAsync(guard, $"/Admin/Visits/Gate/{visitId}"), StringComparison.Ordinal);
        using var twice = await owner.SubmitAsync("/my/visits/new", $"/my/visits/{visitId}/cancel");
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Theory]
    [InlineData("Name", "", "Name")]
    [InlineData("Persons", "many", "Persons")]
    [InlineData("From", "noon", "From")]
    [InlineData("Until", "25:00", "Until")]
    [InlineData("UnitId", "albaunitb08c00000000558c90", "UnitId")]
    [InlineData("Car", "yes", "Plate")]
    public async Task What_is_wrong_in_an_invitation_is_said_at_its_field_with_everything_typed_still_there(string field, string value, string wrong)
    {
        using var owner = await site.SignInAsync("owner");
        var fields = Invitation("Persistent Guest").Where(pair => pair.Name != field).Append((field, value)).ToArray();

        using var answer = await owner.SubmitAsync("/my/visits/new", "/my/visits/new", fields);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("ps-errors", page, StringComparison.Ordinal);
        Assert.Contains(field == "Name" ? "23:00" : "Persistent Guest", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"{wrong}-error\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("12345")]
    [InlineData("PS1.AAAA")]
    [InlineData("https://example.invalid/")]
    public async Task What_is_no_pass_of_today_gets_a_sentence_and_leads_nowhere(string scanned)
    {
        using var guard = await site.SignInAsync("guard");

        using var answer = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Check", ("Code", scanned));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Code-error", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signed_pass_is_checked_at_the_gate()
    {
        using var owner = await site.SignInAsync("owner");
        var visitId = (await InviteAsync(owner, "Signed Guest")).Split('/')[^1];
        var signed = "";
        await site.InAsync(async services =>
        {
            var visit = await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId);
            signed = await services.GetRequiredService<PassKeys>().SignAsync(visit!.Pass!.PassId, visit.Window);
        });
        using var guard = await site.SignInAsync("guard");

        using var answer = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Check", ("Code", signed));
        Assert.EndsWith(visitId, answer.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var bent = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Check", ("Code", signed[..^1] + (signed[^1] == 'A' ? 'B' : 'A')));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bent.StatusCode);
    }

    [Fact]
    public async Task An_owner_sees_visits_of_the_own_unit_only_and_other_addresses_are_not_found()
    {
        using var desk = await site.SignInAsync("desk");
        using var registered = await desk.SubmitAsync("/Admin/Visits/WalkIn", "/Admin/Visits/WalkIn", ("Unit", "B-08-C"), ("Name", "Guest of the neighbour"), ("Kind", "Guest"), ("Persons", "1"), ("IdentitySeen", "true"));
        var visitId = registered.Headers.Location!.ToString().Split('/')[^2];
        using var owner = await site.SignInAsync("owner");

        Assert.DoesNotContain("Guest of the neighbour", await ReadAsync(owner, "/my/visits"), StringComparison.Ordinal);
        Assert.DoesNotContain("Guest of the neighbour", await ReadAsync(owner, "/my"), StringComparison.Ordinal);
        using var foreign = await owner.GetAsync($"/my/visits/{visitId}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var cancel = await owner.SubmitAsync("/my/visits/new", $"/my/visits/{visitId}/cancel");
        Assert.Equal(HttpStatusCode.NotFound, cancel.StatusCode);
    }

    [Theory]
    [InlineData("owner", "/Admin/Visits")]
    [InlineData("owner", "/Admin/Visits/Gate")]
    [InlineData("owner", "/Admin/Visits/Export")]
    [InlineData("guard", "/Admin/Visits/Badges")]
    [InlineData("guard", "/my/visits")]
    public async Task A_role_without_the_permission_is_refused(string role, string path)
    {
        using var browser = await site.SignInAsync(role);

        using var answer = await browser.GetAsync(path);

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect or HttpStatusCode.NotFound, answer.StatusCode.ToString());
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/my/visits")]
    [InlineData("/Admin/Visits")]
    [InlineData("/Admin/Visits/Gate")]
    [InlineData("/visits/pass-keys.json")]
    [InlineData("/pass/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Who_is_not_signed_in_sees_nothing(string path)
    {
        using var nobody = site.Anonymous();

        using var answer = await nobody.GetAsync(path);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static (string Name, string Value)[] Invitation(string name, string persons = "1") =>
        [("Name", name), ("UnitId", "albaunitb07c00000000a9c767"), ("Day", "today"), ("From", "9:00"), ("Until", "23:00"), ("Persons", persons), ("Car", "no")];

    private static async Task<string> InviteAsync(TestBrowser owner, string name, string persons = "1")
    {
        using var answer = await owner.SubmitAsync("/my/visits/new", "/my/visits/new", Invitation(name, persons));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static async Task ChooseGateAsync(TestBrowser guard)
    {
        using var chosen = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Place", ("entranceId", "entrancenorth0000000000001"));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
    }

    private async Task<string> FreeBadgeAsync()
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<Badges>().FreeAsync())[^1].BadgeId);
        return id;
    }

    private static async Task<string> ReadAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("ps-digits\">(?<digits>[\\d ]+)<")]
    private static partial Regex Digits();

    [GeneratedRegex("href=\"(?<url>http[^\"]+/pass/[^\"]+)\"")]
    private static partial Regex Link();
}
