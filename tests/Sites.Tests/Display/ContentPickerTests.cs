using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using Sites.Tests.Hosting;

namespace Sites.Tests.Display;

/// <summary>A picker over more items than a list can show.</summary>
public sealed class ContentPickerTests : IAsyncLifetime
{
    private const string Site = "alba";
    private const string Create = "/Admin/Contents/ContentTypes/Rule/Create";
    private const string Search = "/Admin/ContentFields/SearchContentItems?part=Rule&field=Places";

    private TestSites _sites = null!;
    private TestBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _sites = await TestSites.StartAsync();
        await _sites.AddAsync(Site, "alba.localhost", null, "Sites.Desk", "OrchardCore.Contents", "OrchardCore.ContentFields", "PropertySuite.Office", "PropertySuite.Residence");
        _browser = _sites.Browser("http://alba.localhost");
        await _sites.InAsync(Site, async services =>
        {
            var definitions = services.GetRequiredService<IContentDefinitionManager>();
            await definitions.AlterTypeDefinitionAsync("Place", type => type.DisplayedAs("Place").Listable());
            await definitions.AlterTypeDefinitionAsync("Secret", type => type.DisplayedAs("Secret").Listable());
            await definitions.AlterTypeDefinitionAsync("Rule", type => type.DisplayedAs("Rule").Creatable().Listable().WithPart("Rule"));
            await definitions.AlterPartDefinitionAsync("Rule", part => part.WithField("Places", field => field
                .OfType(nameof(ContentPickerField)).WithDisplayName("Places")
                .WithSettings(new ContentPickerFieldSettings { Multiple = true, DisplayedContentTypes = ["Place"] })));
        });
        await _sites.InAsync(Site, async services =>
        {
            var contents = services.GetRequiredService<IContentManager>();
            for (var number = 0; number < 260; number++)
                await MakeAsync(contents, "Place", string.Create(CultureInfo.InvariantCulture, $"Place {number:000}"));
            await MakeAsync(contents, "Place", "Zen garden");
            await MakeAsync(contents, "Secret", "Zen safe");
        });

        static async Task MakeAsync(IContentManager contents, string type, string name)
        {
            var item = await contents.NewAsync(type);
            item.DisplayText = name;
            await contents.CreateAsync(item, VersionOptions.Published);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _sites.DisposeAsync();
    }

    [Fact]
    public async Task The_search_finds_what_the_list_does_not_hold_and_only_of_its_types()
    {
        Assert.DoesNotContain("Zen garden", await ReadAsync(Create), StringComparison.Ordinal);

        var found = JsonNode.Parse(await ReadAsync(Search + "&q=zen"))!.AsArray();

        Assert.Equal(["Zen garden"], found.Select(hit => hit!["displayText"]!.GetValue<string>()));
        Assert.Equal(20, JsonNode.Parse(await ReadAsync(Search + "&q=place"))!.AsArray().Count);
    }

    [Theory]
    [InlineData("visitor", Search + "&q=zen")]
    [InlineData(null, Search + "&q=zen")]
    public async Task Whoever_may_not_work_here_finds_nothing(string? who, string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, who);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("part=Rule&field=Nothing")]
    [InlineData("part=Nothing&field=Places")]
    [InlineData("")]
    public async Task There_is_nothing_to_search_where_there_is_no_picker(string query)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/Admin/ContentFields/SearchContentItems?" + query, "desk");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Without_script_a_name_is_enough()
    {
        using var saved = await SaveAsync(("Rule.Places.ContentItemIds.Find", "zen garden"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var form = await ReadAsync(saved.Headers.Location!.OriginalString);
        Assert.Matches("<option[^>]*selected=\"selected\"[^>]*>Zen garden</option>", form);
    }

    [Fact]
    public async Task Without_script_words_that_fit_several_bring_a_list_of_them_and_lose_nothing()
    {
        using var refused = await SaveAsync(("Rule.Places.ContentItemIds.Find", "Place 25"));
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("10 are called like “Place 25”: choose from the list.", html, StringComparison.Ordinal);
        Assert.Contains(">Place 259</option>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Place 100</option>", html, StringComparison.Ordinal);

        using var none = await SaveAsync(("Rule.Places.ContentItemIds.Find", "<nowhere>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
    }

    private Task<HttpResponseMessage> SaveAsync(params (string Name, string Value)[] fields) => SaveAsync(Create, fields);

    private async Task<HttpResponseMessage> SaveAsync(string page, (string Name, string Value)[] fields)
    {
        var token = TestBrowser.TokenOf(await ReadAsync(page));
        using var request = new HttpRequestMessage(HttpMethod.Post, page)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token), new("submit.Publish", "submit.Publish")]),
        };
        request.Headers.Add("X-Who", "desk");
        return await _browser.SendAsync(request);
    }

    private async Task<string> ReadAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path, "desk");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {text}");
        return text;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? who)
    {
        using var request = new HttpRequestMessage(method, path);
        if (who is not null)
            request.Headers.Add("X-Who", who);
        return await _browser.SendAsync(request);
    }
}
