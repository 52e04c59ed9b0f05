using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.ContentManagement.Display.Models;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Mvc.ModelBinding;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>What the drivers of numbers, dates and times share: the value is typed as text, and what cannot be read is kept and named.</summary>
internal abstract class WrittenFieldDriver<TField> : ContentFieldDisplayDriver<TField>
    where TField : ContentField, new()
{
    public override IDisplayResult Display(TField field, BuildFieldDisplayContext fieldDisplayContext) => Initialize<WrittenFieldView>(GetDisplayShapeType(fieldDisplayContext), view =>
    {
        view.Definition = fieldDisplayContext.PartFieldDefinition;
        view.Part = fieldDisplayContext.ContentPart;
        view.Value = Shown(field, fieldDisplayContext.PartFieldDefinition);
    }).Location("Detail", "Content").Location("Summary", "Content");

    public override IDisplayResult Edit(TField field, BuildFieldEditorContext context) => Editor(context, context.IsNew ? Default(field, context.PartFieldDefinition) : Typed(field, context.PartFieldDefinition));

    public override async Task<IDisplayResult> UpdateAsync(TField field, UpdateFieldEditorContext context)
    {
        var view = new WrittenFieldView();
        await context.Updater.TryUpdateModelAsync(view, Prefix, v => v.Value!);
        if (!Read(view.Value?.Trim(), field))
            context.Updater.ModelState.AddModelError(Prefix, nameof(view.Value), Unreadable(context.PartFieldDefinition.DisplayName()));

        return Editor(context, view.Value);
    }

    /// <summary>The value as the editor writes it.</summary>
    protected abstract string? Typed(TField field, ContentPartFieldDefinition definition);

    /// <summary>The value as a page shows it.</summary>
    protected abstract string? Shown(TField field, ContentPartFieldDefinition definition);

    protected virtual string? Default(TField field, ContentPartFieldDefinition definition) => Typed(field, definition);

    /// <returns>False when the text cannot be read; the field then keeps its value.</returns>
    protected abstract bool Read(string? text, TField field);

    protected abstract string Unreadable(string name);

    private ShapeResult Editor(BuildFieldEditorContext context, string? value) => Initialize<WrittenFieldView>(GetEditorShapeType(context), view =>
    {
        view.Definition = context.PartFieldDefinition;
        view.Part = context.ContentPart;
        view.Value = value;
    });
}

internal sealed class NumericFieldDriver(IStringLocalizer<NumericFieldDriver> S) : WrittenFieldDriver<NumericField>
{
    private const NumberStyles Style = NumberStyles.Number;

    protected override string? Typed(NumericField field, ContentPartFieldDefinition definition) => field.Value?.ToString("0.############################", CultureInfo.CurrentCulture);

    protected override string? Shown(NumericField field, ContentPartFieldDefinition definition) =>
        field.Value?.ToString("N" + Math.Clamp(definition.GetSettings<NumericFieldSettings>().Scale, 0, 28).ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentCulture);

    protected override string? Default(NumericField field, ContentPartFieldDefinition definition) =>
        Typed(field, definition) ?? definition.GetSettings<NumericFieldSettings>().DefaultValue;

    protected override bool Read(string? text, NumericField field)
    {
        if (string.IsNullOrEmpty(text))
        {
            field.Value = null;
            return true;
        }

        if (!decimal.TryParse(text, Style, CultureInfo.CurrentCulture, out var value))
            return false;

        field.Value = value;
        return true;
    }

    protected override string Unreadable(string name) => S["{0} must be a number.", name];
}

internal sealed class DateFieldDriver(IStringLocalizer<DateFieldDriver> S) : WrittenFieldDriver<DateField>
{
    protected override string? Typed(DateField field, ContentPartFieldDefinition definition) => field.Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected override string? Shown(DateField field, ContentPartFieldDefinition definition) => field.Value?.ToString("d", CultureInfo.CurrentCulture);

    protected override bool Read(string? text, DateField field)
    {
        if (string.IsNullOrEmpty(text))
        {
            field.Value = null;
            return true;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && !DateOnly.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.None, out date))
        {
            return false;
        }

        field.Value = date.ToDateTime(TimeOnly.MinValue);
        return true;
    }

    protected override string Unreadable(string name) => S["{0} must be a date.", name];
}

internal sealed class TimeFieldDriver(IStringLocalizer<TimeFieldDriver> S) : WrittenFieldDriver<TimeField>
{
    protected override string? Typed(TimeField field, ContentPartFieldDefinition definition) => field.Value?.ToString(field.Value?.Seconds > 0 ? @"hh\:mm\:ss" : @"hh\:mm", CultureInfo.InvariantCulture);

    protected override string? Shown(TimeField field, ContentPartFieldDefinition definition) => Typed(field, definition);

    protected override bool Read(string? text, TimeField field)
    {
        if (string.IsNullOrEmpty(text))
        {
            field.Value = null;
            return true;
        }

        if (!TimeOfDay.TryRead(text, out var time))
            return false;

        field.Value = time.ToTimeSpan();
        return true;
    }

    protected override string Unreadable(string name) => S["{0} must be a time such as 14:30.", name];
}
