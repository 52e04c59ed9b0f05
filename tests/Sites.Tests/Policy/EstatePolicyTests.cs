using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Services;
using OrchardCore.Workflows.Services;
using PropertySuite.Visitors;
using Sites.Tests.Hosting;
using Sites.Tests.Recipes;

namespace Sites.Tests.Policy;

/// <summary>What a residential estate does by itself, as its recipe says it: from the desk to the mail, the answer, the deadline and who is told.</summary>
public sealed partial class EstatePolicyTests(EstatePolicyTests.Estate estate) : IClassFixture<EstatePolicyTests.Estate>
{
    private const string Unit = "b7c";
    private const string Host = "elena.vidal.ortega@demo.invalid";
    private const string North = "entrancenorth0000000000001";
    private readonly PolicySites _site = estate.Site;

    [Fact]
    public async Task VIS03_A_host_who_missed_the_first_mail_answers_the_second_from_another_browser()
    {
        using var desk = await _site.SignInAsync("desk");
        var visitId = await PolicySites.RegisterAsync(desk, Unit, "Nadia Norte", "Guest");
        await _site.RunDueAsync();
        var first = LinkIn(Assert.Single(_site.MailTo(Host, "Nadia Norte")));
        Assert.Equal("http://alba.localhost/visits/answer/", first[..^22]);

        // Nobody answers for three minutes: the workflow asks once more, without anybody's request to take an address from.
        await _site.PassAsync(TimeSpan.FromMinutes(3));
        var second = LinkIn(_site.MailTo(Host, "Nadia Norte")[^1]);
        Assert.NotEqual(first, second);
        Assert.Equal("http://alba.localhost/visits/answer/", second[..^22]);
        Assert.Equal(VisitState.WalkIn, (await _site.VisitAsync(visitId)).State);
        Assert.Equal(["ask-again"], await _site.DoneByPolicyAsync(visitId));

        using var phone = _site.Anybody();
        Assert.DoesNotContain("Nadia Norte", await phone.ReadAsync(new Uri(first).PathAndQuery), StringComparison.Ordinal);
        using var answered = await phone.SubmitAsync(new Uri(second).PathAndQuery, new Uri(second).PathAndQuery, ("answer", "yes"));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);

