using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Decoration;
using PropertySuite.Visitors.Contracts;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Decoration;

public sealed class WorksJourneyTests(WorksSite site) : IClassFixture<WorksSite>
{
    private const string Unit = "albaunitb07c00000000a9c767";

    [Fact]
    public async Task DEC_01_to_DEC_25_works_go_from_the_application_to_the_file_of_the_unit_by_everybody_in_their_turn()
    {
        using var owner = await site.SignInAsync("owner");
        using var desk = await site.SignInAsync("desk");
        using var engineer = await site.SignInAsync("engineer");
        using var captain = await site.SignInAsync("captain");
        using var cashier = await site.SignInAsync("cashier");
        using var manager = await site.SignInAsync("manager");

        // The owner applies; what is missing is said and nothing typed is lost.
        using (var wrong = await owner.SubmitAsync("/my/permits/new", "/my/permits/new", Application(("Contractor", ""))))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            var again = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync());
            Assert.Contains("Escriba el nombre de la empresa.", again, StringComparison.Ordinal);
            Assert.Contains("Óscar Benavides", again, StringComparison.Ordinal);
        }

        var mine = await RedirectedAsync(await owner.SubmitAsync("/my/permits/new", "/my/permits/new", Application()));
        var id = mine[(mine.LastIndexOf('/') + 1)..];
        var record = "/Admin/Works/" + id;

        // DEC-02: a second open application for the unit is refused.
        using (var second = await owner.SubmitAsync("/my/permits/new", "/my/permits/new", Application()))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
            Assert.Contains("Un permiso a la vez", WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        await StepAsync(owner, mine, "submit");

        // DEC-04: the desk cannot let it pass while documents are missing.
        using (var early = await desk.SubmitAsync(record, record + "/Step/complete"))
        {
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        }

        foreach (var document in await AskedAsync(id))
        {
            await RedirectedAsync(await desk.SubmitAsync(record, record + "/Documents", ("Document", document), ("OnPaper", "true")));
        }

        await StepAsync(desk, record, "complete");
        await StepAsync(engineer, record, "propose", ("Reason", "Suelo del rellano protegido"));
        await StepAsync(owner, mine, "accept-conditions");
        await StepAsync(engineer, record, "review");
        await StepAsync(manager, record, "approve");

        // DEC-07 to DEC-09: what the tariff says is demanded; the last payment moves it on.
        var demands = await DemandsAsync(id);
        Assert.Equal(["DEC-M 100", "DEC-W 238,88", "DEC-P 10", "DEC-D 900", "DEC-C 600", "DEC-K 20"], demands.Select(demand => $"{demand.Ask.Key[^5..]} {demand.Ask.Amount:0.##}".Replace('.', ',')));
        foreach (var demand in demands)
        {
            Assert.Equal(PermitState.AwaitingPayment, await StateAsync(id));
            await PayAsync(cashier, demand);
        }

        Assert.Equal(PermitState.AgreementToSign, await StateAsync(id));
        using (var unsigned = await desk.SubmitAsync(record, record + "/Step/permit"))
        {
            Assert.Equal(HttpStatusCode.Conflict, unsigned.StatusCode);
        }

        await StepAsync(desk, record, "sign");
        await StepAsync(desk, record, "permit");
        Assert.Equal(["works.notice", "works.permit"], await PapersAsync(id));

        // DEC-12, DEC-13: the gate knows the permit by its number.
        var number = await NumberAsync(id);
        Assert.False((await GateAsync(number))!.IsSuspended);
        await StepAsync(engineer, record, "start");
        await RedirectedAsync(await engineer.SubmitAsync(record + "/Inspect", record + "/Inspect", ("Stage", "Briefing"), ("Passed", "true"), ("Note", "Pasillo protegido")));

        // DEC-15: a grave violation stops the works; nobody comes in until it is put right and paid.
        await RedirectedAsync(await captain.SubmitAsync(record + "/Violation", record + "/Violation", ("Code", "hot-work"), ("Note", "Soldadura en el balcón")));
        Assert.Equal(PermitState.Suspended, await StateAsync(id));
        Assert.True((await GateAsync(number))!.IsSuspended);
        Assert.Contains("Soldadura", WebUtility.HtmlDecode(await owner.ReadAsync(mine)), StringComparison.Ordinal);
        await RedirectedAsync(await engineer.SubmitAsync(record, record + "/Violation/violation-1/Cured"));
        using (var unpaid = await manager.SubmitAsync(record, record + "/Step/resume"))
        {
            Assert.Equal(HttpStatusCode.Conflict, unpaid.StatusCode);
        }

        await PayAsync(cashier, (await DemandsAsync(id)).Single(demand => demand.Ask.Kind == DemandKind.Fine));
        await StepAsync(manager, record, "resume");
        Assert.False((await GateAsync(number))!.IsSuspended);

        // DEC-18, DEC-20: more time, completion, acceptance.
        await StepAsync(owner, mine, "ask-extension", ("Day", "30/04/2026"), ("Reason", "Los azulejos llegan tarde"));
        await StepAsync(manager, record, "extend");
        await StepAsync(owner, mine, "report-complete");
        await StepAsync(engineer, record, "accept");

        // DEC-21: no refund before the second check.
        var deposit = (await DemandsAsync(id)).First(demand => demand.Ask.Key.EndsWith("DEC-D", StringComparison.Ordinal));
        using (var early = await RefundAsync(cashier, deposit, "900"))
        {
            Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        }

        site.Sites.Time.Advance(TimeSpan.FromDays(62));
        await site.InAsync(async services => await services.GetRequiredService<PermitTimer>().RunAsync(services.GetRequiredService<IClock>().UtcNow, CancellationToken.None));
        Assert.Equal(PermitState.SecondCheckDue, await StateAsync(id));
        await StepAsync(await site.SignInAsync("engineer"), record, "pass-second");

        // DEC-22: what is kept, approved; the rest goes back to who paid; the file.
        using var deskLater = await site.SignInAsync("desk");
        using var managerLater = await site.SignInAsync("manager");
        using var cashierLater = await site.SignInAsync("cashier");
        await StepAsync(deskLater, record, "keep", ("Amount", "85"), ("Reason", "Una baldosa del pasillo"));
        await StepAsync(managerLater, record, "approve-settlement");
        foreach (var demand in (await DemandsAsync(id)).Where(demand => demand.Ask.Kind == DemandKind.Deposit))
        {
            using var back = await RefundAsync(cashierLater, demand, demand.Held.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await RedirectedAsync(back);
        }

        Assert.Equal(PermitState.Refunded, await StateAsync(id));
        Assert.Equal(85m, (await DemandsAsync(id)).Sum(demand => demand.Deducted));
        await StepAsync(deskLater, record, "archive");
        Assert.Equal(PermitState.Archived, await StateAsync(id));
        Assert.Contains(number, await deskLater.ReadAsync("/Admin/Units/" + Unit), StringComparison.Ordinal);
    }

    private static (string, string)[] Application(params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["UnitId"] = Unit, ["Scope"] = "WetArea", ["Description"] = "Baño 1", ["From"] = "16/03/2026", ["Until"] = "17/04/2026", ["Contractor"] = "Obras Miravalle", ["SiteManager"] = "Óscar Benavides",
            ["SiteManagerPhone"] = "600 000 471", ["Workers"] = "2", ["Rules"] = "true",
        };
        foreach (var (name, value) in other) fields[name] = value;
        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    private static async Task StepAsync(TestBrowser who, string page, string verb, params (string, string)[] fields)
    {
        var step = page.StartsWith("/Admin", StringComparison.Ordinal) ? "/Step/" : "/step?verb=";
        await RedirectedAsync(await who.SubmitAsync(page, page + step + verb, fields));
    }

    private static async Task<string> RedirectedAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}");
            return answer.Headers.Location!.ToString();
        }
    }

    private static async Task PayAsync(TestBrowser cashier, Demand demand)
    {
        var page = $"/Admin/Money/{demand.DemandId}/Pay";
        var once = OnceOf(await cashier.ReadAsync(page));
        var paper = await RedirectedAsync(await cashier.SubmitAsync(page, page, ("Once", once), ("Amount", demand.Open.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Method", "Card"), ("PayerName", demand.Ask.PayerName)));
        Assert.Contains(demand.Ask.PayerName, WebUtility.HtmlDecode(await cashier.ReadAsync(paper)), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> RefundAsync(TestBrowser cashier, Demand demand, string amount)
    {
        var page = $"/Admin/Money/{demand.DemandId}/Refund";
        var once = OnceOf(await cashier.ReadAsync(page));
        return await cashier.SubmitAsync(page, page, ("Once", once), ("Amount", amount), ("Method", "Transfer"), ("PayeeName", demand.Ask.PayerName));
    }

    internal static string OnceOf(string html) => html.Split("name=\"Once\" value=\"", 2)[1].Split('"', 2)[0];

    private async Task<IReadOnlyList<Demand>> DemandsAsync(string id) => await GetAsync(services => services.GetRequiredService<IMoneyBook>().OfRecordAsync(id));

    private async Task<PermitState> StateAsync(string id) => (await GetAsync(services => services.GetRequiredService<Permits>().FindAsync(id)))!.State;

    private async Task<string> NumberAsync(string id) => (await GetAsync(services => services.GetRequiredService<Permits>().FindAsync(id)))!.Number;

    private async Task<IEnumerable<string>> AskedAsync(string id) => (await GetAsync(services => services.GetRequiredService<Permits>().FindAsync(id)))!.Asked.Select(document => document.ToString());

    private async Task<IEnumerable<string>> PapersAsync(string id) => (await GetAsync(services => services.GetRequiredService<Papers>().OfRecordAsync(id))).Select(paper => paper.Kind).Order(StringComparer.Ordinal);

    private Task<WorkPermit?> GateAsync(string number) => GetAsync(services => services.GetServices<IWorkPermits>().Single().FindAsync(number));

    private async Task<T> GetAsync<T>(Func<IServiceProvider, Task<T>> read)
    {
        T found = default!;
        await site.InAsync(async services => found = await read(services));
        return found;
    }
}
