using System.Net;
using Sites.Tests.Hosting;

namespace Sites.Tests.Visitors;

[Collection(CommunitySiteCollection.Name)]
public sealed class VisitListTests(CommunitySite site)
{
    private const string Form = "/Admin/Visits/WalkIn";

    [Theory]
    [InlineData("Where[kind]=Courier", true)]
    [InlineData("Where[kind]=Guest", false)]
    [InlineData("Where[state]=WalkIn", true)]
    [InlineData("Where[state]=CheckedIn", false)]
    [InlineData("Where[state]=Expired", false)]
    [InlineData("Where[unit]=b-07", true)]
    [InlineData("Where[unit]=c-01", false)]
    [InlineData("Where[day]=2026-03-02", true)]
    [InlineData("Where[day]=2026-03-05", false)]
    [InlineData("Where[gate]=Puerta Norte", false)]
    [InlineData("Where[kind]=Courier&Where[state]=WalkIn&Search=lista", true)]
    [InlineData("Search=7720", true)]
    [InlineData("Sort=-visitor", true)]
    public async Task Filters_narrow_the_list_and_add_up(string query, bool found)
    {
        using var desk = await site.SignInAsync("desk");
        await RegisterAsync(desk, "Carmen Lista");

        var address = "?" + query.Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
        var page = await ReadAsync(desk, "/Admin/Visits" + address + "&View=all");
        var file = await ReadAsync(desk, "/Admin/Visits/Export" + address + "&View=all");

        Assert.Equal(found, page.Contains("Carmen Lista", StringComparison.Ordinal));
        Assert.Equal(found, file.Contains("Carmen Lista", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sorting_paging_and_the_export_keep_what_was_filtered()
    {
        using var desk = await site.SignInAsync("desk");
        await RegisterAsync(desk, "Carlos Ordenado");

        var page = await ReadAsync(desk, "/Admin/Visits?View=all&Search=car&Where%5Bkind%5D=Courier&Where%5Bday%5D=2026-03-02&Sort=unit");

        Assert.Contains("<option value=\"Courier\" selected", page, StringComparison.Ordinal);
        Assert.Contains("value=\"02/03/2026\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Sort\" value=\"unit\"", page, StringComparison.Ordinal);
        Assert.Contains("?View=all&Search=car&Where%5Bkind%5D=Courier&Where%5Bday%5D=2026-03-02&Sort=-unit", page, StringComparison.Ordinal);
        Assert.Contains("/Export?View=all&Search=car&Where%5Bkind%5D=Courier&Where%5Bday%5D=2026-03-02&Sort=unit", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Where%5Bkind%5D=Nonsense")]
    [InlineData("Where%5Bsecret%5D=1")]
    [InlineData("View=nowhere")]
    [InlineData("Sort=secret")]
    public async Task What_the_list_does_not_know_is_refused_and_never_shows_everything(string query)
    {
        using var desk = await site.SignInAsync("desk");

        using var answer = await desk.GetAsync("/Admin/Visits?" + query);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Theory]
    [InlineData("02/03/2026")]
    [InlineData("2.3.26")]
    [InlineData("2/3")]
    [InlineData("2026年3月2日")]
    public async Task A_day_is_typed_as_people_write_it_and_shown_again_in_the_readers_format(string typed)
    {
        using var desk = await site.SignInAsync("desk");
        await RegisterAsync(desk, "Dario Del Dia");

        var page = await ReadAsync(desk, "/Admin/Visits?Where%5Bday%5D=" + Uri.EscapeDataString(typed));

        Assert.Contains("Dario Del Dia", page, StringComparison.Ordinal);
        Assert.Contains("value=\"02/03/2026\"", page, StringComparison.Ordinal);
        Assert.Contains("data-label=\"Visita a\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_day_is_said_beside_its_field_and_shows_no_row()
    {
        using var desk = await site.SignInAsync("desk");
        await RegisterAsync(desk, "Nadie Mas");

        var page = await ReadAsync(desk, "/Admin/Visits?View=all&Where%5Bday%5D=yesterday");

        Assert.Contains("id=\"where-day-error\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"yesterday\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nadie Mas", page, StringComparison.Ordinal);
        using var export = await desk.GetAsync("/Admin/Visits/Export?View=all&Where%5Bday%5D=yesterday");
        Assert.Equal(HttpStatusCode.Conflict, export.StatusCode);
    }

    [Fact]
    public async Task The_search_of_the_office_finds_visits_by_name_plate_and_number_for_those_who_may_see_them()
    {
        using var desk = await site.SignInAsync("desk");
        await RegisterAsync(desk, "Rosalía Buscada", plate: "9911-ZZZ");

        // What is named exactly is opened at once.
        foreach (var text in new[] { "rosalia buscada", "9911-zzz" })
        {
            using var opened = await desk.GetAsync("/Admin/Search?q=" + Uri.EscapeDataString(text));
            Assert.Contains("/Admin/Visits/Record/", opened.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
        }

        Assert.Contains("Rosalía Buscada", await ReadAsync(desk, "/Admin/Search?q=buscad"), StringComparison.Ordinal);
        Assert.Contains("/Admin/Visits/Record/", await ReadAsync(desk, "/Admin/Search?q=VIS-2026"), StringComparison.Ordinal);
        using var owner = await site.SignInAsync("owner");
        using var refused = await owner.GetAsync("/Admin/Search?q=buscada");
        Assert.DoesNotContain("Buscada", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_calls_twice_and_reads_before_the_end_what_happens_then()
    {
        using var desk = await site.SignInAsync("desk");
        var answer = await RegisterAsync(desk, "Nadie Contesta");
        var record = answer[..^"/Answer".Length];

        var first = await ReadAsync(desk, answer);
        Assert.Contains("data-countdown-left-value=\"180\"", first, StringComparison.Ordinal);
        Assert.Contains("10:03", first, StringComparison.Ordinal);
        using var given = await desk.SubmitAsync(answer, answer, ("Answer", "give-up"));
        Assert.EndsWith("/Answer", given.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var again = await desk.SubmitAsync(answer, record + "/AskAgain");
        Assert.EndsWith("/Answer", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("data-countdown-left-value=\"180\"", await ReadAsync(desk, answer), StringComparison.Ordinal);

        using var last = await desk.SubmitAsync(answer, answer, ("Answer", "give-up"));
        Assert.EndsWith(record, last.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var third = await desk.SubmitAsync(Form, record + "/AskAgain");
        Assert.Equal(HttpStatusCode.Conflict, third.StatusCode);
    }

    [Fact]
    public async Task A_device_without_a_gate_chooses_it_on_the_verdict_first_and_comes_back_to_it()
    {
        using var desk = await site.SignInAsync("desk");
        var answer = await RegisterAsync(desk, "Sin Puerta");
        var visitId = answer.Split('/')[^2];
        using var said = await desk.SubmitAsync(answer, answer, ("Answer", "confirm"), ("AnsweredBy", "Elena"));

        var before = await ReadAsync(desk, $"/Admin/Visits/Gate/{visitId}");
        Assert.DoesNotContain("name=\"BadgeId\"", before, StringComparison.Ordinal);
        Assert.True(before.IndexOf("name=\"entranceId\"", StringComparison.Ordinal) < before.IndexOf("ps-facts-lg", StringComparison.Ordinal));

        using var chosen = await desk.SubmitAsync($"/Admin/Visits/Gate/{visitId}", "/Admin/Visits/Gate/Place", ("entranceId", "entrancenorth0000000000001"), ("visitId", visitId));
        Assert.EndsWith($"/Admin/Visits/Gate/{visitId}", chosen.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("name=\"BadgeId\"", await ReadAsync(desk, $"/Admin/Visits/Gate/{visitId}"), StringComparison.Ordinal);
    }

    private static async Task<string> RegisterAsync(TestBrowser desk, string name, string plate = "7720-DMO")
    {
        using var registered = await desk.SubmitAsync(Form, Form, ("Unit", "b7c"), ("Name", name), ("Kind", "Courier"), ("Persons", "1"), ("Plate", plate), ("IdentitySeen", "true"));
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        return registered.Headers.Location!.ToString();
    }

    private static async Task<string> ReadAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
