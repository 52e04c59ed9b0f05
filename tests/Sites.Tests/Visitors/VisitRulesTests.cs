using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Core;
using PropertySuite.Visitors;
using PropertySuite.Visitors.Contracts;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Visitors;

/// <summary>The office's rules about visits, on a site with its pages, workflows and clock.</summary>
public sealed partial class VisitRulesTests(CommunitySite site) : IClassFixture<CommunitySite>
{
    private const string Unit = "albaunitb07c00000000a9c767";
    private const string North = "entrancenorth0000000000001";
    private static readonly Actor Elena = new("owner", "Elena", [VisitPermissions.Announce], [Unit]);
    private static readonly Actor Lucia = new("desk", "Lucía", [VisitPermissions.Register]);

    private DateTime Now => site.Sites.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task VIS03_The_host_answers_by_the_link_of_a_mail_once_and_opening_it_changes_nothing()
    {
        var visitId = await RegisterAsync("Marcos Correo");
        var link = await MailedLinkAsync(visitId);
        using var host = site.Anonymous();

        Assert.Contains("Marcos Correo", await ReadAsync(host, link), StringComparison.Ordinal);
        Assert.Equal(VisitState.WalkIn, (await FindAsync(visitId)).State);
        using var answered = await host.SubmitAsync(link, link, ("answer", "yes"));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal("no-referrer", Assert.Single(answered.Headers.GetValues("Referrer-Policy")));

        var visit = await FindAsync(visitId);
        Assert.Equal((VisitState.Confirmed, AnswerChannel.Mail), (visit.State, visit.Answer!.Channel));
        Assert.DoesNotContain("Marcos Correo", await ReadAsync(host, link), StringComparison.Ordinal);
        await site.InAsync(async services => Assert.DoesNotContain(
            link.Split('/')[^1],
            System.Text.Json.JsonSerializer.Serialize(await services.GetRequiredService<ISession>().Query<HostAsk, HostAskIndex>().ListAsync()),
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task VIS03_A_link_is_closed_when_its_time_is_over_and_a_wrong_one_says_nothing()
    {
        var visitId = await RegisterAsync("Tarde Llega");
        var link = await MailedLinkAsync(visitId);
        site.Sites.Time.Advance(TimeSpan.FromMinutes(3));
        using var host = site.Anonymous();

        Assert.DoesNotContain("Tarde Llega", await ReadAsync(host, link), StringComparison.Ordinal);
        var unknown = await ReadAsync(host, "/visits/answer/AAAAAAAAAAAAAAAAAAAAAA");
        Assert.DoesNotContain("<button class=\"btn btn-primary", unknown, StringComparison.Ordinal);
        // The deadline may have been noted by now; nobody is let in by it.
        Assert.Contains((await FindAsync(visitId)).State, new[] { VisitState.WalkIn, VisitState.NoAnswer });
    }

    [Fact]
    public async Task VIS03_The_host_answers_on_the_own_page_and_nobody_of_another_unit_can()
    {
        var visitId = await RegisterAsync("Pablo Pagina");
        using var owner = await site.SignInAsync("owner");

        Assert.Contains("Pablo Pagina", await ReadAsync(owner, "/my/visits"), StringComparison.Ordinal);
        using var answered = await owner.SubmitAsync($"/my/visits/{visitId}", $"/my/visits/{visitId}/answer", ("answer", "no"));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);

        var visit = await FindAsync(visitId);
        Assert.Equal((VisitState.Refused, RefusalKind.Host, AnswerChannel.Page), (visit.State, visit.Refusal!.Kind, visit.Answer!.Channel));
        var other = await RegisterAsync("Otra Casa", "albaunita01a000000000000000");
        using var refused = await owner.SubmitAsync("/my/visits/new", $"/my/visits/{other}/answer", ("answer", "yes"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task VIS03_Without_an_answer_the_offices_workflow_asks_once_more_and_then_turns_the_visitor_away()
    {
        var visitId = await RegisterAsync("Silvia Silencio");

        site.Sites.Time.Advance(TimeSpan.FromMinutes(3));
        var visit = await UntilAsync(visitId, asked => asked.Calls == 2);
        Assert.Equal((VisitState.WalkIn, 2), (visit.State, visit.Calls));

        site.Sites.Time.Advance(TimeSpan.FromMinutes(3));
        visit = await UntilAsync(visitId, away => away.State == VisitState.Refused);
        Assert.Equal((VisitState.Refused, RefusalKind.NoAnswer), (visit.State, visit.Refusal?.Kind));
        await site.InAsync(async services => Assert.Equal(
            ["turn-away", "give-up", "ask-again", "give-up", "register"],
            (await services.GetRequiredService<RecordHistory>().OfAsync(visitId)).Where(entry => entry.From != entry.To).Select(entry => entry.Verb)));
    }

    [Fact]
    public async Task VIS04_A_kind_that_needs_approval_waits_for_somebody_who_may_approve()
    {
        await SettingsAsync(settings => settings.Rules["Contractor"] = new VisitKindRule { NeedsApproval = true });
        var visitId = await RegisterAsync("Oscar Obra", kind: VisitKind.Contractor);
        await ChangeAsync(visitId, visit => visit.Log(Lucia, Now, true, "Elena", null));
        Assert.Equal(VisitState.NeedsApproval, (await FindAsync(visitId)).State);

        using var guard = await site.SignInAsync("guard");
        await ChooseGateAsync(guard);
        Assert.Contains("data-v=\"no\"", await ReadAsync(guard, $"/Admin/Visits/Gate/{visitId}"), StringComparison.Ordinal);
        using var refused = await guard.SubmitAsync("/Admin/Visits/Gate", $"/Admin/Visits/Record/{visitId}/Step/approve");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        using var manager = await site.SignInAsync("manager");
        using var approved = await manager.SubmitAsync($"/Admin/Visits/Record/{visitId}", $"/Admin/Visits/Record/{visitId}/Step/approve");
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Contains("data-v=\"ok\"", await ReadAsync(guard, $"/Admin/Visits/Gate/{visitId}"), StringComparison.Ordinal);
        await SettingsAsync(settings => settings.Rules.Clear());
    }

    [Fact]
    public async Task VIS07_Who_stays_too_long_is_noticed_once_and_the_host_says_that_the_visit_goes_on()
    {
        var visitId = await RegisterAsync("Tomas Tardon", kind: VisitKind.Courier);
        await ChangeAsync(visitId, visit => visit.Log(Lucia, Now, true, "Elena", null));
        using var guard = await site.SignInAsync("guard");
        await ChooseGateAsync(guard);
        using var admitted = await guard.SubmitAsync($"/Admin/Visits/Gate/{visitId}", $"/Admin/Visits/Gate/{visitId}/Admit", ("BadgeId", "none"), ("Persons", "1"));
        Assert.Equal(HttpStatusCode.Redirect, admitted.StatusCode);

        site.Sites.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(VisitState.Overstay, (await UntilAsync(visitId, late => late.State == VisitState.Overstay)).State);
        Assert.Contains("Tomas Tardon", await ReadAsync(guard, "/Admin/Visits/Gate/Inside"), StringComparison.Ordinal);
        using var owner = await site.SignInAsync("owner");
        using var extended = await owner.SubmitAsync($"/my/visits/{visitId}", $"/my/visits/{visitId}/extend");
        Assert.Equal(HttpStatusCode.Redirect, extended.StatusCode);
        Assert.Equal(VisitState.CheckedIn, (await FindAsync(visitId)).State);
        await site.InAsync(async services => Assert.Single(await services.GetRequiredService<RecordHistory>().OfAsync(visitId), entry => entry.Verb == "overstay"));
    }

    [Fact]
    public async Task VIS09_A_recurring_pass_opens_the_gate_on_its_days_and_makes_one_visit_a_day_however_often_it_is_scanned()
    {
        using var owner = await site.SignInAsync("owner");
        using var issued = await owner.SubmitAsync("/my/visits/recurring/new", "/my/visits/recurring/new", [
            ("UnitId", Unit), ("Name", "Carmen Ruiz"), ("Kind", "DomesticHelp"), ("Days", "Monday"), ("From", "00:00"), ("Until", "23:59"), ("ValidUntil", "31/12/2026")]);
        Assert.Equal(HttpStatusCode.Redirect, issued.StatusCode);
        var page = await ReadAsync(owner, issued.Headers.Location!.ToString());
        var digits = Digits().Match(page).Groups["digits"].Value.Replace(" ", "", StringComparison.Ordinal);

        using var guard = await site.SignInAsync("guard");
        await ChooseGateAsync(guard);
        var token = TestBrowser.TokenOf(await guard.ReadAsync("/Admin/Visits/Gate"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => guard.PostAsync("/Admin/Visits/Gate/Check", ("Code", digits), ("__RequestVerificationToken", token))));
        using var again = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Check", ("Code", digits));

        var recurringId = issued.Headers.Location!.ToString().Split('/')[^1];
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        await site.InAsync(async services => Assert.Single(await services.GetRequiredService<RecurringPasses>().VisitsOfAsync(recurringId)));
        foreach (var answer in answers)
        {
            answer.Dispose();
        }

        using var suspended = await owner.SubmitAsync($"/my/visits/recurring/{recurringId}", $"/my/visits/recurring/{recurringId}/suspend", ("reason", "Holidays"));
        Assert.DoesNotContain("ps-digits", await ReadAsync(owner, $"/my/visits/recurring/{recurringId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS10_Somebody_on_the_watch_list_is_seen_at_the_desk_and_stopped_at_the_gate_until_a_captain_says_it_is_another()
    {
        using var desk = await site.SignInAsync("desk");
        using var proposed = await desk.SubmitAsync("/Admin/Visits/Watch/New", "/Admin/Visits/Watch/New", ("Name", "Bruno Malaespina"), ("Document", "12345678Z"), ("Level", "Stop"), ("Kind", "UnpaidDamage"), ("Reason", "Broke the barrier"));
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        var entry = proposed.Headers.Location!.ToString();
        Assert.DoesNotContain("role=\"alert\"", await ReadAsync(desk, "/Admin/Visits/WalkIn?Unit=b7c&Name=Bruno+Malaespina+Rey"), StringComparison.Ordinal);

        using var manager = await site.SignInAsync("manager");
        using var agreed = await manager.SubmitAsync(entry, $"{entry}/Step/approve-entry");
        Assert.Equal(HttpStatusCode.Redirect, agreed.StatusCode);
        Assert.Contains("role=\"alert\"", await ReadAsync(desk, "/Admin/Visits/WalkIn?Unit=b7c&Name=Bruno+Malaespina+Rey"), StringComparison.Ordinal);

        var visitId = await RegisterAsync("Bruno Malaespina Rey");
        await ChangeAsync(visitId, visit => visit.Log(Lucia, Now, true, "Elena", null));
        using var guard = await site.SignInAsync("guard");
        await ChooseGateAsync(guard);
        var verdict = await ReadAsync(guard, $"/Admin/Visits/Gate/{visitId}");
        Assert.Contains("data-v=\"no\"", verdict, StringComparison.Ordinal);
        Assert.DoesNotContain("Broke the barrier", verdict, StringComparison.Ordinal);
        using var notYours = await guard.SubmitAsync("/Admin/Visits/Gate", $"/Admin/Visits/Record/{visitId}/Step/clear-hit", ("EntryId", entry.Split('/')[^1]), ("Reason", "I say so"));
        Assert.Equal(HttpStatusCode.Conflict, notYours.StatusCode);
        using var cleared = await manager.SubmitAsync($"/Admin/Visits/Record/{visitId}", $"/Admin/Visits/Record/{visitId}/Step/clear-hit", ("EntryId", entry.Split('/')[^1]), ("Reason", "Another date of birth"));
        Assert.Equal(HttpStatusCode.Redirect, cleared.StatusCode);
        Assert.Contains("data-v=\"ok\"", await ReadAsync(guard, $"/Admin/Visits/Gate/{visitId}"), StringComparison.Ordinal);

        // By the number of a document under another name; the number is nowhere.
        string byDocument = await RegisterAsync("Another Name", document: "12.345.678-z");
        Assert.Equal(WatchMatch.Document, Assert.Single((await FindAsync(byDocument)).Hits).By);
    }

    [Fact]
    public async Task VIS11_Who_is_turned_away_again_and_again_is_recognised_at_the_desk()
    {
        using var guard = await site.SignInAsync("guard");
        for (var time = 0; time < 2; time++)
        {
            var visitId = await RegisterAsync("Vicente Vendedor");
            using var blank = await guard.SubmitAsync($"/Admin/Visits/Record/{visitId}/Step/turn-away", $"/Admin/Visits/Record/{visitId}/Step/turn-away", ("Kind", "Solicitor"), ("Reason", ""));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.StatusCode);
            using var away = await guard.SubmitAsync($"/Admin/Visits/Record/{visitId}/Step/turn-away", $"/Admin/Visits/Record/{visitId}/Step/turn-away", ("Kind", "Solicitor"), ("Reason", "Sells brooms"));
            Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        }

        Assert.Contains("2 veces", await ReadAsync(guard, "/Admin/Visits/WalkIn?Unit=b7c&Name=vicente+vendedor"), StringComparison.Ordinal);
        Assert.Contains("Vicente Vendedor", await ReadAsync(guard, "/Admin/Visits?View=refused"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS12_What_a_household_asks_of_the_desk_is_shown_when_its_unit_is_typed_and_ends_when_it_is_taken_back()
    {
        using var owner = await site.SignInAsync("owner");
        using var given = await owner.SubmitAsync("/my/visits/instructions", "/my/visits/instructions", ("UnitId", Unit), ("Kind", "Note"), ("Text", "Leave the flowers at the desk"));
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        using var blocked = await owner.SubmitAsync("/my/visits/instructions", "/my/visits/instructions", ("UnitId", Unit), ("Kind", "DoNotAdmit"), ("Name", "Ramon Exnovio"));
        Assert.Equal(HttpStatusCode.Redirect, blocked.StatusCode);

        using var desk = await site.SignInAsync("desk");
        Assert.Contains("Leave the flowers at the desk", await ReadAsync(desk, "/Admin/Visits/WalkIn?Unit=b7c"), StringComparison.Ordinal);
        Assert.DoesNotContain("Leave the flowers at the desk", await ReadAsync(desk, "/Admin/Visits/WalkIn?Unit=b8c"), StringComparison.Ordinal);
        Assert.True((await FindAsync(await RegisterAsync("Ramon Exnovio"))).IsStopped);

        var page = await ReadAsync(owner, "/my/visits/instructions");
        foreach (Match end in End().Matches(page))
        {
            using var ended = await owner.SubmitAsync("/my/visits/instructions", end.Groups["path"].Value);
            Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        }

        Assert.DoesNotContain("Leave the flowers at the desk", await ReadAsync(desk, "/Admin/Visits/WalkIn?Unit=b7c"), StringComparison.Ordinal);
        using var foreign = await owner.SubmitAsync("/my/visits/instructions", "/my/visits/instructions", ("UnitId", "albaunita01a000000000000000"), ("Kind", "Away"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
    }

    [Fact]
    public async Task VIS17_A_workers_pass_is_never_valid_beyond_its_permit_and_opens_nothing_while_the_works_are_stopped()
    {
        var permits = new Permits();
        await site.InAsync(async services =>
        {
            var passes = ActivatorUtilities.CreateInstance<RecurringPasses>(services, (IEnumerable<IWorkPermits>)[permits]);
            var today = DateOnly.FromDateTime(Now);
            RecurringPlan Plan(string permit, int days) => new(
                VisitKind.Contractor, new VisitGuest("Pedro Paleta", null, 1, null), new VisitHost(Unit, "B-07-C", null, null),
                new PassHours((WeekDays)127, TimeOnly.MinValue, new TimeOnly(23, 59), false), today, today.AddDays(days), permit);

            Assert.Equal("recurring.permit-unknown", (await Assert.ThrowsAsync<RefusedException>(() => passes.IssueAsync(Lucia, Plan("DEC-9", 5)))).Code);
            Assert.Equal("recurring.permit-over", (await Assert.ThrowsAsync<RefusedException>(() => passes.IssueAsync(Lucia, Plan("DEC-1", 30)))).Code);
            var pass = await passes.IssueAsync(Lucia, Plan("DEC-1", 5));
            var guard = new Actor("guard", "Guard", [VisitPermissions.Operate]);
            permits.IsSuspended = true;
            Assert.Equal("recurring.permit-closed", (await Assert.ThrowsAsync<RefusedException>(() => passes.ArriveAsync(pass, guard, Now))).Code);
            permits.IsSuspended = false;
            Assert.Equal("DEC-1", (await passes.ArriveAsync(pass, guard, Now)).PermitNumber);
        });
        using var desk = await site.SignInAsync("desk");
        using var without = await desk.SubmitAsync("/Admin/Visits/Recurring/New", "/Admin/Visits/Recurring/New", ("Unit", "b7c"), ("Name", "Sin Permiso"), ("Kind", "Contractor"), ("Days", "Monday"), ("From", "8"), ("Until", "18"), ("ValidUntil", "31/12/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task The_pages_of_the_offices_rules_are_there_in_three_languages(string language)
    {
        using var manager = await site.SignInAsync("manager");
        using var owner = await site.SignInAsync("owner");
        foreach (var (browser, path) in new[]
        {
            (manager, "/Admin/Visits/Watch"), (manager, "/Admin/Visits/Watch/New"), (manager, "/Admin/Visits/Recurring"), (manager, "/Admin/Visits/Recurring/New"),
            (manager, "/Admin/Settings/visitors"), (manager, "/Admin/Visits?View=approval"),
            (owner, "/my/visits/recurring"), (owner, "/my/visits/recurring/new"), (owner, "/my/visits/instructions"), (owner, "/visits/answer/AAAAAAAAAAAAAAAAAAAAAA"),
        })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept-Language", language);
            using var answer = await browser.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} in {language}: {answer.StatusCode}");
        }
    }

    private async Task<string> MailedLinkAsync(string visitId)
    {
        // Links need the routes, which a site has from its first page or its first work on.
        using (var anybody = site.Anonymous())
        {
            await ReadAsync(anybody, "/");
        }

        var messenger = new Letters();
        await SiteAsync(settings => settings.BaseUrl = CommunitySite.Address);
        await site.InAsync(async services =>
        {
            var visit = await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId);
            Assert.True(await ActivatorUtilities.CreateInstance<HostAsks>(services, (IEnumerable<IMessenger>)[messenger]).AskAsync(visit!) > 0);
        });
        return new Uri(messenger.Models[^1]["link"]!.ToString()).AbsolutePath;
    }

    // The host's own clock runs as well: what it has done already is not ours to do, and who is slower looks again.
    private async Task<VisitPart> UntilAsync(string visitId, Func<VisitPart, bool> stands)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await site.InAsync(services => services.GetRequiredService<VisitTimer>().RunAsync(Now, TestContext.Current.CancellationToken));
            }
            catch (RefusedException changed) when (changed.Code == SavingRefusals.ChangedMeanwhile.Code)
            {
            }

            var visit = await FindAsync(visitId);
            if (stands(visit) || tries == 200)
            {
                return visit;
            }

            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> RegisterAsync(string name, string unit = Unit, VisitKind kind = VisitKind.Guest, string? document = null)
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<WalkIns>().RegisterAsync(
            Lucia,
            new VisitPlan(kind, new VisitGuest(name, null, 1, null), new VisitHost(unit, unit == Unit ? "B-07-C" : "A-01-A", null, null), new VisitWindow(Now, Now + (kind == VisitKind.Courier ? TimeSpan.FromMinutes(30) : TimeSpan.FromHours(4)))),
            identitySeen: true,
            document: document)).ContentItem.ContentItemId);
        return id;
    }

    private Task ChangeAsync(string visitId, Func<VisitPart, Step> act) => site.InAsync(async services =>
    {
        var visits = services.GetRequiredService<PropertySuite.Visitors.Visits>();
        var visit = await visits.FindAsync(visitId);
        await visits.SaveAsync(visit!, act(visit!));
    });

    private async Task<VisitPart> FindAsync(string visitId)
    {
        VisitPart? visit = null;
        await site.InAsync(async services => visit = await services.GetRequiredService<PropertySuite.Visitors.Visits>().FindAsync(visitId));
        return visit!;
    }

    private Task SettingsAsync(Action<VisitorSettings> change) => SiteAsync(settings => settings.Alter<VisitorSettings>(change));

    private Task SiteAsync(Action<ISite> change) => site.InAsync(async services =>
    {
        var sites = services.GetRequiredService<ISiteService>();
        var settings = await sites.LoadSiteSettingsAsync();
        change(settings);
        await sites.UpdateSiteSettingsAsync(settings);
    });

    private static async Task ChooseGateAsync(TestBrowser guard)
    {
        using var chosen = await guard.SubmitAsync("/Admin/Visits/Gate", "/Admin/Visits/Gate/Place", ("entranceId", North));
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
    }

    private static async Task<string> ReadAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("ps-digits\">(?<digits>[\\d ]+)<")]
    private static partial Regex Digits();

    [GeneratedRegex("action=\"(?<path>/my/visits/instructions/[^\"]+/end)\"")]
    private static partial Regex End();

    /// <summary>Keeps what would be sent: the post is another's.</summary>
    private sealed class Letters : IMessenger
    {
        public List<JsonObject> Models { get; } = [];

        public Task<bool> MailAsync(MessageKind kind, MessageRecipient to, JsonObject model, string? about = null)
        {
            Models.Add(model);
            return Task.FromResult(true);
        }

        public Task<int> TellAsync(MessageKind kind, string userId, JsonObject model, string? about = null) => Task.FromResult(0);

        public Task<MessageText> WriteAsync(MessageKind kind, string? language, JsonObject model) => throw new NotSupportedException();
    }

    private sealed class Permits : IWorkPermits
    {
        public bool IsSuspended { get; set; }

        public Task<WorkPermit?> FindAsync(string number) => Task.FromResult(
            number == "DEC-1" ? new WorkPermit(number, Unit, "B-07-C", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 10), IsSuspended) : null);
    }
}
