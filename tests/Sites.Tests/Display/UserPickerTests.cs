using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using Sites.Tests.Hosting;
using Sites.Tests.People;

namespace Sites.Tests.Display;

/// <summary>A field that refers to accounts, of a role or of any.</summary>
public sealed class UserPickerTests(TwoSites two) : IClassFixture<TwoSites>, IAsyncLifetime
{
    private const string Create = "/Admin/Contents/ContentTypes/Duty/Create";
    private const string Search = "/Admin/ContentFields/SearchUsers?part=Duty&field=";

    private TestBrowser _admin = null!;

    public async ValueTask InitializeAsync()
    {
        await two.Sites.InAsync("alba", async services =>
        {
            var definitions = services.GetRequiredService<IContentDefinitionManager>();
            await definitions.AlterTypeDefinitionAsync("Duty", type => type.DisplayedAs("Duty").Creatable().Listable().WithPart("Duty"));
            await definitions.AlterPartDefinitionAsync("Duty", part => part
                .WithField("Keepers", field => field.OfType(nameof(UserPickerField)).WithDisplayName("Keepers").WithSettings(new UserPickerFieldSettings { Multiple = true, DisplayedRoles = ["Guard"] }))
                .WithField("Chief", field => field.OfType(nameof(UserPickerField)).WithDisplayName("Chief").WithSettings(new UserPickerFieldSettings { DisplayAllUsers = true })));
        });
        _admin = await two.SignInAsync("admin");
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_search_finds_enabled_people_of_the_fields_roles_by_name()
    {
        await two.AddPersonAsync("zoe.north", TwoSites.Password, "Guard");
        await two.AddPersonAsync("zoe.south", TwoSites.Password, "Guard");
        await two.AddPersonAsync("zoe.desk", TwoSites.Password, "Desk");
        await two.WithPersonAsync("zoe.south", async (users, user) =>
        {
            user.IsEnabled = false;
            await users.UpdateAsync(user);
        });

        Assert.Equal(["zoe.north"], await FoundAsync("Keepers", "ZOE"));
        Assert.Equal(["zoe.desk", "zoe.north"], await FoundAsync("Chief", "zoe"));
        using var nothing = await _admin.GetAsync(Search + "Nobody&q=zoe");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        using var stranger = two.Sites.Browser(TwoSites.Alba);
        using var refused = await stranger.GetAsync(Search + "Chief&q=zoe");
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task Several_are_kept_one_replaces_one_and_a_foreign_role_does_not_get_in()
    {
        var first = await two.AddPersonAsync("keeper.one", TwoSites.Password, "Guard");
        var second = await two.AddPersonAsync("keeper.two", TwoSites.Password, "Guard");
        var desk = await two.AddPersonAsync("keeper.desk", TwoSites.Password, "Desk");
        using var saved = await _admin.SubmitAsync(Create, Create,
            ("Duty.Keepers.UserIds", first), ("Duty.Keepers.UserIds", second), ("Duty.Keepers.UserIds", desk), ("Duty.Chief.UserIds", desk), ("submit.Publish", "submit.Publish"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        var form = await _admin.ReadAsync(saved.Headers.Location!.OriginalString);
        Assert.Matches("<option[^>]*selected=\"selected\"[^>]*>keeper.one</option>", form);
        Assert.Matches("<option[^>]*selected=\"selected\"[^>]*>keeper.two</option>", form);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(form, "<option[^>]*selected=\"selected\"[^>]*>keeper.desk</option>"));
    }

    [Fact]
    public async Task Without_script_a_name_is_enough_and_one_that_fits_nobody_is_told()
    {
        await two.AddPersonAsync("solo.person", TwoSites.Password, "Guard");
        using var saved = await _admin.SubmitAsync(Create, Create, ("Duty.Keepers.UserIds.Find", "solo.person"), ("submit.Publish", "submit.Publish"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Matches("<option[^>]*selected=\"selected\"[^>]*>solo.person</option>", await _admin.ReadAsync(saved.Headers.Location!.OriginalString));

        using var refused = await _admin.SubmitAsync(Create, Create, ("Duty.Keepers.UserIds.Find", "nobody.at.all"), ("submit.Publish", "submit.Publish"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Nadie se llama «nobody.at.all».", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> FoundAsync(string field, string words)
        => JsonNode.Parse(await _admin.ReadAsync($"{Search}{field}&q={words}"))!.AsArray().Select(hit => hit!["displayText"]!.GetValue<string>());
}
