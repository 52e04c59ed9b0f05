using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Html.Models;
using OrchardCore.Title.Models;
using Sites.Tests.Hosting;

namespace Sites.Tests.Display;

public sealed class ContentPagesTests : IAsyncLifetime
{
    private const string Site = "alba";

    private TestSites _sites = null!;
    private TestBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync(
            Site, "alba.localhost", null,
            "Sites.Desk", "OrchardCore.Contents", "OrchardCore.Title", "OrchardCore.ContentFields", "OrchardCore.Html", "PropertySuite.Office", "PropertySuite.Residence");
        _browser = _sites.Browser("http://alba.localhost");
        await _sites.InAsync(Site, services => services.GetRequiredService<IContentDefinitionManager>().AlterTypeDefinitionAsync("Notice", type => type
            .DisplayedAs("Notice").Creatable().Listable().Draftable().Versionable()
            .WithPart("TitlePart").WithPart("HtmlBodyPart").WithPart("Notice")));
        await _sites.InAsync(Site, services => services.GetRequiredService<IContentDefinitionManager>().AlterPartDefinitionAsync("Notice", part => part
            .WithField("Place", field => field.OfType(nameof(TextField)).WithDisplayName("Place"))));
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _sites.DisposeAsync();
    }

    [Fact]
    public async Task A_published_item_has_a_page_in_the_layout_of_the_theme()
    {
        var id = await PublishAsync("Water <off>", "<p>On <b>Friday</b></p><script>alert(1)</script>", "Tower B");

        using var response = await _browser.GetAsync("/Contents/ContentItems/" + id);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(response.StatusCode == HttpStatusCode.OK, response.StatusCode + html);
        Assert.Contains("data-ps-theme=\"residence\"", html, StringComparison.Ordinal);
        Assert.Contains("<article class=\"content-item notice\">", html, StringComparison.Ordinal);
        Assert.Contains("<h1>Water &lt;off&gt;</h1>", html, StringComparison.Ordinal);
        Assert.Contains("<b>Friday</b>", html, StringComparison.Ordinal);
        Assert.Contains("Tower B", html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_public_page()
    {
        using var created = await SubmitAsync("/Admin/Contents/ContentTypes/Notice/Create", "submit.Save", ("TitlePart.Title", "Not yet"));
        var id = IdIn(created);

        using var response = await _browser.GetAsync("/Contents/ContentItems/" + id);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task What_was_typed_is_stored_and_the_notice_is_shown_once()
    {
        using var created = await SubmitAsync(
            "/Admin/Contents/ContentTypes/Notice/Create", "submit.Publish",
            ("TitlePart.Title", "Lift inspection"), ("HtmlBodyPart.Html", "<p>Tuesday</p>"), ("Notice.Place.Text", "Tower C"));
        var id = IdIn(created);

        var first = await DeskAsync($"/Admin/Contents/ContentItems/{id}/Edit");
        Assert.Contains("Your Notice has been published.", first, StringComparison.Ordinal);
        Assert.Contains("value=\"Lift inspection\"", first, StringComparison.Ordinal);
        Assert.Contains("name=\"Notice.Place.Text\" value=\"Tower C\"", first, StringComparison.Ordinal);
        Assert.Contains("data-ps-theme=\"office\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("orch_notify", _browser.Cookies.Keys);

        var second = await DeskAsync($"/Admin/Contents/ContentItems/{id}/Edit");
        Assert.DoesNotContain("Your Notice has been published.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed_and_stores_nothing()
    {
        await _sites.InAsync(Site, services => services.GetRequiredService<IContentDefinitionManager>().AlterTypeDefinitionAsync("Notice", type => type
            .WithPart("TitlePart", part => part.WithSettings(new TitlePartSettings { Options = TitlePartOptions.EditableRequired }))));

        using var refused = await SubmitAsync("/Admin/Contents/ContentTypes/Notice/Create", "submit.Publish", ("TitlePart.Title", " "), ("Notice.Place.Text", "Tower <D>"));
        var html = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("class=\"ps-errors\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#TitlePart_Title\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Tower &lt;D&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("There are no content items yet", await DeskAsync("/Admin/Contents/ContentItems"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_a_published_item_leaves_the_public_page_as_it_is()
    {
        var id = await PublishAsync("Old words", "", "Tower A");

        using var saved = await SubmitAsync($"/Admin/Contents/ContentItems/{id}/Edit", "submit.Save", ("TitlePart.Title", "New words"), ("Notice.Place.Text", "Tower A"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Old words", await _browser.ReadAsync("/Contents/ContentItems/" + id), StringComparison.Ordinal);

        using var published = await SubmitAsync($"/Admin/Contents/ContentItems/{id}/Edit", "submit.Publish", ("TitlePart.Title", "New words"), ("Notice.Place.Text", "Tower A"));
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("New words", await _browser.ReadAsync("/Contents/ContentItems/" + id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_finds_by_words_type_and_state_and_its_buttons_work()
    {
        var id = await PublishAsync("Swimming pool", "", "");
        await PublishAsync("Garage door", "", "");

        var found = await DeskAsync("/Admin/Contents/ContentItems?q=pool");
        Assert.Contains("Swimming pool", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Garage door", found, StringComparison.Ordinal);
        Assert.Contains("No content item matches", await DeskAsync("/Admin/Contents/ContentItems?q=status:draft"), StringComparison.Ordinal);

        using var unpublished = await SubmitAsync("/Admin/Contents/ContentItems", "x", $"/Admin/Contents/ContentItems/{id}/Unpublish");
        Assert.Equal(HttpStatusCode.Redirect, unpublished.StatusCode);
        Assert.Contains("Swimming pool", await DeskAsync("/Admin/Contents/ContentItems?status=draft"), StringComparison.Ordinal);

        using var copied = await SubmitAsync("/Admin/Contents/ContentItems", "x", $"/Admin/Contents/ContentItems/{id}/Clone");
        Assert.Contains("3 items in total", await DeskAsync("/Admin/Contents/ContentItems"), StringComparison.Ordinal);

        using var deleted = await SubmitAsync("/Admin/Contents/ContentItems", "x", $"/Admin/Contents/ContentItems/{id}/Delete");
        Assert.Contains("2 items in total", await DeskAsync("/Admin/Contents/ContentItems"), StringComparison.Ordinal);

        var csv = await DeskAsync("/Admin/Contents/ContentItems.csv?sort=title");
        Assert.StartsWith("Title,Type,Status,Changed,Created,Author\r\nGarage door,Notice,Published,", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_only_look_cannot_change_or_delete()
    {
        var id = await PublishAsync("Mine", "", "");
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, "/Admin/Contents/ContentItems"), (HttpMethod.Get, $"/Admin/Contents/ContentItems/{id}/Edit"),
            (HttpMethod.Get, "/Admin/Contents/ContentTypes/Notice/Create"),
        })
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("X-Who", "visitor");
            using var response = await _browser.SendAsync(request);
            Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private async Task<string> DeskAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Who", "desk");
        using var response = await _browser.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {html}");
        return html;
    }

    private Task<HttpResponseMessage> SubmitAsync(string page, string button, params (string Name, string Value)[] fields) => SubmitAsync(page, button, page, fields);

    private async Task<HttpResponseMessage> SubmitAsync(string page, string button, string action, params (string Name, string Value)[] fields)
    {
        var token = TestBrowser.TokenOf(await DeskAsync(page));
        using var request = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token), new(button, button)]),
        };
        request.Headers.Add("X-Who", "desk");
        return await _browser.SendAsync(request);
    }

    private static string IdIn(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString.Split('/')[4];
    }

    private async Task<string> PublishAsync(string title, string body, string place)
    {
        var id = string.Empty;
        await _sites.InAsync(Site, async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync("Notice");
            item.Alter<TitlePart>(part => part.Title = title);
            item.Alter<HtmlBodyPart>(part => part.Html = body);
            item.Alter<ContentPart>("Notice", part => part.Alter<TextField>("Place", field => field.Text = place));
            item.DisplayText = title;
            await contents.CreateAsync(item, VersionOptions.Published);
            id = item.ContentItemId;
        });
        return id;
    }
}
