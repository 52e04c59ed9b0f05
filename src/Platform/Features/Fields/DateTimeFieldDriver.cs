using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Mvc.ModelBinding;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>An instant: typed as the community's date and time, stored in UTC.</summary>
internal sealed class DateTimeFieldDriver(ILocalClock localClock, IStringLocalizer<DateTimeFieldDriver> S) : ContentFieldDisplayDriver<DateTimeField>
{
    public override IDisplayResult Display(DateTimeField field, BuildFieldDisplayContext fieldDisplayContext) => Initialize<DateTimeFieldView>(GetDisplayShapeType(fieldDisplayContext), view =>
    {
        view.Definition = fieldDisplayContext.PartFieldDefinition;
        view.Part = fieldDisplayContext.ContentPart;
        view.Utc = field.Value;
    }).Location("Detail", "Content").Location("Summary", "Content");

    public override async Task<IDisplayResult> EditAsync(DateTimeField field, BuildFieldEditorContext context)
    {
        if (field.Value is not { } utc)
            return Editor(context, null, null);

        var local = await localClock.ConvertToLocalAsync(utc);
        return Editor(context, local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), local.ToString(local.Second > 0 ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture));
    }

    public override async Task<IDisplayResult> UpdateAsync(DateTimeField field, UpdateFieldEditorContext context)
    {
        var view = new DateTimeFieldView();
        await context.Updater.TryUpdateModelAsync(view, Prefix, v => v.Date!, v => v.Time!);
        var date = view.Date?.Trim();
        var time = view.Time?.Trim();
        var name = context.PartFieldDefinition.DisplayName();
        if (string.IsNullOrEmpty(date) && string.IsNullOrEmpty(time))
        {
            field.Value = null;
        }
        else if (!DateOnly.TryParse(date, CultureInfo.CurrentCulture, DateTimeStyles.None, out var day)
            && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(view.Date), S["{0} must be a date.", name]);
        }
        else if (!TimeOfDay.TryRead(string.IsNullOrEmpty(time) ? "00:00" : time, out var hour))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(view.Time), S["{0} must be a time such as 14:30.", name]);
        }
        else
        {
            field.Value = await localClock.ConvertToUtcAsync(day.ToDateTime(hour));
        }

        return Editor(context, view.Date, view.Time);
    }

    private ShapeResult Editor(BuildFieldEditorContext context, string? date, string? time) => Initialize<DateTimeFieldView>(GetEditorShapeType(context), view =>
    {
        view.Definition = context.PartFieldDefinition;
        view.Part = context.ContentPart;
        view.Date = date;
        view.Time = time;
    });
}
