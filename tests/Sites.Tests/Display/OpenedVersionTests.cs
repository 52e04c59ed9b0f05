using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Title.Models;
using Sites.Tests.Hosting;

namespace Sites.Tests.Display;

/// <summary>Two people have the same item open.</summary>
public sealed partial class OpenedVersionTests : IAsyncLifetime
{
    private const string Site = "alba";

    private TestSites _sites = null!;
    private TestBrowser _browser = null!;
    private string _page = "";
    private string _id = "";

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync(Site, "alba.localhost", null, "Sites.Desk", "OrchardCore.Contents", "OrchardCore.Title", "OrchardCore.ContentFields", "PropertySuite.Office", "PropertySuite.Residence");
        _browser = _sites.Browser("http://alba.localhost");
        await _sites.InAsync(Site, services => services.GetRequiredService<IContentDefinitionManager>().AlterTypeDefinitionAsync("Notice", type => type
            .DisplayedAs("Notice").Creatable().Listable().Draftable().Versionable().WithPart("TitlePart").WithPart("Notice")));
        await _sites.InAsync(Site, services => services.GetRequiredService<IContentDefinitionManager>().AlterPartDefinitionAsync("Notice", part => part
            .WithField("Place", field => field.OfType(nameof(TextField)).WithDisplayName("Place"))));
        await _sites.InAsync(Site, async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            var item = await contents.NewAsync("Notice");
            item.Alter<TitlePart>(part => part.Title = "Pool");
            item.DisplayText = "Pool";
            await contents.CreateAsync(item, VersionOptions.Published);
            _id = item.ContentItemId;
        });
        _page = $"/Admin/Contents/ContentItems/{_id}/Edit";
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _sites.DisposeAsync();
    }

    [Theory]
    [InlineData("submit.Publish")]
    [InlineData("submit.Save")]
    public async Task The_second_to_save_is_refused_with_what_was_typed_and_told_who_was_first(string button)
    {
        var first = await OpenAsync();
        var second = await OpenAsync();
        using var saved = await SaveAsync(first, button, "Pool closed", "Garden");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        using var refused = await SaveAsync(second, button, "Pool open", "Roof <1>");
        var html = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("desk changed this while you had it open.", html, StringComparison.Ordinal);
        Assert.Contains("desk saved another version: 09:00.", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{_page}\" target=\"_blank\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Pool open\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Roof &lt;1&gt;\"", html, StringComparison.Ordinal);
        Assert.Equal(("Pool closed", "Garden"), await StoredAsync());

        // Sending the same form again is refused again; ticking saves over it, and says so to nobody twice.
        using var again = await SaveAsync(html, button, "Pool open", "Roof <1>");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        using var over = await SaveAsync(html, button, "Pool open", "Roof <1>", overwrite: true);
        Assert.Equal(HttpStatusCode.Redirect, over.StatusCode);
        Assert.Equal(("Pool open", "Roof <1>"), await StoredAsync());
    }

    [Fact]
    public async Task Ticking_covers_the_version_that_was_shown_and_no_later_one()
    {
        var mine = await OpenAsync();
        using var first = await SaveAsync(await OpenAsync(), "submit.Publish", "One", "");
        using var refused = await SaveAsync(mine, "submit.Publish", "Mine", "");
        var shown = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var second = await SaveAsync(await OpenAsync(), "submit.Publish", "Two", "");

        using var over = await SaveAsync(shown, "submit.Publish", "Mine", "", overwrite: true);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, over.StatusCode);
        Assert.Equal("Two", (await StoredAsync()).Title);
    }

    [Fact]
    public async Task Saving_twice_in_a_row_is_no_conflict()
    {
        using var first = await SaveAsync(await OpenAsync(), "submit.Save", "One", "Roof");
        using var second = await SaveAsync(await OpenAsync(), "submit.Publish", "Two", "");
        using var third = await SaveAsync(await OpenAsync(), "submit.Publish", "Three", "Roof");

        Assert.All([first, second, third], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(("Three", "Roof"), await StoredAsync());
    }

    private async Task<(string? Title, string? Place)> StoredAsync()
    {
        (string?, string?) stored = default;
        await _sites.InAsync(Site, async services =>
        {
            var item = (await services.GetRequiredService<IContentManager>().GetAsync(_id, VersionOptions.Latest))!;
            stored = (item.As<TitlePart>()!.Title, item.Get<ContentPart>("Notice")?.Get<TextField>("Place")?.Text);
        });
        return stored;
    }

    private async Task<string> OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _page);
        request.Headers.Add("X-Who", "desk");
        using var response = await _browser.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> SaveAsync(string form, string button, string title, string place, bool overwrite = false)
    {
        var fields = new List<KeyValuePair<string, string>>
        {
            new("TitlePart.Title", title), new("Notice.Place.Text", place), new(button, button),
            new("__RequestVerificationToken", TestBrowser.TokenOf(form)),
            new("OpenedVersion.Opened", Opened().Match(form).Groups[1].Value),
        };
        if (overwrite)
            fields.Add(new("OpenedVersion.Overwrite", Overwrite().Match(form).Groups[1].Value));
        using var request = new HttpRequestMessage(HttpMethod.Post, _page) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Who", "desk");
        return await _browser.SendAsync(request);
    }

    [GeneratedRegex("name=\"OpenedVersion.Opened\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Opened();

    [GeneratedRegex("name=\"OpenedVersion.Overwrite\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Overwrite();
}
