using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Builders;
using OrchardCore.ContentManagement.Metadata.Settings;

namespace Platform.Tests.Content;

public sealed class FieldCheckTests : IAsyncLifetime
{
    private ContentSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await ContentSite.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(typeof(TextField), """{"Text":"  "}""", "A value is required for Value.")]
    [InlineData(typeof(TextField), """{"Text":"x"}""", null)]
    [InlineData(typeof(NumericField), """{}""", "A value is required for Value.")]
    [InlineData(typeof(NumericField), """{"Value":0.5}""", "Value must be a whole number.")]
    [InlineData(typeof(NumericField), """{"Value":3.00}""", null)]
    [InlineData(typeof(DateField), """{}""", "A value is required for Value.")]
    [InlineData(typeof(DateField), """{"Value":"2026-03-01"}""", null)]
    [InlineData(typeof(DateTimeField), """{}""", "A value is required for Value.")]
    [InlineData(typeof(TimeField), """{}""", "A value is required for Value.")]
    [InlineData(typeof(TimeField), """{"Value":"1.00:00:00"}""", "Value must be a time of day.")]
    [InlineData(typeof(TimeField), """{"Value":"23:59:59"}""", null)]
    [InlineData(typeof(ContentPickerField), """{"ContentItemIds":[]}""", "A value is required for Value.")]
    [InlineData(typeof(ContentPickerField), """{"ContentItemIds":null}""", "A value is required for Value.")]
    [InlineData(typeof(ContentPickerField), """{"ContentItemIds":["a","b"]}""", "Value can hold one entry only.")]
    [InlineData(typeof(UserPickerField), """{"UserIds":["a","b"]}""", "Value can hold one entry only.")]
    public async Task A_field_is_checked_against_its_settings(Type kind, string json, string? problem)
    {
        var problems = await CheckAsync(kind.Name, json, field => field.MergeSettings(new JsonObject { [kind.Name + "Settings"] = new JsonObject { ["Required"] = true } }));

        Assert.Equal(problem is null ? [] : [problem], problems);
    }

    [Fact]
    public async Task A_predefined_list_takes_only_its_choices()
    {
        static void List(ContentPartFieldDefinitionBuilder field) => field.WithEditor("PredefinedList")
            .WithSettings(new TextFieldPredefinedListEditorSettings { Options = [new ListValueOption("Gas", "gas"), new ListValueOption("Water", "water")] });

        Assert.Empty(await CheckAsync("TextField", """{"Text":"water"}""", List));
        Assert.Empty(await CheckAsync("TextField", """{}""", List));
        Assert.Equal(["\"steam\" is not one of the choices for Value."], await CheckAsync("TextField", """{"Text":"steam"}""", List));
    }

    private async Task<string?[]> CheckAsync(string kind, string json, Action<ContentPartFieldDefinitionBuilder> configure)
    {
        await _site.DefineAsync(async definitions =>
        {
            await definitions.DeleteTypeDefinitionAsync("Meter");
            await definitions.AlterPartDefinitionAsync("Meter", part => part.WithField("Value", field => configure(field.OfType(kind))));
            await definitions.AlterTypeDefinitionAsync("Meter", type => type.WithPart("Meter"));
        });
        string?[] problems = [];
        await _site.DoAsync(async manager =>
        {
            var item = JsonSerializer.Deserialize<ContentItem>($$$"""{"ContentType":"Meter","Meter":{"Value":{{{json}}}}}""")!;
            await manager.LoadAsync(item);
            var result = await manager.ValidateAsync(item);
            problems = [.. result.Errors.Select(error => error.ErrorMessage)];
            Assert.Equal(problems.Length == 0, result.Succeeded);
            Assert.All(result.Errors, error => Assert.StartsWith("Meter.Value.", error.MemberNames.Single(), StringComparison.Ordinal));
        });
        return problems;
    }
}