        // What would have followed does not: a person has decided.
        await _site.PassAsync(TimeSpan.FromHours(1));
        var visit = await _site.VisitAsync(visitId);
        Assert.Equal((VisitState.Confirmed, AnswerChannel.Mail, 2), (visit.State, visit.Answer!.Channel, visit.Calls));
        Assert.DoesNotContain(visit.Number, await _site.ToldAsync("guard"), StringComparison.Ordinal);
        Assert.Equal(2, _site.MailTo(Host, "Nadia Norte").Count);
    }

    [Fact]
    public async Task VIS03_After_two_attempts_the_visitor_is_turned_away_and_desk_and_guards_are_told_once()
    {
        using var desk = await _site.SignInAsync("desk");
        var visitId = await PolicySites.RegisterAsync(desk, Unit, "Nuria Nadie", "Guest");
        await _site.PassAsync(TimeSpan.FromMinutes(6) - TimeSpan.FromTicks(1));
        Assert.Equal(VisitState.WalkIn, (await _site.VisitAsync(visitId)).State);

        await _site.PassAsync(TimeSpan.FromTicks(1));
        var visit = await _site.VisitAsync(visitId);
        Assert.Equal((VisitState.Refused, RefusalKind.NoAnswer, "Nadie respondió"), (visit.State, visit.Refusal!.Kind, visit.Refusal.Why));
        Assert.Equal(["ask-again", "turn-away"], await _site.DoneByPolicyAsync(visitId));
        Assert.Equal(2, _site.MailTo(Host, "Nuria Nadie").Count);

        await _site.PassAsync(TimeSpan.FromDays(1));
        foreach (var name in new[] { "desk", "guard" })
        {
            Assert.Contains($"{visit.Number} para B-07-C: nadie respondió", await _site.ToldAsync(name), StringComparison.Ordinal);
            Assert.Equal(1, await _site.CountToldAsync(name, visit.Number));
        }

        Assert.DoesNotContain(visit.Number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nuria Nadie", await _site.ToldAsync("guard"), StringComparison.Ordinal);
        using var late = _site.Anybody();
        var link = new Uri(LinkIn(_site.MailTo(Host, "Nuria Nadie")[^1])).PathAndQuery;
        using var answered = await late.SubmitAsync("/Login", link, ("answer", "yes"));
        Assert.Equal(VisitState.Refused, (await _site.VisitAsync(visitId)).State);
    }

    [Fact]
    public async Task VIS07_A_visitor_who_stays_too_long_host_and_guards_are_asked_and_captain_and_manager_hear_after_half_an_hour()
    {
        var visitId = await OverstayAsync("Olga Olvido");
        var visit = await _site.VisitAsync(visitId);
        Assert.Equal(VisitState.Overstay, visit.State);
        Assert.Contains(_site.MailTo(Host, "Olga Olvido"), mail => mail.TextBody!.Contains($"http://alba.localhost/my/visits/{visitId}", StringComparison.Ordinal));
        Assert.Contains(visit.Number, await _site.ToldAsync("guard"), StringComparison.Ordinal);

        await _site.PassAsync(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        Assert.DoesNotContain(visit.Number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
        await _site.PassAsync(TimeSpan.FromTicks(1));
        Assert.Contains(visit.Number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
        Assert.Contains(visit.Number, await _site.ToldAsync("manager"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS07_A_host_who_says_that_the_visit_goes_on_keeps_it_from_captain_and_manager()
    {
        var visitId = await OverstayAsync("Oscar Otro");
        using var owner = await _site.SignInAsync("owner");
        using var extended = await owner.SubmitAsync($"/my/visits/{visitId}", $"/my/visits/{visitId}/extend");
        Assert.Equal(HttpStatusCode.Redirect, extended.StatusCode);

        await _site.PassAsync(TimeSpan.FromMinutes(45));
        var visit = await _site.VisitAsync(visitId);
        Assert.Equal(VisitState.CheckedIn, visit.State);
        Assert.DoesNotContain(visit.Number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS10_Somebody_like_on_the_watch_list_is_told_to_captain_and_guards_by_number_alone()
    {
        using var guard = await _site.SignInAsync("guard");
        const string New = "/Admin/Visits/Watch/New";
        using var proposed = await guard.SubmitAsync(New, New, ("Name", "Valeria Vigilada"), ("Level", "Hint"), ("Kind", "UnpaidDamage"), ("Reason", "Broke the barrier"), ("ReviewOn", "2026-06-01"));
        Assert.True(proposed.StatusCode == HttpStatusCode.Redirect, await proposed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var captain = await _site.SignInAsync("captain");
        var entry = EntryIdOf().Match(proposed.Headers.Location!.ToString() + await captain.ReadAsync("/Admin/Visits/Watch")).Groups[1].Value;
        using var approved = await captain.SubmitAsync($"/Admin/Visits/Watch/{entry}", $"/Admin/Visits/Watch/{entry}/Step/approve-entry");
        Assert.True(approved.StatusCode == HttpStatusCode.Redirect, await approved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        using var desk = await _site.SignInAsync("desk");
        var visitId = await PolicySites.RegisterAsync(desk, Unit, "VIGILADA Valeria", "Guest");
        await _site.RunDueAsync();
        var number = (await _site.VisitAsync(visitId)).Number;
        foreach (var name in new[] { "captain", "guard" })
        {
            var told = await _site.ToldAsync(name);
            Assert.Contains($"{number} para B-07-C: parecido a alguien de la lista de vigilancia", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Valeria", told, StringComparison.Ordinal);
            Assert.DoesNotContain("barrier", told, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(number, await _site.ToldAsync("desk"), StringComparison.Ordinal);

        // Nobody else of that evening is told about somebody who is not on the list.
        var other = await PolicySites.RegisterAsync(desk, Unit, "Vera Libre", "Guest");
        await _site.RunDueAsync();
        Assert.DoesNotContain((await _site.VisitAsync(other)).Number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS06_The_host_hears_that_the_visitor_has_come_in_and_only_when_let_in()
    {
        using var desk = await _site.SignInAsync("desk");
        using var guard = await _site.SignInAsync("guard");
        await PolicySites.StandAsync(guard, North);
        var visitId = await PolicySites.RegisterAsync(desk, Unit, "Hugo Hoy", "Guest");
        await _site.RunDueAsync();
        Assert.DoesNotContain("Hugo Hoy", await _site.ToldAsync("owner"), StringComparison.Ordinal);

        await PolicySites.LetInAsync(desk, guard, visitId);
        await _site.RunDueAsync();
        Assert.Contains("Hugo Hoy ha llegado para B-07-C", await _site.ToldAsync("owner"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VIS15_Whoever_waits_in_the_office_is_not_forgotten()
    {
        using var desk = await _site.SignInAsync("desk");
        const string New = "/Admin/Visits/Office/New";
        using var received = await desk.SubmitAsync(New, New, ("Name", "Olivia Espera"), ("Employee", "Marta Gil"), ("IsHere", "true"), ("Persons", "1"));
        var page = received.Headers.Location!.ToString();
        foreach (var (verb, said) in new[] { ("call", ""), ("wait", "Sala 2") })
        {
            using var taken = await desk.SubmitAsync(page, $"{page}/{verb}", ("Said", said));
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        // Looked after in time, and the ten minutes begin anew.
        await _site.PassAsync(TimeSpan.FromMinutes(9));
        using var served = await desk.SubmitAsync(page, page + "/serve");
        Assert.Equal(HttpStatusCode.Redirect, served.StatusCode);
        await _site.PassAsync(TimeSpan.FromMinutes(9));
        Assert.DoesNotContain("Sala 2", await _site.ToldAsync("desk"), StringComparison.Ordinal);

        await _site.PassAsync(TimeSpan.FromMinutes(1));
        var told = await _site.ToldAsync("desk");
        Assert.Contains("espera a Marta Gil (Sala 2)", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Olivia", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_changed_in_JSON_holds_at_once_for_what_waits_and_for_what_comes()
    {
        var waiting = await OverstayAsync("Wanda Espera");
        await _site.PassAsync(TimeSpan.FromMinutes(5));
        var number = (await _site.VisitAsync(waiting)).Number;
        Assert.DoesNotContain(number, await _site.ToldAsync("captain"), StringComparison.Ordinal);

        // The recipe that the page writes, with another time, is run on the site as it is.
        await ChangeDeadlineAsync("PT30M", "PT12M");
        await _site.RunDueAsync();
        Assert.DoesNotContain(number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
        await _site.PassAsync(TimeSpan.FromMinutes(7) - TimeSpan.FromTicks(1));
        Assert.DoesNotContain(number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
        await _site.PassAsync(TimeSpan.FromTicks(1));
        Assert.Contains(number, await _site.ToldAsync("captain"), StringComparison.Ordinal);

        // A deadline that has passed by the new rule rings now.
        var late = await OverstayAsync("Lola Tarde");
        await _site.PassAsync(TimeSpan.FromMinutes(6));
        await ChangeDeadlineAsync("PT12M", "PT2M");
        await _site.RunDueAsync();
        Assert.Contains((await _site.VisitAsync(late)).Number, await _site.ToldAsync("captain"), StringComparison.Ordinal);

        var next = await OverstayAsync("Nora Nueva");
        await _site.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Contains((await _site.VisitAsync(next)).Number, await _site.ToldAsync("captain"), StringComparison.Ordinal);
        await ChangeDeadlineAsync("PT2M", "PT30M");
    }

    private async Task ChangeDeadlineAsync(string from, string to)
    {
        long id = 0;
        await _site.InAsync(async services => id = (await services.GetRequiredService<IWorkflowTypeStore>().GetAsync("visitoverstay0000000000001")).Id);
        using var manager = await _site.SignInAsync("manager");
        var recipe = await manager.ReadAsync($"/Admin/Workflows/Types/Export/{id}");
        Assert.Contains($"\"{from}\"", recipe, StringComparison.Ordinal);
        await _site.InAsync(services => services.GetRequiredService<IRecipeExecutor>().ExecuteAsync(
            Guid.NewGuid().ToString("N"), RecipeOf.Text(recipe.Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal)), new Dictionary<string, object>(), CancellationToken.None));
    }

    // A delivery is expected to take half an hour, and has another half hour of grace.
    private async Task<string> OverstayAsync(string name)
    {
        using var desk = await _site.SignInAsync("desk");
        using var guard = await _site.SignInAsync("guard");
        await PolicySites.StandAsync(guard, North);
        var visitId = await PolicySites.RegisterAsync(desk, Unit, name, "Delivery");
        await PolicySites.LetInAsync(desk, guard, visitId);
        await _site.PassAsync(TimeSpan.FromMinutes(60));
        return visitId;
    }

    private static string LinkIn(MimeKit.MimeMessage mail) => Link().Match(mail.TextBody ?? "").Value;

    [GeneratedRegex("http://[^\\s]+/visits/answer/[A-Za-z0-9_-]{22}")]
    private static partial Regex Link();

    [GeneratedRegex("/Visits/Watch/([a-z0-9]{26})")]
    private static partial Regex EntryIdOf();

    /// <summary>The community, set up once.</summary>
    public sealed class Estate : IAsyncLifetime
    {
        internal PolicySites Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await PolicySites.StartAsync("alba", "residential-estate-demo");

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
