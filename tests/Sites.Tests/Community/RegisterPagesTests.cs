using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Recipes.Services;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.People;
using PropertySuite.Community.Ties;
using PropertySuite.Community.Units;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Community;

public sealed class RegisterPagesTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("/Admin/Today")]
    [InlineData("/Admin/Units")]
    [InlineData("/Admin/Units?q=b-07&sort=-floor&state=Let")]
    [InlineData("/Admin/Units/Create")]
    [InlineData("/Admin/Units/Export")]
    [InlineData("/Admin/People")]
    [InlineData("/Admin/People?tie=Tenant")]
    [InlineData("/Admin/People/Create")]
    [InlineData("/Admin/People/Export")]
    [InlineData("/Admin/Buildings")]
    [InlineData("/Admin/Buildings/Create")]
    [InlineData("/Admin/Entrances")]
    [InlineData("/Admin/Entrances/Create")]
    [InlineData("/Admin/Search")]
    [InlineData("/Admin/Search?q=garcia")]
    [InlineData("/Admin/Settings/community")]
    public async Task The_manager_opens_every_page_of_the_register(string path)
    {
        using var manager = await site.SignInAsync("manager");
        using var answer = await manager.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/Admin/Units")]
    [InlineData("/Admin/People/Export")]
    [InlineData("/my")]
    [InlineData("/my/household")]
    public async Task A_stranger_is_asked_to_sign_in(string path)
    {
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("/Login", answer.Headers.Location!.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_of_a_unit_shows_who_holds_it_and_where_it_is()
    {
        using var manager = await site.SignInAsync("manager");
        var page = await PageOfAsync(manager, "b7c");

        Assert.Contains("Elena Vidal Ortega", page, StringComparison.Ordinal);
        Assert.Contains("50&#xA0;%", page.Replace(" %", "&#xA0;%", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Torre B, 18 plantas", page, StringComparison.Ordinal);
        Assert.Contains("B-06-C", page, StringComparison.Ordinal);
        Assert.Contains("B-08-C", page, StringComparison.Ordinal);
        Assert.Contains("96,40 m²", page, StringComparison.Ordinal);
        Assert.Contains(">Visitas<", page, StringComparison.Ordinal);
        Assert.Contains("600 000 344", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_phones_sees_two_digits()
    {
        using var guard = await site.SignInAsync("guard");
        var page = await PageOfAsync(guard, "B-07-C");

        Assert.Contains("Rafael Vidal Ortega", page, StringComparison.Ordinal);
        Assert.DoesNotContain("600 000 344", page, StringComparison.Ordinal);
        Assert.Contains("••• ••• •44", page, StringComparison.Ordinal);
        using var export = await guard.GetAsync("/Admin/People/Export");
        Assert.NotEqual(HttpStatusCode.OK, export.StatusCode);
    }

    [Theory]
    [InlineData("b07", "B-07-A", "B-07-C")]
    [InlineData("ofarrell nunez", "Julián O’Farrell Ñúñez", null)]
    [InlineData("NUNEZ", "Julián O’Farrell Ñúñez", null)]
    [InlineData("garcia lopez", "María García López", "E-03-B")]
    [InlineData("000 344", "Rafael Vidal Ortega", null)]
    [InlineData("cala honda", "Inversiones Cala Honda SL", "LC-12")]
    public async Task The_search_box_finds_by_unit_by_name_without_accents_and_by_phone(string text, string found, string? beside)
    {
        using var desk = await site.SignInAsync("desk");
        var page = WebUtility.HtmlDecode(await desk.ReadAsync("/Admin/Search?q=" + Uri.EscapeDataString(text)));

        Assert.Contains(found, page, StringComparison.Ordinal);
        if (beside is not null) Assert.Contains(beside, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_units_is_found_by_the_name_and_the_phone_of_who_holds_them()
    {
        using var desk = await site.SignInAsync("desk");

        Assert.Contains("D-09-C", await desk.ReadAsync("/Admin/Units?q=carmen+duarte"), StringComparison.Ordinal);
        Assert.Contains("B-07-C", await desk.ReadAsync("/Admin/Units?q=600000344"), StringComparison.Ordinal);
        Assert.DoesNotContain("LC-05", await desk.ReadAsync("/Admin/Units"), StringComparison.Ordinal);
        Assert.Contains("LC-05", await desk.ReadAsync("/Admin/Units?state=Closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_of_a_building_tells_states_in_words()
    {
        using var desk = await site.SignInAsync("desk");
        var list = await desk.ReadAsync("/Admin/Buildings");
        var tower = Regex.Match(list, "href=\"(?<url>/Admin/Buildings/[^\"]+)\"[^>]*>Torre B<").Groups["url"].Value;
        var page = WebUtility.HtmlDecode(await desk.ReadAsync(tower));

        Assert.Contains("Planta 7", page, StringComparison.Ordinal);
        Assert.Contains("En obras", page, StringComparison.Ordinal);
        Assert.Contains("B-08-C", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_taken_comes_back_with_a_sentence_and_nothing_is_stored()
    {
        using var manager = await site.SignInAsync("manager");
        var before = await CountUnitsAsync();
        var building = Regex.Match(await manager.ReadAsync("/Admin/Units/Create"), "<option value=\"(?<id>[^\"]+)\">Torre B<").Groups["id"].Value;
        using var answer = await manager.SubmitAsync(
            "/Admin/Units/Create", "/Admin/Units/Create",
            ("UnitPart.BuildingId", building), ("UnitPart.Floor", "7"), ("UnitPart.Door", "c"), ("UnitPart.Kind", "Flat"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("El código B-07-C es de otra unidad.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#UnitPart_Code\"", page, StringComparison.Ordinal);
        Assert.Equal(before, await CountUnitsAsync());
    }

    [Fact]
    public async Task A_unit_is_added_and_found_at_once()
    {
        using var manager = await site.SignInAsync("manager");
        var building = Regex.Match(await manager.ReadAsync("/Admin/Units/Create"), "<option value=\"(?<id>[^\"]+)\">Torre F<").Groups["id"].Value;
        using var answer = await manager.SubmitAsync(
            "/Admin/Units/Create", "/Admin/Units/Create",
            ("UnitPart.BuildingId", building), ("UnitPart.Floor", "8"), ("UnitPart.Door", "a"), ("UnitPart.Kind", "Flat"), ("UnitPart.InnerAreaSquareMetres", "54,20"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("54,20 m²", await PageOfAsync(manager, "f8a"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shares_above_the_whole_are_refused_with_a_sentence()
    {
        using var manager = await site.SignInAsync("manager");
        var (unit, person) = (await UnitIdAsync("B-07-C"), await PersonIdAsync("Carmen Duarte"));
        var form = $"/Admin/Units/{unit}/Ties/Create?personId={person}";
        using var answer = await manager.SubmitAsync(
            form, $"/Admin/Units/{unit}/Ties/Create", ("PersonId", person), ("Kind", "Owner"), ("SharePercent", "10"), ("From", "2026-03-02"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("sumarían 110 %", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_open_ties_that_say_the_same_the_database_keeps_one()
    {
        var (unit, person) = (await UnitIdAsync("C-02-D"), await PersonIdAsync("Priya Nair"));
        Task Begin() => site.InAsync(services => services.GetRequiredService<TieBook>().BeginAsync(
            tie => tie.Begin(unit, person, TieKind.Staff, new DateOnly(2026, 3, 2)), new PropertySuite.Core.Actor("desk", "desk")));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await Task.Run(Begin);
                return true;
            }
            catch (Exception e) when (e is PropertySuite.Core.RefusedException or System.Data.Common.DbException or ConcurrencyException)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, done => done);
        await site.InAsync(async services => Assert.Equal(1, await services.GetRequiredService<ISession>()
            .QueryIndex<TieIndex>(tie => tie.UnitId == unit && tie.PersonId == person).CountAsync()));
    }

    [Fact]
    public async Task Running_the_demonstration_data_again_makes_no_doubles()
    {
        var before = await CountsAsync();
        await site.InAsync(async services =>
        {
            var recipe = (await services.GetRequiredService<IRecipeHarvester>().HarvestRecipesAsync()).Single(recipe => recipe.Name == "jardines-del-alba");
            await services.GetRequiredService<IRecipeExecutor>().ExecuteAsync("again", recipe, new Dictionary<string, object>(), CancellationToken.None);
        });

        Assert.Equal(before, await CountsAsync());
    }

    [Theory]
    [InlineData("Unit")]
    [InlineData("Person")]
    public async Task Records_of_the_register_have_no_public_page(string type)
    {
        var id = type == "Unit" ? await UnitIdAsync("B-07-C") : await PersonIdAsync("Elena Vidal");
        using var visitor = site.Visitor();
        using var answer = await visitor.GetAsync($"/Contents/ContentItems/{id}");

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("Elena", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<string> PageOfAsync(TestBrowser browser, string code)
    {
        using var found = await browser.GetAsync("/Admin/Search?q=" + code);
        Assert.Equal(HttpStatusCode.Found, found.StatusCode);
        return WebUtility.HtmlDecode(await browser.ReadAsync(found.Headers.Location!.ToString()));
    }

    private async Task<string> UnitIdAsync(string code)
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<IUnitDirectory>().FindByCodeAsync(code))!.Id);
        return id;
    }

    private async Task<string> PersonIdAsync(string name)
    {
        var id = "";
        await site.InAsync(async services => id = (await services.GetRequiredService<IPersonDirectory>().SearchAsync(name, 1))[0].Id);
        return id;
    }

    private async Task<int> CountUnitsAsync() => (await CountsAsync()).Units;

    private async Task<(int Units, int People, int Ties)> CountsAsync()
    {
        var counts = (0, 0, 0);
        await site.InAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            counts = (await session.QueryIndex<UnitIndex>().CountAsync(), await session.QueryIndex<PersonIndex>().CountAsync(), await session.QueryIndex<TieIndex>().CountAsync());
        });
        return counts;
    }
}
