using Microsoft.Extensions.Localization;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Users.Models;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>References to accounts, chosen as items are: by typing with script, from a list or by a name without.</summary>
internal sealed class UserPickerFieldDriver(UserFinder finder, IStringLocalizer<UserPickerFieldDriver> S) : ContentFieldDisplayDriver<UserPickerField>
{
    private const int Listed = 200;

    public override IDisplayResult Display(UserPickerField field, BuildFieldDisplayContext fieldDisplayContext) => Initialize<UserPickerFieldView>(GetDisplayShapeType(fieldDisplayContext), async view =>
    {
        view.Definition = fieldDisplayContext.PartFieldDefinition;
        view.Part = fieldDisplayContext.ContentPart;
        view.UserIds = field.UserIds;
        view.Chosen = await finder.OfAsync(field.UserIds);
    }).Location("Detail", "Content").Location("Summary", "Content");

    public override IDisplayResult Edit(UserPickerField field, BuildFieldEditorContext context) => Form(field, context, null);

    private ShapeResult Form(UserPickerField field, BuildFieldEditorContext context, string? words) => Initialize<UserPickerFieldView>(GetEditorShapeType(context), async view =>
    {
        view.Definition = context.PartFieldDefinition;
        view.Part = context.ContentPart;
        view.UserIds = field.UserIds;
        view.Chosen = await finder.OfAsync(field.UserIds);
        view.Offered = await finder.FindAsync(context.PartFieldDefinition, words, Listed);
        view.Words = words;
    });

    public override async Task<IDisplayResult> UpdateAsync(UserPickerField field, UpdateFieldEditorContext context)
    {
        var view = new UserPickerFieldView();
        await context.Updater.TryUpdateModelAsync(view, Prefix, v => v.UserIds);
        var find = new PickerWords();
        await context.Updater.TryUpdateModelAsync(find, $"{Prefix}.{nameof(view.UserIds)}", f => f.Find);
        var ids = view.UserIds
            .SelectMany(id => (id ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.Ordinal).ToList();

        // Of what comes with the form only accounts count that the field may hold; what it held before stays.
        var allowed = (await finder.AmongAsync(context.PartFieldDefinition, ids)).Select(user => user.UserId).Union(field.UserIds ?? []).ToHashSet(StringComparer.Ordinal);
        ids.RemoveAll(id => !allowed.Contains(id));
        var open = await ResolveAsync(find.Find, ids, context);
        field.UserIds = [.. ids];
        return Form(field, context, open);
    }

    private async Task<string?> ResolveAsync(string? words, List<string> ids, UpdateFieldEditorContext context)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var found = await finder.FindAsync(context.PartFieldDefinition, words.Trim(), Listed);
        var named = found.Where(user => string.Equals(user.UserName, words.Trim(), StringComparison.OrdinalIgnoreCase)).ToArray();
        if ((named.Length == 1 ? named : [.. found]) is [var only])
        {
            if (!context.PartFieldDefinition.GetSettings<UserPickerFieldSettings>().Multiple)
            {
                ids.Clear();
            }

            if (!ids.Contains(only.UserId))
            {
                ids.Add(only.UserId);
            }

            return null;
        }

        context.Updater.ModelState.AddModelError(
            $"{Prefix}.{nameof(UserPickerFieldView.UserIds)}",
            found.Count == 0 ? S["Nobody is called “{0}”.", words] : S["{0} people are called like “{1}”: choose from the list.", found.Count, words]);
        return words;
    }
}

/// <summary>What editor and display of the field show.</summary>
public class UserPickerFieldView : FieldView
{
    public string[] UserIds { get; set; } = [];

    [Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public IReadOnlyList<User> Chosen { get; set; } = [];

    [Microsoft.AspNetCore.Mvc.ModelBinding.Validation.ValidateNever]
    public IReadOnlyList<User> Offered { get; set; } = [];

    /// <summary>Words that were looked for and name nobody or several.</summary>
    public string? Words { get; set; }
}
