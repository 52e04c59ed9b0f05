using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Views;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>References to other items: a list to choose from that works without script.</summary>
internal sealed class ContentPickerFieldDriver(IContentManager contents, IEnumerable<IContentPickerResultProvider> searches) : ContentFieldDisplayDriver<ContentPickerField>
{
    public override IDisplayResult Display(ContentPickerField field, BuildFieldDisplayContext fieldDisplayContext) => Initialize<ContentPickerFieldView>(GetDisplayShapeType(fieldDisplayContext), async view =>
    {
        view.Definition = fieldDisplayContext.PartFieldDefinition;
        view.Part = fieldDisplayContext.ContentPart;
        view.ContentItemIds = field.ContentItemIds;
        view.Chosen = await ChosenAsync(field.ContentItemIds, VersionOptions.Published);
    }).Location("Detail", "Content").Location("Summary", "Content");

    public override IDisplayResult Edit(ContentPickerField field, BuildFieldEditorContext context) => Initialize<ContentPickerFieldView>(GetEditorShapeType(context), async view =>
    {
        view.Definition = context.PartFieldDefinition;
        view.Part = context.ContentPart;
        view.ContentItemIds = field.ContentItemIds;
        view.Chosen = await ChosenAsync(field.ContentItemIds, VersionOptions.Latest);
        view.Offered = await OfferedAsync(context.PartFieldDefinition);
    });

    public override async Task<IDisplayResult> UpdateAsync(ContentPickerField field, UpdateFieldEditorContext context)
    {
        var view = new ContentPickerFieldView();
        await context.Updater.TryUpdateModelAsync(view, Prefix, v => v.ContentItemIds);
        field.ContentItemIds = [.. view.ContentItemIds.SelectMany(id => id.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];
        return Edit(field, context);
    }

    private async Task<IReadOnlyList<ContentItem>> ChosenAsync(string[] ids, VersionOptions version) =>
        ids.Length == 0 ? [] : [.. (await contents.GetAsync(ids, version)).OrderBy(i => Array.IndexOf(ids, i.ContentItemId))];

    private async Task<IReadOnlyList<ContentPickerResult>> OfferedAsync(ContentPartFieldDefinition definition)
    {
        var settings = definition.GetSettings<ContentPickerFieldSettings>();
        var editor = definition.Editor() is { Length: > 0 } own ? own : "Default";
        if ((searches.LastOrDefault(s => s.Name == editor) ?? searches.LastOrDefault(s => s.Name == "Default")) is not { } search)
            return [];

        return [.. await search.Search(new ContentPickerSearchContext
        {
            DisplayAllContentTypes = settings.DisplayAllContentTypes,
            ContentTypes = settings.DisplayedContentTypes,
            PartFieldDefinition = definition,
        })];
    }
}
