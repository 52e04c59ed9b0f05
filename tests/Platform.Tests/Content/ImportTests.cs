using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Title.Models;

namespace Platform.Tests.Content;

public sealed class ImportTests : IAsyncLifetime
{
    private ContentSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await ContentSite.CreateAsync(services => services.AddScoped<IContentHandler, ItemWitness>());
        await _site.DefineAsync(async definitions =>
        {
            await definitions.AlterTypeDefinitionAsync("Rule", type => type.Draftable().Versionable()
                .WithPart<TitlePart>(part => part.WithSettings(new TitlePartSettings { Options = TitlePartOptions.EditableRequired }))
                .WithPart("Rule"));
            await definitions.AlterPartDefinitionAsync("Rule", part => part
                .WithField<NumericField>("Fine", field => field.WithSettings(new NumericFieldSettings { Minimum = 0, Maximum = 100, Scale = 2 })));
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_new_item_keeps_its_ids_flags_and_dates_and_gets_what_is_missing()
    {
        await ImportAsync("""{"ContentItemId":"4rule","ContentType":"Rule","Latest":true,"Published":true,"CreatedUtc":"2020-01-02T03:04:05Z","TitlePart":{"Title":"Quiet hours"}}""");

        Assert.Equal("Importing Creating Created Validating Validated Publishing Published Imported", Told());
        Assert.Equal("LP", await _site.FlagsAsync("4rule"));
        await _site.DoAsync(async manager =>
        {
            var item = (await manager.GetAsync("4rule"))!;
            Assert.Equal(26, item.ContentItemVersionId.Length);
            Assert.Equal(new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc), item.CreatedUtc);
            Assert.Equal(_site.Clock.UtcNow, item.ModifiedUtc);
            Assert.Equal("Quiet hours", item.DisplayText);
            Assert.Null(item.Owner);
        });
    }

    [Fact]
    public async Task An_item_without_version_and_flags_is_meant_to_be_seen()
    {
        await ImportAsync("""{"ContentItemId":"4rule","ContentType":"Rule","TitlePart":{"Title":"Quiet hours"}}""");

        Assert.Equal("LP", await _site.FlagsAsync("4rule"));
    }

    [Fact]
    public async Task The_same_item_again_without_a_version_becomes_a_new_version()
    {
        var json = """{"ContentItemId":"4rule","ContentType":"Rule","Latest":true,"Published":true,"TitlePart":{"Title":"Quiet hours"}}""";
        await ImportAsync(json);
        await ImportAsync(json);

        Assert.Equal("- LP", await _site.FlagsAsync("4rule"));
    }

    [Fact]
    public async Task A_new_version_that_is_only_the_latest_leaves_the_old_one_published()
    {
        await ImportAsync("""{"ContentItemId":"4rule","ContentType":"Rule","Latest":true,"Published":true,"TitlePart":{"Title":"Quiet hours"}}""");
        await ImportAsync("""{"ContentItemId":"4rule","ContentItemVersionId":"4two","ContentType":"Rule","Latest":true,"Published":false,"TitlePart":{"Title":"Quieter"}}""");

        Assert.Equal("P L", await _site.FlagsAsync("4rule"));
    }

    [Fact]
    public async Task A_version_that_is_there_is_changed_in_place()
    {
        await ImportAsync("""{"ContentItemId":"4rule","ContentItemVersionId":"4one","ContentType":"Rule","Latest":true,"Published":false,"TitlePart":{"Title":"Quiet hours"}}""");
        Told();
        await ImportAsync("""{"ContentItemId":"4rule","ContentItemVersionId":"4one","ContentType":"Rule","Latest":true,"Published":true,"TitlePart":{"Title":"Quieter"}}""");

        Assert.Equal("Loading Loaded Importing Updating Updated Validating Validated Publishing Published Imported", Told());
        Assert.Equal("LP", await _site.FlagsAsync("4rule"));
        await _site.DoAsync(async manager => Assert.Equal("Quieter", (await manager.GetAsync("4rule"))!.As<TitlePart>()!.Title));
    }

    [Theory]
    [InlineData("""{"ContentItemId":"4rule","ContentType":"Rule","TitlePart":{}}""", "TitlePart.Title", "A value is required for Title.")]
    [InlineData("""{"ContentItemId":"4rule","ContentType":"Rule","TitlePart":{"Title":"x"},"Rule":{"Fine":{"Value":101}}}""", "Rule.Fine.Value", "Fine must be at most 100.")]
    [InlineData("""{"ContentItemId":"4rule","ContentType":"Rule","TitlePart":{"Title":"x"},"Rule":{"Fine":{"Value":-1}}}""", "Rule.Fine.Value", "Fine must be at least 0.")]
    [InlineData("""{"ContentItemId":"4rule","ContentType":"Rule","TitlePart":{"Title":"x"},"Rule":{"Fine":{"Value":1.005}}}""", "Rule.Fine.Value", "Fine can have at most 2 digits after the decimal sign.")]
    public async Task An_item_that_an_editor_would_refuse_is_refused_and_nothing_is_stored(string json, string member, string problem)
    {
        var refusal = await Assert.ThrowsAsync<ValidationException>(() => ImportAsync(json));

        Assert.Contains(member, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("", await _site.FlagsAsync("4rule"));
    }

    [Fact]
    public async Task History_can_be_brought_back_as_a_draft()
    {
        await ImportAsync("""{"ContentItemId":"4rule","ContentItemVersionId":"4one","ContentType":"Rule","Latest":true,"Published":true,"TitlePart":{"Title":"First"}}""");
        await ImportAsync("""{"ContentItemId":"4rule","ContentItemVersionId":"4two","ContentType":"Rule","Latest":true,"Published":true,"TitlePart":{"Title":"Second"}}""");

        await _site.DoAsync(async manager => Assert.True((await manager.RestoreAsync((await manager.GetVersionAsync("4one"))!)).Succeeded));

        Assert.Equal("- P L", await _site.FlagsAsync("4rule"));
        await _site.DoAsync(async manager => Assert.Equal("First", (await manager.GetAsync("4rule", VersionOptions.Latest))!.As<TitlePart>()!.Title));
    }

    private Task ImportAsync(string json) =>
        _site.DoAsync(manager => manager.ImportAsync([JsonSerializer.Deserialize<ContentItem>(json)!]));

    private string Told()
    {
        var told = string.Join(" ", _site.Events.Where(line => line.StartsWith("H.", StringComparison.Ordinal)).Select(line => line[2..line.IndexOf('(', StringComparison.Ordinal)]));
        _site.Events.Clear();
        return told;
    }
}
