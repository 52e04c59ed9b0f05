using Microsoft.Extensions.Localization;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Views;
using PropertySuite.Core;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>References to other items: a list to choose from that works without script.</summary>
internal sealed class ContentPickerFieldDriver(IContentManager contents, ContentPickerFinder finder, IStringLocalizer<ContentPickerFieldDriver> S) : ContentFieldDisplayDriver<ContentPickerField>
{
    // As many as a list without script can bear; more is found by typing.
    private const int Listed = 200;

    public override IDisplayResult Display(ContentPickerField field, BuildFieldDisplayContext fieldDisplayContext) => Initialize<ContentPickerFieldView>(GetDisplayShapeType(fieldDisplayContext), async view =>
    {
        view.Definition = fieldDisplayContext.PartFieldDefinition;
        view.Part = fieldDisplayContext.ContentPart;
        view.ContentItemIds = field.ContentItemIds;
        view.Chosen = await ChosenAsync(field.ContentItemIds, VersionOptions.Published);
    }).Location("Detail", "Content").Location("Summary", "Content");

    public override IDisplayResult Edit(ContentPickerField field, BuildFieldEditorContext context) => Form(field, context, null);

    private ShapeResult Form(ContentPickerField field, BuildFieldEditorContext context, string? words) => Initialize<ContentPickerFieldView>(GetEditorShapeType(context), async view =>
    {
        view.Definition = context.PartFieldDefinition;
        view.Part = context.ContentPart;
        view.ContentItemIds = field.ContentItemIds;
        view.Chosen = await ChosenAsync(field.ContentItemIds, VersionOptions.Latest);
        view.Offered = await finder.FindAsync(context.PartFieldDefinition, words, Listed);
        view.Words = words;
    });

    public override async Task<IDisplayResult> UpdateAsync(ContentPickerField field, UpdateFieldEditorContext context)
    {
        var view = new ContentPickerFieldView();
        await context.Updater.TryUpdateModelAsync(view, Prefix, v => v.ContentItemIds);
        var find = new PickerWords();
        await context.Updater.TryUpdateModelAsync(find, $"{Prefix}.{nameof(view.ContentItemIds)}", f => f.Find);
        var ids = view.ContentItemIds
            .SelectMany(id => (id ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal).ToList();
        var open = await ResolveAsync(find.Find, ids, context);
        field.ContentItemIds = [.. ids];
        return Form(field, context, open);
    }

    /// <summary>Without script, words are sent instead of a choice: one that they name is chosen, of several the form asks which.</summary>
    /// <returns>The words, when they name none or several.</returns>
    private async Task<string?> ResolveAsync(string? words, List<string> ids, UpdateFieldEditorContext context)
    {
        if (string.IsNullOrWhiteSpace(words))
            return null;

        var found = await finder.FindAsync(context.PartFieldDefinition, words.Trim(), Listed);
        var named = found.Where(f => SearchText.Fold(f.DisplayText) == SearchText.Fold(words)).ToArray();
        if ((named.Length == 1 ? named : [.. found]) is [var only])
        {
            if (!context.PartFieldDefinition.GetSettings<ContentPickerFieldSettings>().Multiple)
                ids.Clear();
            if (!ids.Contains(only.ContentItemId))
                ids.Add(only.ContentItemId);
            return null;
        }

        context.Updater.ModelState.AddModelError(
            $"{Prefix}.{nameof(ContentPickerFieldView.ContentItemIds)}",
            found.Count == 0 ? S["Nothing is called “{0}”.", words] : S["{0} are called like “{1}”: choose from the list.", found.Count, words]);
        return words;
    }

    private async Task<IReadOnlyList<ContentItem>> ChosenAsync(string[] ids, VersionOptions version) =>
        ids.Length == 0 ? [] : [.. (await contents.GetAsync(ids, version)).OrderBy(i => Array.IndexOf(ids, i.ContentItemId))];
}
