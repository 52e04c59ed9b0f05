using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Core.Checklists;
using PropertySuite.Subcontractors;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Subcontractors;

/// <summary>Services over HTTP, by everybody in them: bids, inspections, findings, statements; and who is kept out.</summary>
public sealed class ServiceJourneyTests(ServiceSite site) : IClassFixture<ServiceSite>
{
    private static readonly Actor Manager = new("m", "Manager", [ServicePermissions.Manage, ServicePermissions.Decide, ServicePermissions.Inspect]);

    private DateTime Now => site.Sites.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task TEN04_TEN05_TEN06_Bids_stay_sealed_evaluators_score_alone_and_one_is_awarded_and_becomes_a_contract()
    {
        using var supervisor = await site.SignInAsync("supervisor");
        using var engineer = await site.SignInAsync("engineer");
        using var manager = await site.SignInAsync("manager");
        using var contractor = await site.SignInAsync("contractor");
        var evaluators = new[] { await UserAsync("supervisor"), await UserAsync("engineer") };
        foreach (var name in new[] { "Second Cleaners", "Third Cleaners" }) await RegisterAsync(supervisor, name, Now.AddYears(1));

        using var planned = await supervisor.SubmitAsync("/Admin/Services/Tenders/New", "/Admin/Services/Tenders/New",
            ("Title", "Cleaning of six towers"), ("Trade", "Cleaning"), ("Scope", "14 posts"), ("Criteria", "Price = 60\nPlan = 40"), ("Evaluators", evaluators[0]), ("Evaluators", evaluators[1]), ("Day", Day(10)), ("Time", "14:00"));
        var page = Redirected(planned);
        await StepAsync(supervisor, page, "invite-bids");

        // The company with an account hands in on its own page; nobody reads what it says.
        var tender = page.Split('/')[^1];
        using var own = await contractor.SubmitAsync($"/my/contracts/bids/{tender}", $"/my/contracts/bids/{tender}", ("Fee", "16543,21"), ("Proposal", "Two shifts"));
        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        using var twice = await contractor.SubmitAsync("/my/contracts", $"/my/contracts/bids/{tender}", ("Fee", "1"), ("Proposal", ""));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        foreach (var (name, fee) in new[] { ("Second Cleaners", "17000"), ("Third Cleaners", "15000") })
        {
            using var sealed_ = await supervisor.SubmitAsync(page, page + "/Bids", ("CompanyId", await CompanyAsync(name)), ("Fee", fee), ("Proposal", ""));
            Redirected(sealed_);
        }

        Assert.DoesNotContain("16,543", await manager.ReadAsync(page), StringComparison.Ordinal);
        await site.InAsync(async services =>
        {
            var stored = string.Join(' ', (await services.GetRequiredService<ISession>().Query<SealedBid>().ListAsync()).Select(bid => bid.Envelope));
            Assert.DoesNotContain("16543", stored, StringComparison.Ordinal);
            Assert.Empty((await services.GetRequiredService<ServiceRecords>().FindAsync<TenderPart>(tender))!.Bids);
        });

        using var early = await supervisor.SubmitAsync(page, Step(tender, "open-bids"));
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        site.Sites.Time.Advance(TimeSpan.FromDays(11));
        using var office = await site.SignInAsync("supervisor");
        using var second = await site.SignInAsync("engineer");
        using var decides = await site.SignInAsync("manager");
        await StepAsync(office, page, "open-bids");
        Assert.Contains("16,543.21", await decides.ReadAsync(page), StringComparison.Ordinal);

        await ScoreAsync(office, page, tender, 91, 73);
        Assert.DoesNotContain("83.8", await second.ReadAsync(page), StringComparison.Ordinal);
        using var tooEarly = await decides.SubmitAsync(page, page + "/Award", ("CompanyId", await CompanyAsync("Brillo Norte Limpiezas")), ("Reason", "Best plan"));
        Assert.Equal(HttpStatusCode.Conflict, tooEarly.StatusCode);
        await ScoreAsync(second, page, tender, 80, 80);
        Assert.Contains("83.8", await second.ReadAsync(page), StringComparison.Ordinal);

        using var notHers = await office.SubmitAsync(page, page + "/Award", ("CompanyId", await CompanyAsync("Third Cleaners")), ("Reason", "Cheapest"));
        Assert.Equal(HttpStatusCode.Forbidden, Status(notHers));
        using var awarded = await decides.SubmitAsync(page, page + "/Award", ("CompanyId", await CompanyAsync("Third Cleaners")), ("Reason", "Cheapest and good enough"));
        Redirected(awarded);

        var form = "/Admin/Services/Contracts/New?tenderId=" + tender;
        Assert.Contains("15000.00", await decides.ReadAsync(form), StringComparison.Ordinal);
        using var signed = await decides.SubmitAsync(form, "/Admin/Services/Contracts/New",
            ("TenderId", tender), ("CompanyId", await CompanyAsync("Third Cleaners")), ("Title", "Cleaning of six towers"), ("StartsOn", "01/04/2026"), ("EndsOn", "31/03/2028"), ("Fee", "15000"), ("NoticeDays", "60"), ("Bands", "95 = 100\n75 = 95\n0 = 70"));
        Assert.Contains("/Admin/Services/Contracts/", Redirected(signed), StringComparison.Ordinal);
        Assert.Contains("Third Cleaners", await decides.ReadAsync("/Admin/Services/Contracts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SUB02_SUB05_SUB08_SUB11_A_sheet_is_walked_signed_and_confirmed_and_the_month_is_settled_and_paid_once()
    {
        using var supervisor = await site.SignInAsync("supervisor");
        using var contractor = await site.SignInAsync("contractor");
        using var manager = await site.SignInAsync("manager");
        using var cashier = await site.SignInAsync("cashier");
        var month = new DateTime(Now.Year, Now.Month, 1, 0, 0, 0, DateTimeKind.Utc);

        // A contract of its own: findings of the demonstration take points of the others.
        var contract = Redirected(await supervisor.SubmitAsync("/Admin/Services/Contracts/New", "/Admin/Services/Contracts/New",
            ("CompanyId", await CompanyAsync("Brillo Norte Limpiezas")), ("Title", "Cleaning of the clubhouse"), ("StartsOn", month.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)), ("EndsOn", Day(700)),
            ("Fee", "16800"), ("NoticeDays", "60"), ("Bands", ContractPart.WriteBands(ContractPart.UsualBands)))).Split('/')[^1];

        using var begun = await supervisor.SubmitAsync($"/Admin/Services/Inspections/New?contractId={contract}", "/Admin/Services/Inspections/New", ("ContractId", contract), ("ChecklistId", await ChecklistAsync("CLEAN-24")), ("Level", "Daily"), ("Place", "Tower B, lobby"));
        var sheet = Redirected(begun);
        var page = sheet[..sheet.LastIndexOf('/')];
        Assert.Contains("Lobby: floor mopped and dry", await supervisor.ReadAsync(sheet), StringComparison.Ordinal);

        // Nothing is lost: an unfinished sheet that is handed in comes back with what was chosen.
        using var unfinished = await supervisor.SubmitAsync(sheet, sheet, ("Answers[0].ItemId", "clean01"), ("Answers[0].Choice", "0.5"), ("Answers[0].Note", "Wet floor"), ("handIn", "yes"));
        Assert.Equal(HttpStatusCode.Conflict, unfinished.StatusCode);
        Assert.Contains("Wet floor", await unfinished.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var answers = Enumerable.Range(0, 24).SelectMany(at => new[] { ($"Answers[{at}].ItemId", $"clean{at + 1:00}"), ($"Answers[{at}].Choice", at == 0 ? "0.5" : "1") }).ToArray();
        Redirected(await supervisor.SubmitAsync(sheet, sheet, answers));
        Redirected(await supervisor.SubmitAsync(sheet, sheet, [.. answers, ("handIn", "yes")]));
        Assert.Contains("97", await supervisor.ReadAsync(page), StringComparison.Ordinal);

        var inspection = page.Split('/')[^1];
        Redirected(await contractor.SubmitAsync($"/my/contracts/inspections/{inspection}", $"/my/contracts/inspections/{inspection}/sign-inspection"));
        await StepAsync(supervisor, page, "confirm-inspection");

        site.Sites.Time.Advance(month.AddMonths(1).AddDays(2) - Now);
        var contractPage = $"/Admin/Services/Contracts/{contract}";
        var period = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        using var again = await site.SignInAsync("supervisor");
        var statement = Redirected(await again.SubmitAsync(contractPage, contractPage + "/Statement", ("Period", period)));
        using var second = await again.SubmitAsync(contractPage, contractPage + "/Statement", ("Period", period));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);

        // 97 on 30 and valid documents on 5 of 35: 97.43; two points less for missing staff.
        Assert.Contains("97.43", await again.ReadAsync(statement), StringComparison.Ordinal);
        Redirected(await again.SubmitAsync(statement, statement + "/Reckon", ("Survey", ""), ("Lines[0].Reason", "Two posts missing on the 9th"), ("Lines[0].Points", "-20")));
        Assert.Contains("77.43", await again.ReadAsync(statement), StringComparison.Ordinal);
        await StepAsync(again, statement, "send-statement");

        var id = statement.Split('/')[^1];
        using var contact = await site.SignInAsync("contractor");
        using var silent = await contact.SubmitAsync($"/my/contracts/statements/{id}", $"/my/contracts/statements/{id}/object-statement", ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Redirected(await contact.SubmitAsync($"/my/contracts/statements/{id}", $"/my/contracts/statements/{id}/object-statement", ("Reason", "One post only")));

        using var decides = await site.SignInAsync("manager");
        Redirected(await decides.SubmitAsync(statement, statement + "/Decide", ("Points", "8"), ("Reason", "One post it was")));
        Assert.Contains("85.43", await decides.ReadAsync(statement), StringComparison.Ordinal);
        await StepAsync(decides, statement, "approve-statement");
        using var pays = await site.SignInAsync("cashier");
        await StepAsync(pays, statement, "record-payment");
        Assert.Contains("16,464.00", await pays.ReadAsync(statement), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SUB06_SUB07_SUB17_A_finding_is_notified_as_paper_answered_by_the_company_and_closed_and_the_clock_makes_it_overdue()
    {
        using var engineer = await site.SignInAsync("engineer");
        var contract = await ContractAsync("CT-2025-01");
        using var missing = await engineer.SubmitAsync("/Admin/Services/Findings/New", "/Admin/Services/Findings/New", ("ContractId", contract), ("Place", "Garage P1"), ("Text", ""), ("Grade", "Serious"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.StatusCode);
        Assert.Contains("Garage P1", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var page = Redirected(await engineer.SubmitAsync("/Admin/Services/Findings/New", "/Admin/Services/Findings/New", ("ContractId", contract), ("Place", "Garage P1"), ("Text", "Oil on row 4"), ("Grade", "Serious")));
        var id = page.Split('/')[^1];

        using var contractor = await site.SignInAsync("contractor");
        Assert.Equal(HttpStatusCode.NotFound, Status(await contractor.GetAsync($"/my/contracts/findings/{id}")));
        await StepAsync(engineer, page, "notify-finding");
        Assert.Contains("-DOC-", await engineer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains("Oil on row 4", await contractor.ReadAsync($"/my/contracts/findings/{id}"), StringComparison.Ordinal);

        site.Sites.Time.Advance(TimeSpan.FromHours(25));
        await site.InAsync(services => services.GetRequiredService<ServiceRecords>().TickAsync(Now));
        await site.InAsync(async services => Assert.Equal(FindingState.Overdue, (await services.GetRequiredService<ServiceRecords>().FindAsync<FindingPart>(id))!.State));

        using var contact = await site.SignInAsync("contractor");
        Redirected(await contact.SubmitAsync($"/my/contracts/findings/{id}", $"/my/contracts/findings/{id}/answer", ("Text", "Cleaned and sanded")));
        using var rechecks = await site.SignInAsync("engineer");
        await StepAsync(rechecks, page, "close-finding");
        Assert.Contains("Cleaned and sanded", await rechecks.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SUB17_Another_company_an_owner_and_nobody_find_nothing_there()
    {
        var rival = await UserAsync("rival");
        using var supervisor = await site.SignInAsync("supervisor");
        Redirected(await supervisor.SubmitAsync("/Admin/Services/Companies/New", "/Admin/Services/Companies/New", ("Name", "Rival Cleaners"), ("Trade", "Cleaning"), ("Accounts", "rival")));
        Assert.NotNull(rival);
        var statement = await FirstAsync(ServiceKinds.Statement);
        var found = Redirected(await supervisor.SubmitAsync("/Admin/Services/Findings/New", "/Admin/Services/Findings/New", ("ContractId", await ContractAsync("CT-2025-01")), ("Place", "Stairs"), ("Text", "Not swept"), ("Grade", "Minor")));
        await StepAsync(supervisor, found, "notify-finding");
        var finding = found.Split('/')[^1];

        using var contractor = await site.SignInAsync("contractor");
        Assert.Equal(HttpStatusCode.OK, Status(await contractor.GetAsync($"/my/contracts/findings/{finding}")));
        using var other = await site.SignInAsync("rival");
        foreach (var path in new[] { $"/my/contracts/findings/{finding}", $"/my/contracts/statements/{statement}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, Status(await other.GetAsync(path)));
        }

        Assert.Equal(HttpStatusCode.NotFound, Status(await other.SubmitAsync("/my/contracts", $"/my/contracts/findings/{finding}/answer", ("Text", "Mine"))));
        Assert.DoesNotContain("Brillo", await other.ReadAsync("/my/contracts"), StringComparison.Ordinal);

        using var owner = await site.SignInAsync("owner");
        foreach (var path in new[] { "/my/contracts", $"/my/contracts/findings/{finding}", "/Admin/Services/Companies", $"/Admin/Services/Findings/{finding}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, Status(await owner.GetAsync(path)));
        }
    }

    [Fact]
    public async Task TEN02_A_company_whose_document_has_expired_is_given_no_contract_until_the_new_one_is_recorded()
    {
        using var supervisor = await site.SignInAsync("supervisor");
        var company = await RegisterAsync(supervisor, "Late Lifts", Now.AddDays(-3));
        (string, string)[] contract = [("CompanyId", company), ("Title", "Lifts"), ("StartsOn", Day(1)), ("EndsOn", Day(400)), ("Fee", "100"), ("NoticeDays", "30"), ("Bands", "0 = 100")];
        using var refused = await supervisor.SubmitAsync("/Admin/Services/Contracts/New", "/Admin/Services/Contracts/New", contract);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("has expired", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Redirected(await supervisor.SubmitAsync($"/Admin/Services/Companies/{company}", $"/Admin/Services/Companies/{company}/Documents", ("Kind", "Insurance"), ("Name", "Policy 2"), ("LastDay", Day(365))));
        Redirected(await supervisor.SubmitAsync("/Admin/Services/Contracts/New", "/Admin/Services/Contracts/New", contract));
    }

    [Fact]
    public async Task SUB09_The_ranking_the_lists_and_their_exports_show_the_demonstration()
    {
        using var manager = await site.SignInAsync("manager");
        var ranking = await manager.ReadAsync("/Admin/Services/Ranking");
        Assert.Contains("Brillo Norte Limpiezas", ranking, StringComparison.Ordinal);
        Assert.Contains("96.2 · 88.5 · 73.9", ranking, StringComparison.Ordinal);
        foreach (var list in new[] { "Companies", "Contracts", "Tenders", "Inspections", "Findings", "Statements" })
        {
            Assert.NotEmpty(await manager.ReadAsync($"/Admin/Services/{list}?Search=a&View=all&Where[service]=Cleaning"));
            Assert.NotEmpty(await manager.ReadAsync($"/Admin/Services/{list}/Export?View=all"));
        }

        Assert.Contains("Brillo Norte", await manager.ReadAsync("/Admin/Services/Companies?Search=brillo"), StringComparison.Ordinal);
        Assert.DoesNotContain("3301", await manager.ReadAsync("/Admin/Services/Companies/Export?View=all"), StringComparison.Ordinal);
        Assert.NotEmpty(await manager.ReadAsync("/Admin/Settings/subcontractors"));
        Assert.Contains("CLEAN-24", await manager.ReadAsync("/Admin/Checklists"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SUB02_A_checklist_is_written_rearranged_and_saved_without_script()
    {
        using var manager = await site.SignInAsync("manager");
        (string, string)[] typed =
        [
            ("Title", "Weekly round"), ("Code", "week-1"), ("Purpose", "service.cleaning"),
            ("Items[0].Text", "First"), ("Items[0].Weight", "60"), ("Items[0].Scale", "Half"), ("Items[0].Photo", "Optional"),
            ("Items[1].Text", "Second"), ("Items[1].Weight", "40,5"), ("Items[1].Scale", "YesNo"), ("Items[1].Photo", "Always"),
        ];
        using var moved = await manager.SubmitAsync("/Admin/Checklists/New", "/Admin/Checklists/New", [.. typed, ("Do", "down-0")]);
        var shown = await moved.Content.ReadAsStringAsync();
        Assert.True(shown.IndexOf("value=\"Second\"", StringComparison.Ordinal) < shown.IndexOf("value=\"First\"", StringComparison.Ordinal));

        using var wrong = await manager.SubmitAsync("/Admin/Checklists/New", "/Admin/Checklists/New", [.. typed, ("Items[2].Text", "Third"), ("Items[2].Weight", "none")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Redirected(await manager.SubmitAsync("/Admin/Checklists/New", "/Admin/Checklists/New", typed));
        await site.InAsync(async services =>
        {
            var list = (await services.GetRequiredService<Checklists>().FindByCodeAsync("WEEK-1"))!;
            Assert.Equal((100.5m, PhotoRule.Always), (list.TotalWeight, list.Items[1].Photo));
        });
        using var twice = await manager.SubmitAsync("/Admin/Checklists/New", "/Admin/Checklists/New", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
    }

    private static HttpStatusCode Status(HttpResponseMessage answer)
    {
        using (answer)
        {
            return answer.StatusCode;
        }
    }

    private static string Redirected(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()}");
            return answer.Headers.Location!.ToString();
        }
    }

    private static string Step(string id, string verb) => $"/Admin/Services/Step/{id}/{verb}";

    private static async Task StepAsync(TestBrowser who, string page, string verb) => Redirected(await who.SubmitAsync(page, Step(page.Split('/')[^1], verb)));

    private string Day(int days) => Now.AddDays(days).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private async Task ScoreAsync(TestBrowser who, string page, string tender, int price, int plan)
    {
        var fields = new List<(string, string)> { ("NoInterest", "true") };
        await site.InAsync(async services => fields.AddRange((await services.GetRequiredService<ServiceRecords>().FindAsync<TenderPart>(tender))!.Bids.SelectMany(bid => new[]
        {
            ($"Points[{bid.CompanyId}][0]", price.ToString(CultureInfo.InvariantCulture)), ($"Points[{bid.CompanyId}][1]", plan.ToString(CultureInfo.InvariantCulture)),
        })));
        Redirected(await who.SubmitAsync(page, page + "/Scores", [.. fields]));
    }

    private async Task<string> RegisterAsync(TestBrowser who, string name, DateTime insuredUntil)
    {
        var page = Redirected(await who.SubmitAsync("/Admin/Services/Companies/New", "/Admin/Services/Companies/New", ("Name", name), ("Trade", "Cleaning")));
        Redirected(await who.SubmitAsync(page, page + "/Documents", ("Kind", "Insurance"), ("Name", "Policy"), ("LastDay", insuredUntil.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))));
        return page.Split('/')[^1];
    }

    private async Task<string> UserAsync(string name)
    {
        var id = "";
        await site.InAsync(async services =>
        {
            var users = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<OrchardCore.Users.IUser>>();
            id = await users.GetUserIdAsync((await users.FindByNameAsync(name))!);
        });
        return id;
    }

    private async Task<string> ChecklistAsync(string code)
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<Checklists>().FindByCodeAsync(code))!.ContentItem.ContentItemId);
        return id;
    }

    private Task<string> CompanyAsync(string name) => IdAsync(row => row.Kind == "SCO" && row.Title == name);

    private Task<string> ContractAsync(string number) => IdAsync(row => row.Number == number);

    private Task<string> FirstAsync(ServiceKind kind)
    {
        var code = kind.Code;
        return IdAsync(row => row.Kind == code && row.CompanyName == "Brillo Norte Limpiezas");
    }

    private async Task<string> IdAsync(System.Linq.Expressions.Expression<Func<ServiceIndex, bool>> which)
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<ISession>().QueryIndex(which).FirstOrDefaultAsync())!.RecordId);
        return id;
    }
}
