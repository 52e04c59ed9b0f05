using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Community.Contracts;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;

namespace Sites.Tests.Policy;

/// <summary>What a business park does by itself, which is not what an estate does.</summary>
public sealed class ParkPolicyTests(ParkPolicyTests.Park park) : IClassFixture<ParkPolicyTests.Park>
{
    private const string Firm = "N1-101";
    private const string Operator = "marta.sanjuan.rey@demo.invalid";
    private const string Lobby = "parkentrancelobby000000001";
    private readonly PolicySites _site = park.Site;

    [Fact]
    public async Task VIS03_A_business_visitor_waits_in_the_lobby_for_a_quarter_of_an_hour_before_being_turned_away()
    {
        using var lobby = await _site.SignInAsync("desk");
        var visitId = await PolicySites.RegisterAsync(lobby, Firm, "Bruno Negocio", "Business");
        await _site.PassAsync(TimeSpan.FromMinutes(6));
        var visit = await _site.VisitAsync(visitId);
        Assert.Equal(VisitState.NoAnswer, visit.State);
        Assert.Equal(2, _site.MailTo(Operator, "Bruno Negocio").Count);
        Assert.Contains($"{visit.Number} para {Firm}: nadie respondió. Ofrezca asiento en el vestíbulo", await _site.ToldAsync("desk"), StringComparison.Ordinal);
        Assert.DoesNotContain(visit.Number, await _site.ToldAsync("guard"), StringComparison.Ordinal);

        await _site.PassAsync(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.Equal(VisitState.NoAnswer, (await _site.VisitAsync(visitId)).State);
        await _site.PassAsync(TimeSpan.FromTicks(1));
        Assert.Equal((VisitState.Refused, "Nadie de la empresa acudió"), ((await _site.VisitAsync(visitId)).State, (await _site.VisitAsync(visitId)).Refusal!.Why));
        Assert.Contains($"{visit.Number} para {Firm}: nadie acudió", await _site.ToldAsync("guard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS03_Somebody_of_the_firm_who_comes_to_the_lobby_meanwhile_is_not_overruled()
    {
        using var lobby = await _site.SignInAsync("desk");
        var visitId = await PolicySites.RegisterAsync(lobby, Firm, "Berta Espera", "Business");
        await _site.PassAsync(TimeSpan.FromMinutes(6));
        var record = $"/Admin/Visits/Record/{visitId}";
        using var captain = await _site.SignInAsync("captain");
        using var escorted = await captain.SubmitAsync(record, record + "/Step/escort");
        Assert.Equal(HttpStatusCode.Redirect, escorted.StatusCode);

        await _site.PassAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(VisitState.Confirmed, (await _site.VisitAsync(visitId)).State);
        Assert.DoesNotContain((await _site.VisitAsync(visitId)).Number, await _site.ToldAsync("guard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS03_A_courier_whom_nobody_answers_is_sent_to_the_goods_entrance_without_a_second_attempt()
    {
        using var lobby = await _site.SignInAsync("desk");
        var visitId = await PolicySites.RegisterAsync(lobby, Firm, "Carlos Paquete", "Courier");
        await _site.PassAsync(TimeSpan.FromMinutes(3));
        var visit = await _site.VisitAsync(visitId);
        Assert.Equal((VisitState.Refused, 1), (visit.State, visit.Calls));
        Assert.Contains($"{visit.Number} para {Firm}: nadie lo recogió. Envíe al repartidor a la entrada de mercancías.", await _site.ToldAsync("desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS03_A_candidate_whom_nobody_fetches_is_accompanied_to_the_firm()
    {
        using var lobby = await _site.SignInAsync("desk");
        var visitId = await PolicySites.RegisterAsync(lobby, Firm, "Irma Entrevista", "Interview");
        await _site.PassAsync(TimeSpan.FromMinutes(6));
        var visit = await _site.VisitAsync(visitId);
        Assert.Equal(VisitState.Confirmed, visit.State);
        Assert.Equal(["ask-again", "escort"], await _site.DoneByPolicyAsync(visitId));
        Assert.Contains($"{visit.Number} para {Firm}: nadie respondió. Acompañe al candidato a la empresa.", await _site.ToldAsync("desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS01_A_delegation_is_told_to_the_lobby_when_it_is_announced_and_a_business_visitor_is_not()
    {
        using var employee = await _site.SignInAsync("employee");
        var delegation = await AnnounceAsync(employee, "Delegación Norte", "Delegation", "6");
        var single = await AnnounceAsync(employee, "Silvia Sola", "Business", "1");
        await _site.RunDueAsync();
        var told = await _site.ToldAsync("desk");
        Assert.Contains($"{(await _site.VisitAsync(delegation)).Number} para {Firm}: una delegación de 6. Prepare las tarjetas y el vestíbulo.", told, StringComparison.Ordinal);
        Assert.DoesNotContain((await _site.VisitAsync(single)).Number, told, StringComparison.Ordinal);
        Assert.Contains((await _site.VisitAsync(delegation)).Number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS06_A_firm_hears_that_its_visitor_has_come_and_no_other_firm_does()
    {
        using var employee = await _site.SignInAsync("employee");
        using var guard = await _site.SignInAsync("guard");
        await PolicySites.StandAsync(guard, Lobby);
        var visitId = await AnnounceAsync(employee, "Vicente Viene", "Business", "1");
        await PolicySites.AdmitAsync(guard, visitId);
        await _site.RunDueAsync();
        var host = (await _site.VisitAsync(visitId)).Host.PersonId;
        string? account = null;
        await _site.InAsync(async services => account = (await services.GetRequiredService<IPersonDirectory>().FindAsync(host!))!.UserId);
        Assert.Equal("riocuseremployee0000c587c0", account);
        Assert.Contains($"Vicente Viene ha llegado para {Firm}", await _site.ToldAsync("employee"), StringComparison.Ordinal);
        Assert.DoesNotContain("Vicente Viene", await _site.ToldAsync("operator"), StringComparison.Ordinal);
        Assert.DoesNotContain("Vicente Viene", await _site.ToldAsync("guard"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS07_A_visitor_who_stays_too_long_is_told_to_the_lobby_and_to_the_captain_after_a_quarter_of_an_hour()
    {
        using var lobby = await _site.SignInAsync("desk");
        using var guard = await _site.SignInAsync("guard");
        await PolicySites.StandAsync(guard, Lobby);
        var visitId = await PolicySites.RegisterAsync(lobby, Firm, "Tina Tarde", "Courier");
        await PolicySites.LetInAsync(lobby, guard, visitId);
        await _site.PassAsync(TimeSpan.FromMinutes(60));
        var number = (await _site.VisitAsync(visitId)).Number;
        Assert.Contains($"{number} en {Firm} se ha quedado demasiado", await _site.ToldAsync("desk"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
        await _site.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Contains(number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await _site.ToldAsync("manager"), StringComparison.Ordinal);
    }

    private async Task<string> AnnounceAsync(TestBrowser browser, string name, string kind, string persons)
    {
        string? unit = null;
        await _site.InAsync(async services => unit = (await services.GetRequiredService<IUnitDirectory>().FindByCodeAsync(Firm))!.Id);
        using var announced = await browser.SubmitAsync("/my/visits/new", "/my/visits/new",
            ("Name", name), ("UnitId", unit!), ("Kind", kind), ("Day", "today"), ("From", "0:00"), ("Until", "23:00"), ("Persons", persons), ("Car", "no"));
        Assert.Equal(HttpStatusCode.Redirect, announced.StatusCode);
        return announced.Headers.Location!.ToString().Split('/')[^1];
    }

    /// <summary>The community, set up once.</summary>
    public sealed class Park : IAsyncLifetime
    {
        internal PolicySites Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await PolicySites.StartAsync("rioclaro", "business-park-demo");

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
