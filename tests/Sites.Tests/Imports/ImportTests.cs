using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Localization;
using PropertySuite.Community.Contracts;
using PropertySuite.Community.Units;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using PropertySuite.Visitors;
using Sites.Tests.Community;
using Sites.Tests.Hosting;
using YesSql;

namespace Sites.Tests.Imports;

public sealed class ImportTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly Actor _somebody = new("4somebody00000000000000000", "ana");

    [Fact]
    public async Task A_file_with_the_offices_own_headings_is_checked_imported_repeated_and_undone()
    {
        using var manager = await ManagerAsync();
        var file = "Piso;Torre;Planta;Puerta;Clase;Tipo;Superficie útil (m²);Observaciones\r\nE-10-A;E;10;A;Vivienda;T1;54,20;nada\r\nE-10-B;E;10;B;Vivienda;T2;78,60;\r\nB-07-C;B;7;C;Vivienda;T3;96,40;\r\n";
        var check = await UploadAsync(manager, "units", "unidades.csv", Encoding.GetEncoding(1252).GetBytes(file.Replace("²", "2", StringComparison.Ordinal)));
        var page = await manager.ReadAsync(check);
        Assert.True(page.Contains("2 added, 0 changed, 1 unchanged", StringComparison.Ordinal), page[page.IndexOf("<main", StringComparison.Ordinal)..]);
        Assert.Contains("E-10-A", page, StringComparison.Ordinal);

        using var done = await manager.SubmitAsync(check, check + "/Run");
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        var run = done.Headers.Location!.OriginalString;
        await site.InAsync(async services => Assert.Equal("T2", (await services.GetRequiredService<IUnitDirectory>().FindByCodeAsync("e10b"))!.Layout));

        // The same file again: nothing to do.
        var again = await manager.ReadAsync(await UploadAsync(manager, "units", "unidades.csv", Encoding.UTF8.GetBytes(file)));
        Assert.Contains("0 added, 0 changed, 3 unchanged", again, StringComparison.Ordinal);

        using var undone = await manager.SubmitAsync(run, run + "/Undo");
        Assert.Equal(HttpStatusCode.Found, undone.StatusCode);
        await site.InAsync(async services => Assert.Null(await services.GetRequiredService<IUnitDirectory>().FindByCodeAsync("E-10-B")));
        using var twice = await manager.SubmitAsync("/Admin/Imports", run + "/Undo");
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task Undoing_gives_changed_records_their_values_back_and_leaves_alone_what_somebody_has_touched()
    {
        await site.InAsync(async services => await RunAsync(services, "units", "Code;Layout;Good to know\nF-01-A;T9;Perro\nF-03-B;T9;\n"));
        await site.InAsync(async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var unit = await services.GetRequiredService<IUnitDirectory>().FindByCodeAsync("F-03-B");
            var item = (await contents.GetAsync(unit!.Id))!;
            item.Alter<UnitPart>(part => part.Note("Hand-written"));
            await contents.UpdateAsync(item);
        });

        await site.InAsync(async services =>
        {
            var run = (await services.GetRequiredService<ImportRunner>().RunsAsync(0, 1))[0];
            var plan = await services.GetRequiredService<ImportUndo>().UndoAsync([run], _somebody);
            Assert.Equal(["F-01-A"], plan.Restored.Select(restored => restored.Item.DisplayText));
            Assert.Equal(["F-03-B"], plan.Kept.Select(kept => kept.Title));
        });
        await site.InAsync(async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var units = services.GetRequiredService<IUnitDirectory>();
            var first = (await contents.GetAsync((await units.FindByCodeAsync("F-01-A"))!.Id))!.As<UnitPart>()!;
            Assert.Equal(("T2", null), (first.Layout, first.GoodToKnow));
            var second = (await contents.GetAsync((await units.FindByCodeAsync("F-03-B"))!.Id))!.As<UnitPart>()!;
            Assert.Equal(("T9", "Hand-written"), (second.Layout, second.GoodToKnow));
        });
    }

    [Fact]
    public async Task A_record_that_something_else_needs_stays_when_its_import_is_undone()
    {
        await site.InAsync(async services => await RunAsync(services, "people", "Given names;Family names;Phone\nZoe;Import Uno;600 111 222\nZoe;Import Dos;600 111 223\n"));
        await site.InAsync(async services => await RunAsync(services, "ties", "Unit;Person;Tie;Since\nA-18-D;Zoe Import Uno;Family;2026-01-01\n"));

        await site.InAsync(async services =>
        {
            var runs = await services.GetRequiredService<ImportRunner>().RunsAsync(0, 2);
            var people = runs.Single(run => run.ListId == "people");
            var plan = await services.GetRequiredService<ImportUndo>().PlanAsync([people]);
            Assert.Equal(["Zoe Import Uno"], plan.Kept.Select(kept => kept.Title));
            Assert.Equal(["Zoe Import Dos"], plan.Removed.Select(item => item.DisplayText));
            // Together they leave together.
            Assert.Empty((await services.GetRequiredService<ImportUndo>().PlanAsync(runs)).Kept);
        });
    }

    [Fact]
    public async Task Problems_are_told_by_cell_all_at_once_and_can_be_downloaded()
    {
        using var manager = await ManagerAsync();
        string[][] rows =
        [
            ["Código", "Planta", "Superficie útil", "Clase"],
            ["B-07-D", "7", "96,40", "Vivienda"],
            ["B-99-A", "99", "-1", "Vivienda"],
            ["nonsense", "x", "<c r=\"@\"><f>SUM(A1:A2)</f></c>", "Castillo"],
        ];
        var check = await UploadAsync(manager, "units", "unidades.xlsx", WorkbookOf.Rows("Unidades", rows));
        var html = WebUtility.HtmlDecode(await manager.ReadAsync(check));

        Assert.Contains("Unidades!B3", html, StringComparison.Ordinal);
        Assert.Contains("Unidades!B4", html, StringComparison.Ordinal);
        Assert.Contains("Unidades!C4", html, StringComparison.Ordinal);
        Assert.Contains("Unidades!D4", html, StringComparison.Ordinal);
        Assert.Contains("4 problems: nothing can be imported yet", html, StringComparison.Ordinal);
        var list = await manager.ReadAsync(check + "/Problems.csv");
        Assert.Contains("Unidades!C4,A formula without a value.", list, StringComparison.Ordinal);

        using var run = await manager.SubmitAsync(check, check + "/Run");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, run.StatusCode);
    }

    [Fact]
    public async Task Columns_can_be_chosen_by_hand_and_the_choice_is_remembered()
    {
        using var manager = await ManagerAsync();
        const string File = "Xyz;Apodo\nE-11-A;T1\n";
        var check = await UploadAsync(manager, "units", "raro.csv", Encoding.UTF8.GetBytes(File));
        Assert.Contains("raro!1", await manager.ReadAsync(check), StringComparison.Ordinal);

        using var chosen = await manager.SubmitAsync(check, check + "/Columns", ("headings", "Xyz"), ("columns", "Code"), ("headings", "Apodo"), ("columns", "Layout"));
        Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
        Assert.Contains("1 added, 0 changed, 0 unchanged", await manager.ReadAsync(check), StringComparison.Ordinal);
        using var done = await manager.SubmitAsync(check, check + "/Run");
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);

        var next = await UploadAsync(manager, "units", "raro.csv", Encoding.UTF8.GetBytes(File.Replace("T1", "T2", StringComparison.Ordinal)));
        Assert.Contains("0 added, 1 changed, 0 unchanged", await manager.ReadAsync(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_file_is_left_to_a_job_whose_page_leads_to_what_it_did()
    {
        using var manager = await ManagerAsync();
        var file = "Given names;Family names;Phone\n" + string.Concat(Enumerable.Range(0, 400).Select(n => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Gente{n};Del Trabajo;601 000 {n:000}\n")));
        var check = await UploadAsync(manager, "people", "muchos.csv", Encoding.UTF8.GetBytes(file));

        using var ordered = await manager.SubmitAsync(check, check + "/Run");
        Assert.Equal(HttpStatusCode.Found, ordered.StatusCode);
        var run = await FollowAsync(manager, ordered);

        var page = await manager.ReadAsync(run);
        Assert.Contains("400 added, 0 changed, 0 unchanged", page, StringComparison.Ordinal);
        Assert.Contains("by manager", page, StringComparison.Ordinal);
        Assert.Contains("Undoing", page, StringComparison.Ordinal);

        using var undoing = await manager.SubmitAsync(run, run + "/Undo");
        Assert.Equal(run, await FollowAsync(manager, undoing));
        Assert.Contains("Undone", await manager.ReadAsync(run), StringComparison.Ordinal);
        Assert.DoesNotContain("Gente1 ", await manager.ReadAsync("/Admin/People?q=gente1"), StringComparison.Ordinal);
    }

    /// <summary>Looks at a job's progress, as the page does by itself, until it leads on.</summary>
    /// <returns>Where it leads.</returns>
    private static async Task<string> FollowAsync(TestBrowser browser, HttpResponseMessage ordered)
    {
        Assert.Equal(HttpStatusCode.Found, ordered.StatusCode);
        var progress = ordered.Headers.Location!.OriginalString;
        Assert.Contains("/Imports/Progress/", progress, StringComparison.Ordinal);
        string? next = null;
        await Waiting.UntilAsync(
            async () =>
            {
                using var answer = await browser.GetAsync(progress);
                next = answer.Headers.Location?.OriginalString;
                return answer.StatusCode == HttpStatusCode.Found;
            },
            "The job has not ended.");
        return next!;
    }

    [Fact]
    public async Task Passes_and_watch_list_are_filled_by_their_own_rules()
    {
        const string Passes = "Nombre;Clase;Unidad;Días;Desde las;Hasta las;Desde;Hasta\nInés Prueba;Servicio doméstico;b7c;lun, jue;9:00;13:00;2026-03-02;2026-12-31\n";
        const string Watched = "Nombre;Rigor;Clase;Motivo;Unidad\nRamón Ejemplo Ficticio;detener;otro;Daños;\n";
        await site.InAsync(async services => await RunAsync(services, "recurring", Passes));
        await site.InAsync(async services => await RunAsync(services, "watch", Watched));

        await site.InAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var pass = Assert.Single(await session.QueryIndex<RecurringIndex>(row => row.VisitorName == "Inés Prueba").ListAsync());
            Assert.Contains("-RPS-2026-", pass.Number, StringComparison.Ordinal);
            Assert.NotNull(pass.LiveCode);
            var hours = (await services.GetRequiredService<RecurringPasses>().FindAsync(pass.RecurringId))!.Hours;
            Assert.Equal(WeekDays.Monday | WeekDays.Thursday, hours.Days);

            // Whoever imports proposes; somebody else has to agree.
            var entry = Assert.Single(await session.QueryIndex<WatchIndex>(row => row.Name == "Ramón Ejemplo Ficticio").ListAsync());
            Assert.Equal(nameof(WatchState.Proposed), entry.State);
            var part = (await services.GetRequiredService<WatchList>().FindAsync(entry.EntryId))!;
            Assert.Equal(_somebody.Id, part.ProposedById);
            Assert.Throws<RefusedException>(() => part.Approve(new Actor(_somebody.Id, "ana", [VisitPermissions.Watch]), DateTime.UnixEpoch));
        });

        foreach (var (list, file) in new[] { ("recurring", Passes), ("watch", Watched) })
        {
            await site.InAsync(async services =>
            {
                var plan = await services.GetRequiredService<ImportPlanner>().PlanAsync(services.GetRequiredService<ImportAccess>().Known(list)!, SheetFile.Read(Encoding.UTF8.GetBytes(file), "x.csv")[0]);
                Assert.Equal((0, 0, 1, 0), (plan.Added, plan.Changed, plan.Unchanged, plan.Problems.Count));
            });
        }
    }

    [Fact]
    public async Task The_log_of_a_gate_knows_who_is_still_inside_and_those_expected_get_a_pass()
    {
        // It is 2 March, ten o'clock in the community.
        const string Log = "Número;Nombre;Clase;Unidad;Llegada;Salida\nPAPEL-1;Lola Dentro;Invitado;b7c;2026-03-02 09:10;\nPAPEL-2;Pepe Fuera;Invitado;b7c;2026-03-02 08:00;2026-03-02 09:00\n";
        const string Expected = "Visitante;Unidad;Desde;Hasta;Clase;Personas;Matrícula\nNora Esperada;b7c;2026-03-02 18:00;2026-03-02 22:00;Invitado;3;1234-dmo\n";
        await site.InAsync(async services => await RunAsync(services, "visits", Log));
        await site.InAsync(async services => await RunAsync(services, "expected-visits", Expected));

        await site.InAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            Assert.True(Assert.Single(await session.QueryIndex<VisitIndex>(row => row.Number == "PAPEL-1").ListAsync()).OnSite);
            Assert.False(Assert.Single(await session.QueryIndex<VisitIndex>(row => row.Number == "PAPEL-2").ListAsync()).OnSite);
            var row = Assert.Single(await session.QueryIndex<VisitIndex>(row => row.VisitorName == "Nora Esperada").ListAsync());
            Assert.Equal((nameof(VisitState.Invited), 3, new DateTime(2026, 3, 2, 17, 0, 0, DateTimeKind.Utc)), (row.State, row.Persons, row.FromUtc));
            Assert.Contains("-VIS-2026-", row.Number, StringComparison.Ordinal);
            Assert.NotNull(row.LiveCodeKey);
            var visit = (await services.GetRequiredService<Visits>().FindAsync(row.VisitId))!;
            Assert.NotEmpty(await services.GetRequiredService<PassKeys>().SignAsync(visit.Pass!.PassId, visit.Window));
        });

        await site.InAsync(async services =>
        {
            var plan = await PlanAsync(services, "expected-visits", Expected);
            Assert.Equal((0, 1, 0), (plan.Added, plan.Unchanged, plan.Problems.Count));
            plan = await PlanAsync(services, "expected-visits", Expected.Replace("2026-03-02", "2026-03-01", StringComparison.Ordinal));
            Assert.Equal("This lies behind: nobody is expected then.", Assert.Single(plan.Problems).Sentence);

            // A line of an earlier day without its end was forgotten, not inside.
            plan = await PlanAsync(services, "visits", Log.Replace("2026-03-02 09:10", "2026-02-27 09:10", StringComparison.Ordinal).Replace("PAPEL", "ANTES", StringComparison.Ordinal));
            Assert.EndsWith("2", Assert.Single(plan.Problems).Place, StringComparison.Ordinal);
        });

        await site.InAsync(async services =>
        {
            const string Day = "Visitante;Unidad;Desde;Hasta;Clase\nMorgan Temprano;b7c;2026-11-23 07:00;2026-11-23 08:00;Invitado\nTardía Prueba;b7c;2026-11-23 20:00;2026-11-23 21:00;Invitado\n";
            var shift = new DateOnly(2026, 3, 2).DayNumber - new DateOnly(2026, 11, 23).DayNumber;
            Assert.Equal(1, (await PlanAsync(services, "expected-visits", Day, new ImportDays(shift, ImportPart.Future))).Added);
            var past = await PlanAsync(services, "visits", Log.Replace("2026-03-02 09:10", "2026-03-02 23:10", StringComparison.Ordinal).Replace("PAPEL", "OTRO", StringComparison.Ordinal), new ImportDays(0, ImportPart.Past));
            Assert.Equal((1, 0), (past.Added, past.Problems.Count));
        });
    }

    [Fact]
    public async Task Removing_demonstration_data_wants_the_name_of_the_community()
    {
        using var manager = await ManagerAsync();
        await site.InAsync(async services => await RunAsync(services, "buildings", "Code;Name;Lowest floor;Top floor;Doors on a floor\nDM;Demo;0;1;2\n", ImportRun.Demonstration));
        Assert.Contains("Remove all of it", await manager.ReadAsync("/Admin/Imports/Demonstration"), StringComparison.Ordinal);

        using var refused = await manager.SubmitAsync("/Admin/Imports/Demonstration", "/Admin/Imports/Demonstration", ("confirm", "yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Demo", await manager.ReadAsync("/Admin/Buildings"), StringComparison.Ordinal);

        using var done = await manager.SubmitAsync("/Admin/Imports/Demonstration", "/Admin/Imports/Demonstration", ("confirm", " residencial jardines del alba "));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        // Hundreds of records leave by a job.
        await Waiting.UntilAsync(
            async () => (await manager.ReadAsync("/Admin/Imports/Demonstration")).Contains("There is no demonstration data here", StringComparison.Ordinal),
            "The demonstration data has not left.");
    }

    [Fact]
    public async Task The_template_of_every_list_is_read_back_by_it()
    {
        await site.InAsync(async services =>
        {
            foreach (var culture in new[] { "en", "es", "zh-Hans" })
            {
                using var scope = CultureScope.Create(culture, culture);
                foreach (var list in services.GetRequiredService<ImportAccess>().All)
                {
                    var file = services.GetRequiredService<ImportTemplates>().Write(list);
                    var sheet = SheetFile.Read(file, "template.xlsx")[0];
                    var plan = await services.GetRequiredService<ImportPlanner>().PlanAsync(list, sheet);
                    Assert.Equal(list.Columns.Select(column => column.Id), plan.Headings.Select(heading => heading.ColumnId));
                }
            }
        });
    }

    [Fact]
    public async Task Every_word_of_every_list_is_there_in_three_languages()
    {
        await site.InAsync(services =>
        {
            var missing = new List<string>();
            foreach (var culture in new[] { "es", "zh-Hans" })
            {
                using var scope = CultureScope.Create(culture, culture);
                foreach (var list in services.GetRequiredService<ImportAccess>().All)
                {
                    var texts = services.GetRequiredService<IStringLocalizerFactory>().Create(list.Texts);
                    missing.AddRange(list.Columns.SelectMany(column => column.Choices.Select(choice => choice.Name).Append(column.Name).Append(column.Meaning)).Append(list.Name)
                        .Where(text => texts[text].ResourceNotFound).Select(text => $"{culture} {list.Id}: {text}"));
                }

                var refusals = services.GetRequiredService<IStringLocalizerFactory>().Create(typeof(ImportRefusals));
                missing.AddRange(typeof(ImportRefusals).GetFields().Select(field => ((Refusal)field.GetValue(null)!).Text).Where(text => refusals[text].ResourceNotFound).Select(text => $"{culture}: {text}"));
            }

            Assert.Empty(missing.Distinct());
            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("guard")]
    [InlineData("desk")]
    [InlineData("owner")]
    public async Task Whoever_may_not_keep_the_register_cannot_import_into_it(string who)
    {
        using var browser = await site.SignInAsync(who);
        foreach (var path in new[] { "/Admin/Imports", "/Admin/Imports/List/units", "/Admin/Imports/List/units/Template.xlsx", "/Admin/Imports/Demonstration" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task<TestBrowser> ManagerAsync()
    {
        var manager = await site.SignInAsync("manager");
        manager.SetCookie("__Host-orchculture_" + DemoSite.Name, "c=en|uic=en");
        return manager;
    }

    private static async Task<ImportRun> RunAsync(IServiceProvider services, string listId, string csv, string? batch = null)
    {
        var list = services.GetRequiredService<ImportAccess>().Known(listId)!;
        var plan = await services.GetRequiredService<ImportPlanner>().PlanAsync(list, SheetFile.Read(Encoding.UTF8.GetBytes(csv), "test.csv")[0]);
        Assert.Empty(plan.Problems);
        return await services.GetRequiredService<ImportRunner>().RunAsync(plan, "test.csv", _somebody, batch);
    }

    private static Task<ImportPlan> PlanAsync(IServiceProvider services, string listId, string csv, ImportDays? days = null) =>
        services.GetRequiredService<ImportPlanner>().PlanAsync(services.GetRequiredService<ImportAccess>().Known(listId)!, SheetFile.Read(Encoding.UTF8.GetBytes(csv), "test.csv")[0], days: days);

    /// <returns>The address of the check page.</returns>
    private static async Task<string> UploadAsync(TestBrowser browser, string list, string name, byte[] file)
    {
        var page = $"/Admin/Imports/List/{list}";
        using var content = new MultipartFormDataContent();
        using var token = new StringContent(TestBrowser.TokenOf(await browser.ReadAsync(page)));
        using var bytes = new ByteArrayContent(file);
        content.Add(token, "__RequestVerificationToken");
        content.Add(bytes, "file", name);
        using var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, page) { Content = content });
        Assert.True(answer.StatusCode == HttpStatusCode.Found, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.Headers.Location!.OriginalString;
    }
}
