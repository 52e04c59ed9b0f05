using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Builders;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Title.Models;

namespace Platform.Tests.Content;

public sealed class DefinitionTests : IAsyncLifetime
{
    private ContentSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ContentSite.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_type_is_stored_with_its_parts_fields_and_settings()
    {
        await DefineFlatAsync();

        await _site.DefineAsync(async definitions =>
        {
            var type = (await definitions.GetTypeDefinitionAsync("flat"))!;
            Assert.Equal("Flat", type.Name);
            Assert.Equal("Dwelling", type.DisplayName);
            Assert.True(type.IsCreatable());
            Assert.False(type.IsDraftable());
            Assert.Equal(["TitlePart", "Flat", "Keys"], type.Parts.Select(part => part.Name));
            Assert.Equal("KeyPart", type.Parts.Last().PartDefinition.Name);
            Assert.Equal("3", type.Parts.First().GetSettings<ContentTypePartSettings>().Position);
            var field = type.Parts.ElementAt(1).PartDefinition.Fields.Single();
            Assert.Equal("NumericField", field.FieldDefinition.Name);
            Assert.Equal("Area in m²", field.DisplayName());
            Assert.Equal(0m, field.GetSettings<NumericFieldSettings>().Minimum);
            Assert.Same(type.Parts.ElementAt(1), field.ContentTypePartDefinition);
            Assert.Same(type, field.ContentTypePartDefinition.ContentTypeDefinition);
        });
    }

    [Fact]
    public async Task Altering_again_merges_and_keeps_the_rest()
    {
        await DefineFlatAsync();

        await _site.DefineAsync(definitions => definitions.AlterTypeDefinitionAsync("Flat", type => type
            .Draftable()
            .WithPart<TitlePart>(part => part.WithDisplayName("Name"))));

        await _site.DefineAsync(async definitions =>
        {
            var type = (await definitions.GetTypeDefinitionAsync("Flat"))!;
            Assert.True(type.IsCreatable());
            Assert.True(type.IsDraftable());
            Assert.Equal("Name", type.Parts.First().DisplayName());
            Assert.Equal("3", type.Parts.First().GetSettings<ContentTypePartSettings>().Position);
            Assert.Equal(3, type.Parts.Count());
        });
    }

    [Fact]
    public async Task A_change_is_seen_in_its_own_scope_at_once_and_forgotten_with_it()
    {
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            var definitions = scope.ServiceProvider.GetRequiredService<IContentDefinitionManager>();
            await definitions.AlterTypeDefinitionAsync("Flat", type => type.WithPart<TitlePart>());
            Assert.NotNull(await definitions.GetTypeDefinitionAsync("Flat"));
        }

        await _site.DefineAsync(async definitions => Assert.Null(await definitions.GetTypeDefinitionAsync("Flat")));
    }

    [Fact]
    public async Task Definitions_that_are_read_twice_are_built_once()
    {
        await DefineFlatAsync();

        await _site.DefineAsync(async definitions => Assert.Same(await definitions.GetTypeDefinitionAsync("Flat"), await definitions.GetTypeDefinitionAsync("Flat")));
    }

    [Fact]
    public async Task A_part_removed_from_all_is_removed_from_types_and_a_type_takes_its_own_part_along()
    {
        await DefineFlatAsync();

        await _site.DefineAsync(definitions => definitions.DeletePartDefinitionAsync("KeyPart"));
        await _site.DefineAsync(async definitions => Assert.Equal(["TitlePart", "Flat"], (await definitions.GetTypeDefinitionAsync("Flat"))!.Parts.Select(part => part.Name)));

        await _site.DefineAsync(definitions => definitions.DeleteTypeDefinitionAsync("Flat"));
        await _site.DefineAsync(async definitions =>
        {
            Assert.Null(await definitions.GetTypeDefinitionAsync("Flat"));
            Assert.Null(await definitions.GetPartDefinitionAsync("Flat"));
            Assert.NotNull(await definitions.GetPartDefinitionAsync("TitlePart"));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("has space")]
    [InlineData("Owner")]
    [InlineData("contentItemId")]
    [InlineData("a.b")]
    public void A_type_cannot_have_any_name(string name) =>
        Assert.Throws<ArgumentException>(() => new ContentTypeDefinitionBuilder().Named(name).Build());

    [Fact]
    public void A_part_cannot_be_called_like_a_property_of_items() =>
        Assert.Throws<ArgumentException>(() => new ContentTypeDefinitionBuilder().Named("Flat").WithPart("DisplayText"));

    [Fact]
    public void A_field_needs_a_kind() =>
        Assert.Throws<ArgumentException>(() => new ContentPartDefinitionBuilder().Named("Flat").WithField("Area", _ => { }));

    [Fact]
    public void Settings_are_kept_under_the_name_of_their_class()
    {
        var part = new ContentPartDefinitionBuilder().Named("Flat").WithField<TextField>("Note", field => field
            .WithDisplayName("Remark")
            .WithSettings(new TextFieldSettings { Required = true })).Build();

        Assert.Equal(
            """{"ContentPartFieldSettings":{"DisplayName":"Remark"},"TextFieldSettings":{"Required":true}}""",
            part.Fields.Single().Settings.ToJsonString());
    }

    [Fact]
    public async Task Settings_that_lie_about_unnamed_are_put_under_their_class()
    {
        await _site.DefineAsync(definitions => definitions.AlterPartDefinitionAsync("Flat", part => part
            .WithField<TextField>("Note", field => field.MergeSettings(new JsonObject { ["Hint"] = "short", ["Required"] = true }))));

        await _site.DefineAsync(definitions => definitions.MigrateFieldSettingsAsync<TextField, TextFieldSettings>());

        await _site.DefineAsync(async definitions =>
        {
            var settings = (await definitions.GetPartDefinitionAsync("Flat"))!.Fields.Single().GetSettings<TextFieldSettings>();
            Assert.Equal("short", settings.Hint);
            Assert.True(settings.Required);
        });
    }

    private Task DefineFlatAsync() => _site.DefineAsync(async definitions =>
    {
        await definitions.AlterPartDefinitionAsync("Flat", part => part.Attachable(false)
            .WithField<NumericField>("Area", field => field.WithDisplayName("Area in m²").WithSettings(new NumericFieldSettings { Minimum = 0 })));
        await definitions.AlterTypeDefinitionAsync("Flat", type => type.DisplayedAs("Dwelling").Creatable()
            .WithPart<TitlePart>(part => part.WithPosition("3"))
            .WithPart("Flat")
            .WithPart<KeyPart>("Keys"));
    });
}
