using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentFields.Fields;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement.Handlers;
using OrchardCore.ContentManagement.Metadata.Models;

namespace PropertySuite.Platform.Content;

/// <summary>What the checks of all fields say. One class, so that translators see each sentence once.</summary>
internal sealed class FieldProblems(IStringLocalizer<FieldProblems> localizer)
{
    private readonly IStringLocalizer S = localizer;

    public string Required(ValidateContentFieldContext context) => S["A value is required for {0}.", Name(context)];

    public string TooSmall(ValidateContentFieldContext context, decimal minimum) => S["{0} must be at least {1}.", Name(context), Text(minimum)];

    public string TooLarge(ValidateContentFieldContext context, decimal maximum) => S["{0} must be at most {1}.", Name(context), Text(maximum)];

    public string TooPrecise(ValidateContentFieldContext context, int scale) => scale == 0
        ? S["{0} must be a whole number.", Name(context)]
        : S["{0} can have at most {1} digits after the decimal sign.", Name(context), scale];

    public string NotOffered(ValidateContentFieldContext context, string value) => S["\"{1}\" is not one of the choices for {0}.", Name(context), value];

    public string OnlyOne(ValidateContentFieldContext context) => S["{0} can hold one entry only.", Name(context)];

    public string NotATimeOfDay(ValidateContentFieldContext context) => S["{0} must be a time of day.", Name(context)];

    private static string Name(ValidateContentFieldContext context) => context.ContentPartFieldDefinition.DisplayName();

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.CurrentCulture);
}

internal sealed class TextFieldHandler(FieldProblems problems) : ContentFieldHandler<TextField>
{
    public override Task ValidatingAsync(ValidateContentFieldContext context, TextField field)
    {
        var definition = context.ContentPartFieldDefinition;
        if (string.IsNullOrWhiteSpace(field.Text))
        {
            if (definition.GetSettings<TextFieldSettings>().Required) context.Fail(problems.Required(context), nameof(field.Text));
        }
        else if (string.Equals(definition.Editor(), "PredefinedList", StringComparison.OrdinalIgnoreCase))
        {
            var offered = definition.GetSettings<TextFieldPredefinedListEditorSettings>().Options;
            if (offered.Length > 0 && !offered.Any(option => option.Value == field.Text)) context.Fail(problems.NotOffered(context, field.Text), nameof(field.Text));
        }
        return Task.CompletedTask;
    }
}

internal sealed class NumericFieldHandler(FieldProblems problems) : ContentFieldHandler<NumericField>
{
    public override Task ValidatingAsync(ValidateContentFieldContext context, NumericField field)
    {
        var settings = context.ContentPartFieldDefinition.GetSettings<NumericFieldSettings>();
        if (field.Value is not { } value)
        {
            if (settings.Required) context.Fail(problems.Required(context), nameof(field.Value));
            return Task.CompletedTask;
        }
        if (value < settings.Minimum) context.Fail(problems.TooSmall(context, settings.Minimum.Value), nameof(field.Value));
        if (value > settings.Maximum) context.Fail(problems.TooLarge(context, settings.Maximum.Value), nameof(field.Value));
        if (Math.Round(value, Math.Clamp(settings.Scale, 0, 28)) != value) context.Fail(problems.TooPrecise(context, settings.Scale), nameof(field.Value));
        return Task.CompletedTask;
    }
}

internal sealed class DateFieldHandler(FieldProblems problems) : ContentFieldHandler<DateField>
{
    public override Task ValidatingAsync(ValidateContentFieldContext context, DateField field)
    {
        if (field.Value is null && context.ContentPartFieldDefinition.GetSettings<DateFieldSettings>().Required) context.Fail(problems.Required(context), nameof(field.Value));
        return Task.CompletedTask;
    }
}

internal sealed class DateTimeFieldHandler(FieldProblems problems) : ContentFieldHandler<DateTimeField>
{
    public override Task ValidatingAsync(ValidateContentFieldContext context, DateTimeField field)
    {
        if (field.Value is null && context.ContentPartFieldDefinition.GetSettings<DateTimeFieldSettings>().Required) context.Fail(problems.Required(context), nameof(field.Value));
        return Task.CompletedTask;
    }
}

internal sealed class TimeFieldHandler(FieldProblems problems) : ContentFieldHandler<TimeField>
{
    public override Task ValidatingAsync(ValidateContentFieldContext context, TimeField field)
    {
        if (field.Value is { } value)
        {
            if (value < TimeSpan.Zero || value >= TimeSpan.FromDays(1)) context.Fail(problems.NotATimeOfDay(context), nameof(field.Value));
        }
        else if (context.ContentPartFieldDefinition.GetSettings<TimeFieldSettings>().Required)
        {
            context.Fail(problems.Required(context), nameof(field.Value));
        }
        return Task.CompletedTask;
    }
}

internal sealed class ContentPickerFieldHandler(FieldProblems problems) : ContentFieldHandler<ContentPickerField>
{
    public override Task ValidatingAsync(ValidateContentFieldContext context, ContentPickerField field)
    {
        var settings = context.ContentPartFieldDefinition.GetSettings<ContentPickerFieldSettings>();
        var count = field.ContentItemIds?.Length ?? 0;
        if (count == 0 && settings.Required) context.Fail(problems.Required(context), nameof(field.ContentItemIds));
        if (count > 1 && !settings.Multiple) context.Fail(problems.OnlyOne(context), nameof(field.ContentItemIds));
        return Task.CompletedTask;
    }
}

internal sealed class UserPickerFieldHandler(FieldProblems problems) : ContentFieldHandler<UserPickerField>
{
    public override Task ValidatingAsync(ValidateContentFieldContext context, UserPickerField field)
    {
        var settings = context.ContentPartFieldDefinition.GetSettings<UserPickerFieldSettings>();
        var count = field.UserIds?.Length ?? 0;
        if (count == 0 && settings.Required) context.Fail(problems.Required(context), nameof(field.UserIds));
        if (count > 1 && !settings.Multiple) context.Fail(problems.OnlyOne(context), nameof(field.UserIds));
        return Task.CompletedTask;
    }
}
