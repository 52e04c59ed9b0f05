using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Joining;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Core;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Community;

/// <summary>An owner joins with a code of the office, and loses on the day what is no longer held (D14, REG-04).</summary>
public sealed partial class JoinTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Unit = "albaunitb08c00000000558c90";
    private const string Password = "Nine quiet herons at dusk";

    [Fact]
    public async Task D14_an_owner_makes_an_account_with_the_code_of_a_letter_once_and_sees_the_unit()
    {
        var personId = await MoveInAsync("Berta", "Nueva", new DateOnly(2026, 1, 1));
        var code = await LetterAsync(personId);
        using var browser = demo.Visitor();

        using var made = await JoinAsync(browser, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), "berta@example.org");
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        using var signedIn = await browser.SubmitAsync("/Login", "/Login", ("UserName", "berta@example.org"), ("Password", Password));
        Assert.Equal("/my", signedIn.Headers.Location!.ToString());
        Assert.Contains("B-08-C", await browser.ReadAsync("/my"), StringComparison.Ordinal);

        using var other = demo.Visitor();
        using var twice = await JoinAsync(other, code, "second@example.org");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        await demo.InAsync(async services => Assert.Equal("join.has-account", (await Assert.ThrowsAsync<RefusedException>(async () => await services.GetRequiredService<JoinBook>().MakeAsync(await PersonAsync(services, personId), Manager))).Code));
    }

    [Fact]
    public async Task D14_a_code_is_not_kept_ends_after_thirty_days_and_an_earlier_one_when_a_new_one_is_made()
    {
        var personId = await MoveInAsync("Carla", "Nueva", new DateOnly(2026, 1, 1));
        var first = await LetterAsync(personId);
        var second = await LetterAsync(personId);

        await demo.InAsync(async services =>
        {
            var book = services.GetRequiredService<JoinBook>();
            Assert.Null(await book.FindAsync(first));
            Assert.NotNull(await book.FindAsync(second));
            var kept = await services.GetRequiredService<ISession>().Query<JoinCode, JoinCodeIndex>(row => row.PersonId == personId).FirstOrDefaultAsync();
            Assert.DoesNotContain(JoinCode.Read(second)!, kept!.CodeHash, StringComparison.OrdinalIgnoreCase);
        });
        demo.Sites.Time.Advance(JoinCode.Life);
        await demo.InAsync(async services => Assert.Null(await services.GetRequiredService<JoinBook>().FindAsync(second)));
    }

    [Fact]
    public async Task D14_of_two_who_use_a_code_at_once_one_gets_the_account()
    {
        var personId = await MoveInAsync("Dora", "Nueva", new DateOnly(2026, 1, 1));
        var code = await LetterAsync(personId);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            using var browser = demo.Visitor();
            using var answer = await JoinAsync(browser, code, $"dora{n}@example.org");
            return answer.StatusCode;
        }));

        Assert.Single(answers, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task T19_guessing_codes_is_slowed_down()
    {
        await using var own = new DemoSite();
        await own.InitializeAsync();
        using var browser = own.Visitor();
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await JoinAsync(browser, $"2345-6789-ABCD-EFG{i % 8 + 2}", "x@example.org");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var slowed = await JoinAsync(browser, "2345-6789-ABCD-EFGH", "x@example.org");
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.True(slowed.Headers.RetryAfter!.Delta > TimeSpan.FromMinutes(1));
        own.Sites.Time.Advance(TimeSpan.FromMinutes(16));
        using var again = await JoinAsync(browser, "2345-6789-ABCD-EFGH", "x@example.org");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task REG_04_whoever_has_moved_out_reads_nothing_of_the_unit_on_any_page_from_the_day_on()
    {
        var personId = await MoveInAsync("Eva", "Saliente", new DateOnly(2026, 1, 1));
        using var eva = demo.Visitor();
        using (var made = await JoinAsync(eva, await LetterAsync(personId), "eva@example.org")) Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        using (var signedIn = await eva.SubmitAsync("/Login", "/Login", ("UserName", "eva@example.org"), ("Password", Password))) Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var pages = await MyPagesAsync();
        Assert.Contains("/my/visits", pages);
        Assert.Contains("B-08-C", await eva.ReadAsync("/my"), StringComparison.Ordinal);
        Assert.Contains("albanews00000000000000jun5", await eva.ReadAsync("/news"), StringComparison.Ordinal);

        await EndAsync(personId);

        foreach (var page in pages)
        {
            using var answer = await eva.GetAsync(page);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode < 500, $"{page} answers {(int)answer.StatusCode}");
            Assert.False(text.Contains("B-08-C", StringComparison.Ordinal), $"{page} names the unit");
        }

        Assert.DoesNotContain("albanews00000000000000jun5", await eva.ReadAsync("/news") + await eva.ReadAsync("/my") + await eva.ReadAsync("/search?q=junta"), StringComparison.Ordinal);
        await demo.InAsync(async services => Assert.Equal("join.has-account", (await Assert.ThrowsAsync<RefusedException>(async () => await services.GetRequiredService<JoinBook>().MakeAsync(await PersonAsync(services, personId), Manager))).Code));
    }

    [Fact]
    public async Task REG_04_nobody_gets_a_code_who_holds_nothing_and_a_code_dies_with_the_tie()
    {
        var personId = await MoveInAsync("Flor", "Saliente", new DateOnly(2026, 1, 1));
        var code = await LetterAsync(personId);
        await EndAsync(personId);
        using var browser = demo.Visitor();

        using var refused = await JoinAsync(browser, code, "flor@example.org");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await demo.InAsync(async services => Assert.Equal("join.holds-nothing", (await Assert.ThrowsAsync<RefusedException>(async () => await services.GetRequiredService<JoinBook>().MakeAsync(await PersonAsync(services, personId), Manager))).Code));
    }

    private static readonly Actor Manager = new("manager", "manager");

    private async Task<IReadOnlyList<string>> MyPagesAsync() =>
        [.. (await Safety.Endpoints.OfAsync(demo.Sites, DemoSite.Name))
            .Where(endpoint => Safety.Endpoints.Methods(endpoint).Contains("GET") && endpoint.RoutePattern.Parameters.All(parameter => endpoint.RoutePattern.RequiredValues.ContainsKey(parameter.Name)))
            .Select(Safety.Endpoints.Route)
            .Where(route => route == "/my" || route.StartsWith("/my/", StringComparison.Ordinal))];

    private async Task<string> MoveInAsync(string given, string family, DateOnly from)
    {
        var personId = "";
        await demo.InAsync(async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var person = await contents.NewAsync("Person");
            person.Alter<PersonPart>(part => part.Name(given, family));
            await contents.CreateAsync(person, VersionOptions.Published);
            await services.GetRequiredService<ISession>().FlushAsync();
            await services.GetRequiredService<TieBook>().BeginAsync(
                tie =>
                {
                    tie.Begin(Unit, person.ContentItemId, TieKind.Family, from);
                    tie.Tell(atHome: true, paysBills: false);
                },
                Manager);
            personId = person.ContentItemId;
        });
        return personId;
    }

    private Task EndAsync(string personId) => demo.InAsync(async services =>
    {
        var book = services.GetRequiredService<TieBook>();
        await book.EndAsync((await book.EverOfPersonAsync(personId))[0], await services.GetRequiredService<ICommunityCalendar>().TodayAsync(), "Sale", Manager);
    });

    private async Task<string> LetterAsync(string personId)
    {
        using var manager = await demo.SignInAsync("manager");
        using var letter = await manager.SubmitAsync($"/Admin/People/{personId}", $"/Admin/People/{personId}/JoinLetter");
        return Code().Match(await letter.Content.ReadAsStringAsync()).Value is { Length: > 0 } code ? code : throw new InvalidOperationException("The letter holds no code.");
    }

    private static Task<HttpResponseMessage> JoinAsync(TestBrowser browser, string code, string email) => browser.SubmitAsync(
        "/join", "/join", ("Code", code), ("Email", email), ("Password", Password), ("PasswordConfirmation", Password));

    private static async Task<PersonPart> PersonAsync(IServiceProvider services, string personId) => (await services.GetRequiredService<IContentManager>().GetAsync(personId))!.As<PersonPart>()!;

    [GeneratedRegex("[2-9A-Z]{4}(-[2-9A-Z]{4}){3}")]
    private static partial Regex Code();
}
