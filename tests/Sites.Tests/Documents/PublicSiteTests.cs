using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Documents;
using Sites.Tests.Community;
using Sites.Tests.Hosting;
using Sites.Tests.Visitors;

namespace Sites.Tests.Documents;

/// <summary>News and documents from the editor's draft to the reader, by everybody's rights (NTC-01, NTC-03, DOC-01, DOC-03).</summary>
public sealed class PublicSiteTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string ForResidents = "albanews00000000000000jun5";
    private const string Minutes = "albadoc000000000000000act5";

    [Fact]
    public async Task NTC_03_an_editor_writes_previews_publishes_and_withdraws_and_readers_see_it_only_in_between()
    {
        using var editor = await demo.SignInAsync("editor");
        using var reader = demo.Visitor();
        using var refused = await editor.SubmitAsync("/Admin/News/New", "/Admin/News/New", ("Texts[0].Language", "es"), ("Texts[0].Body", "Sin título"), ("Audience", "Everybody"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Sin título", again, StringComparison.Ordinal);
        Assert.Contains("id=\"Texts_0__Title-error\"", again, StringComparison.Ordinal);

        using var written = await editor.SubmitAsync(
            "/Admin/News/New", "/Admin/News/New",
            ("Texts[0].Language", "es"), ("Texts[0].Title", "Mercadillo <b>de libros</b>"), ("Texts[0].Body", "El sábado.\n\n- Traiga\n- Lleve"),
            ("Texts[1].Language", "en"), ("Texts[1].Title", "Book market"), ("Texts[1].Body", "On Saturday."), ("Topic", "Meeting"), ("Audience", "Everybody"));
        var id = written.Headers.Location!.ToString().Split('/')[^1];
        var page = $"/news/{id}";
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, page));
        Assert.Contains("Mercadillo &lt;b&gt;de libros&lt;/b&gt;", await editor.ReadAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Mercadillo", await reader.ReadAsync("/search?q=mercadillo+de+libros"), StringComparison.Ordinal);

        using (var published = await editor.SubmitAsync($"/Admin/News/{id}", $"/Admin/Publications/{id}/Step/publish")) Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("Mercadillo", await reader.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Contains("<li>Traiga</li>", await reader.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains(page, await reader.ReadAsync("/search?q=MERCADILLO"), StringComparison.Ordinal);

        using (var silent = await editor.SubmitAsync($"/Admin/News/{id}", $"/Admin/Publications/{id}/Step/withdraw")) Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using (var withdrawn = await editor.SubmitAsync($"/Admin/News/{id}", $"/Admin/Publications/{id}/Step/withdraw", ("Reason", "Se aplaza"))) Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, page));
        var record = WebUtility.HtmlDecode(await editor.ReadAsync($"/Admin/News/{id}"));
        Assert.Contains("Se aplaza", record, StringComparison.Ordinal);
        Assert.Contains("editor", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NTC_03_what_is_scheduled_appears_at_its_minute_and_goes_after_its_last_day()
    {
        using var editor = await demo.SignInAsync("editor");
        using var reader = demo.Visitor();
        var now = demo.Sites.Time.GetUtcNow().UtcDateTime;
        var id = await PlantAsync("Programada", Audience.Everybody, now.AddMinutes(30), now.AddHours(3));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, $"/news/{id}"));
        demo.Sites.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, $"/news/{id}"));
        demo.Sites.Time.Advance(TimeSpan.FromHours(3));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, $"/news/{id}"));
        await demo.InAsync(services => services.GetRequiredService<Publications>().EndAsync());
        await demo.InAsync(async services => Assert.Equal(PublicationState.Ended, (await services.GetRequiredService<Publications>().FindAsync(id))!.State));
    }

    [Fact]
    public async Task DOC_03_what_is_for_residents_is_not_there_for_strangers_and_is_for_owners_and_staff()
    {
        using var reader = demo.Visitor();
        using var owner = await demo.SignInAsync("owner");
        using var desk = await demo.SignInAsync("desk");
        var file = "";
        await demo.InAsync(async services => file = "/attachments/" + (await services.GetRequiredService<Attachments>().OfAsync(Minutes))[0].AttachmentId);

        foreach (var page in new[] { $"/news/{ForResidents}", file })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, page));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(owner, page));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(desk, page));
        }

        Assert.DoesNotContain(ForResidents, await reader.ReadAsync("/") + await reader.ReadAsync("/news") + await reader.ReadAsync("/search?q=junta"), StringComparison.Ordinal);
        Assert.DoesNotContain(Minutes, await reader.ReadAsync("/documents") + await reader.ReadAsync("/search?q=acta"), StringComparison.Ordinal);
        Assert.Contains(ForResidents, await owner.ReadAsync("/search?q=junta"), StringComparison.Ordinal);
        Assert.Contains(Minutes, await owner.ReadAsync("/documents"), StringComparison.Ordinal);
        Assert.DoesNotContain("/Admin/", await reader.ReadAsync("/search?q=elena"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOC_01_a_superseded_version_is_the_offices_and_the_one_of_the_day_everybodys()
    {
        using var editor = await demo.SignInAsync("editor");
        using var reader = demo.Visitor();
        const string Rules = "albadoc000000000000000obr2";
        var fields = new[] { ("Texts[0].Language", "es"), ("Texts[0].Title", "Reglamento de obras"), ("Category", "Rules"), ("Audience", "Everybody"), ("FileLanguage", "es"), ("Changes", "Nueva fianza") };
        using var sent = await FormFile.SendAsync(editor, $"/Admin/Documents/{Rules}/Edit", "File.New", "%PDF-1.7 nuevo"u8.ToArray(), "reglamento v2.exe.pdf", "text/html", fields);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        IReadOnlyList<Attachment> files = [];
        await demo.InAsync(async services => files = await services.GetRequiredService<Attachments>().OfAsync(Rules));
        Assert.Equal(2, files.Count);
        Assert.Equal("reglamento v2 exe.pdf", files[1].FileName);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(reader, $"/attachments/{files[0].AttachmentId}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(editor, $"/attachments/{files[0].AttachmentId}"));
        using var current = await reader.GetAsync($"/attachments/{files[1].AttachmentId}");
        Assert.Equal("application/pdf", current.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("attachment", current.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(current.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", current.Headers.CacheControl!.ToString());
        Assert.Contains("sandbox", Assert.Single(current.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("guard")]
    [InlineData("owner")]
    public async Task NTC_01_who_is_no_editor_writes_nothing(string person)
    {
        using var browser = await demo.SignInAsync(person);

        foreach (var page in new[] { "/Admin/News", "/Admin/News/New", "/Admin/Documents", $"/Admin/News/{ForResidents}" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(browser, page));
        }
    }

    [Theory]
    [InlineData("en", "lang=\"es\"")]
    [InlineData("es", null)]
    public async Task NTC_07_a_text_in_another_language_than_the_page_says_so(string language, string? mark)
    {
        using var reader = demo.Visitor();
        var id = await PlantAsync("Solo en español", Audience.Everybody, null, null);
        using var chosen = await reader.SubmitAsync("/preferences", "/preferences", ("Language", language), ("Scheme", ""), ("ReturnUrl", "/"));

        var page = await reader.ReadAsync($"/news/{id}");

        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Equal(mark is not null, page.Contains("<h1 lang=\"es\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_public_site_can_be_put_on_the_home_screen_and_leaves_the_office_alone()
    {
        using var reader = demo.Visitor();

        Assert.Contains("\"scope\":\"/\"", await reader.ReadAsync("/app.webmanifest"), StringComparison.Ordinal);
        Assert.Contains("app-worker.js", await reader.ReadAsync("/app-worker.js"), StringComparison.Ordinal);
        Assert.Contains("rel=\"manifest\"", await reader.ReadAsync("/"), StringComparison.Ordinal);
        using var editor = await demo.SignInAsync("editor");
        Assert.DoesNotContain("app.webmanifest", await editor.ReadAsync("/Admin/News"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "/offline"));
    }

    private async Task<string> PlantAsync(string title, Audience audience, DateTime? from, DateTime? until)
    {
        var id = "";
        await demo.InAsync(async services =>
        {
            var publications = services.GetRequiredService<Publications>();
            var editor = new Actor("editor", "editor", [PropertySuite.Documents.Permissions.Edit]);
            var now = demo.Sites.Time.GetUtcNow().UtcDateTime;
            var news = await publications.NewAsync<NewsPart>(DocumentTypes.News);
            var written = news.Write(editor, now, new PublicationPlan([new LocalText("es", title, "Texto")], [0], audience, from, until));
            await publications.CreateAsync(news, written, news.Publish(editor, now));
            id = news.ContentItem.ContentItemId;
        });
        return id;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return answer.StatusCode;
    }
}
