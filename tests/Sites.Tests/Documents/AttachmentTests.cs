using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PropertySuite.Core;
using PropertySuite.Documents;
using Sites.Tests.Community;
using Sites.Tests.Visitors;
using SkiaSharp;
using YesSql;

namespace Sites.Tests.Documents;

/// <summary>T17: files of records, through a form that takes one and through the service.</summary>
public sealed partial class AttachmentTests(DemoSite demo) : IClassFixture<DemoSite>
{
    private const string Form = "/Admin/News/New";
    private static readonly Actor Editor = new("editor", "editor", [PropertySuite.Documents.Permissions.Edit]);
    private static readonly (string, string)[] Typed = [("Texts[0].Language", "es"), ("Texts[0].Title", "Con imagen"), ("Audience", "Everybody")];

    public static TheoryData<string, string> Refused => new()
    {
        { "photo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>" },
        { "photo.jpg", "<html><script>alert(1)</script>" },
        { "photo.png", "%PDF-1.7 polyglot" },
        { "photo.webp", "\u00ff\u00d8\u00ff\u00e0 no more of a picture" },
        { "photo.gif", "GIF89a;" },
        { "photo.jpg", "" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task T17_what_is_no_picture_is_said_beside_the_field_and_nothing_is_kept(string name, string content)
    {
        using var editor = await demo.SignInAsync("editor");
        var before = await CountAsync();

        using var answer = await FormFile.SendAsync(editor, Form, "Picture.New", Encoding.Latin1.GetBytes(content), name, "image/jpeg", Typed);

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"Picture-error\"", page, StringComparison.Ordinal);
        Assert.Contains("Con imagen", page, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task T17_a_file_above_the_communitys_limit_is_refused_and_one_below_it_is_kept_small_and_without_its_place()
    {
        using var editor = await demo.SignInAsync("editor");
        using var large = await FormFile.SendAsync(editor, Form, "Picture.New", FormFile.Long((10 * 1024 * 1024) + 1), "a.jpg", "image/jpeg", Typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.StatusCode);

        byte[] exif = [0xFF, 0xE1, 0x00, 0x2C, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, .. "GPS-40.4168N"u8];
        var taken = FormFile.Jpeg(3000, 1500);
        using var sent = await FormFile.SendAsync(editor, Form, "Picture.New", [.. taken[..2], .. exif, .. taken[2..]], "../../C:\\Fotos\\playa.php", "text/html", Typed);
        var newsId = sent.Headers.Location!.ToString().Split('/')[^1];

        var file = await FirstAsync(newsId);
        Assert.Equal("playa.jpg", file.FileName);
        using var shown = await editor.GetAsync($"/attachments/{file.AttachmentId}");
        var bytes = await shown.Content.ReadAsByteArrayAsync();
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("inline", shown.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.True(bytes.AsSpan().IndexOf("GPS-40.4168N"u8) < 0);
        using var print = SKBitmap.Decode(bytes);
        Assert.Equal((Attachments.PicturePixels, Attachments.PicturePixels / 2), (print.Width, print.Height));
        using var small = SKBitmap.Decode(await (await editor.GetAsync($"/attachments/{file.AttachmentId}/small")).Content.ReadAsByteArrayAsync());
        Assert.Equal(360, small.Width);
    }

    [Fact]
    public async Task A_file_is_not_lost_when_another_field_is_wrong_and_nobody_else_can_take_it()
    {
        using var editor = await demo.SignInAsync("editor");
        using var wrong = await FormFile.SendAsync(editor, Form, "Picture.New", FormFile.Jpeg(), "casa.jpg", "image/jpeg", [("Texts[0].Language", "es"), ("Texts[0].Body", "Sin título"), ("Audience", "Everybody")]);
        var key = Held().Match(await wrong.Content.ReadAsStringAsync()).Groups["key"].Value;
        Assert.Equal(22, key.Length);

        using var manager = await demo.SignInAsync("manager");
        using var theirs = await manager.SubmitAsync(Form, Form, [.. Typed, ("Picture.Held", key)]);
        await demo.InAsync(async services => Assert.Empty(await services.GetRequiredService<Attachments>().OfAsync(theirs.Headers.Location!.ToString().Split('/')[^1])));

        using var mine = await editor.SubmitAsync(Form, Form, [.. Typed, ("Picture.Held", key)]);
        Assert.Equal("casa.jpg", (await FirstAsync(mine.Headers.Location!.ToString().Split('/')[^1])).FileName);
    }

    [Fact]
    public async Task A_file_is_taken_away_for_a_reason_by_who_may_and_the_history_says_so()
    {
        using var editor = await demo.SignInAsync("editor");
        using var sent = await FormFile.SendAsync(editor, Form, "Picture.New", FormFile.Jpeg(), "casa.jpg", "image/jpeg", Typed);
        var newsId = sent.Headers.Location!.ToString().Split('/')[^1];
        var file = await FirstAsync(newsId);
        var address = $"/attachments/{file.AttachmentId}/remove";

        using var desk = await demo.SignInAsync("desk");
        using (var notTheirs = await desk.SubmitAsync("/preferences", address, ("reason", "x"))) Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);
        using (var silent = await editor.SubmitAsync($"/Admin/News/{newsId}", address)) Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        using (var done = await editor.SubmitAsync($"/Admin/News/{newsId}", address, ("reason", "Sale una persona"), ("returnUrl", "//evil.example"))) Assert.Equal("/", done.Headers.Location!.ToString());

        using var gone = await editor.GetAsync($"/attachments/{file.AttachmentId}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        var page = WebUtility.HtmlDecode(await editor.ReadAsync($"/Admin/News/{newsId}"));
        Assert.Contains("casa.jpg: Sale una persona", page, StringComparison.Ordinal);
        await demo.InAsync(async services => Assert.Empty(await services.GetRequiredService<ISession>().QueryIndex<AttachmentContentIndex>(row => row.Key == file.AttachmentId).ListAsync()));
    }

    [Fact]
    public async Task Files_of_records_that_are_gone_and_of_forms_never_sent_again_are_swept_and_no_others()
    {
        var (kept, orphan) = ("", "");
        await demo.InAsync(async services =>
        {
            var attachments = services.GetRequiredService<Attachments>();
            var publications = services.GetRequiredService<Publications>();
            var news = await publications.NewAsync<NewsPart>(DocumentTypes.News);
            await publications.CreateAsync(news, news.Write(Editor, demo.Sites.Time.GetUtcNow().UtcDateTime, new PublicationPlan([new LocalText("es", "Queda")], [0], Audience.Everybody, null, null)));
            kept = (await attachments.AddAsync(DocumentTypes.NewsKind, news.ContentItem.ContentItemId, "picture", FormFile.Jpeg(), "a.jpg", Editor)).AttachmentId;
            orphan = (await attachments.AddAsync(DocumentTypes.NewsKind, "4gone00000000000000000001", "picture", FormFile.Jpeg(), "b.jpg", Editor)).AttachmentId;
        });
        demo.Sites.Time.Advance(Attachments.HeldFor + TimeSpan.FromMinutes(1));

        await demo.InAsync(services => new AttachmentSweep().DoWorkAsync(services, TestContext.Current.CancellationToken));

        await demo.InAsync(async services =>
        {
            var attachments = services.GetRequiredService<Attachments>();
            Assert.NotNull(await attachments.FindAsync(kept));
            Assert.Null(await attachments.FindAsync(orphan));
        });
    }

    [Fact]
    public async Task A_record_has_a_limit_of_files()
    {
        var files = new AttachedFiles { Held = [.. Enumerable.Range(0, Attachments.Most + 1).Select(n => $"{n}")] };

        await demo.InAsync(async services => Assert.Equal(
            "attachment.too-many",
            (await Assert.ThrowsAsync<RefusedException>(() => services.GetRequiredService<Attachments>().AddAsync("NWS", "4record000000000000000001", "picture", files, Editor, "Files"))).Code));
    }

    private async Task<int> CountAsync()
    {
        var count = 0;
        await demo.InAsync(async services => count = await services.GetRequiredService<ISession>().QueryIndex<AttachmentIndex>().CountAsync());
        return count;
    }

    private async Task<Attachment> FirstAsync(string recordId)
    {
        Attachment file = default!;
        await demo.InAsync(async services => file = Assert.Single(await services.GetRequiredService<Attachments>().OfAsync(recordId)));
        return file;
    }

    [GeneratedRegex("name=\"Picture.Held\" value=\"(?<key>[^\"]+)\"")]
    private static partial Regex Held();
}
