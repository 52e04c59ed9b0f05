using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace PropertySuite.Core;

/// <summary>The settings page <c>Admin/Settings/working-hours</c>.</summary>
public sealed class WorkingHoursSettingsDriver(
    IHttpContextAccessor accessor,
    IAuthorizationService authorization,
    IClock clock,
    IStringLocalizer<WorkingHoursSettingsDriver> S) : SiteDisplayDriver<WorkingHoursSettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "working-hours";

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, WorkingHoursSettings section, BuildEditorContext context) =>
        await MayAsync() ? Show(WorkingHoursForm.Of(section)) : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, WorkingHoursSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        var form = new WorkingHoursForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        var hours = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var day in WorkingHoursForm.Week)
        {
            var typed = form.Hours.GetValueOrDefault(day.ToString());
            if (WorkingHoursText.Read(day, typed) is not { } shifts)
            {
                context.Updater.ModelState.AddModelError($"{Prefix}.Hours[{day}]", S["Write hours such as 9:00–14:00, 16:00–20:00; nothing for a day without any."]);
            }
            else
            {
                hours[day.ToString()] = WorkingHoursText.Write(shifts);
            }
        }

        if (hours.Values.All(text => text.Length == 0))
        {
            context.Updater.ModelState.AddModelError($"{Prefix}.Hours[{DayOfWeek.Monday}]", S["Write hours for one day at least: deadlines count them."]);
        }

        var holidays = new WorkingHoursSettings { Holidays = form.Holidays };
        if (holidays.ReadHolidays(clock.UtcNow.Year).Unread is [var wrong, ..])
        {
            context.Updater.ModelState.AddModelError($"{Prefix}.{nameof(form.Holidays)}", S["“{0}” is not a day. Write 2026-12-25, or 12-25 for every year.", wrong]);
        }

        (section.Hours, section.Holidays) = (hours, string.IsNullOrWhiteSpace(form.Holidays) ? null : form.Holidays.Trim());
        return Show(form);
    }

    private ShapeResult Show(WorkingHoursForm filled) =>
        Initialize<WorkingHoursForm>("WorkingHoursSettings_Edit", form => (form.Hours, form.Holidays) = (filled.Hours, filled.Holidays)).Location("Content:5").OnGroup(GroupId);

    private async Task<bool> MayAsync() =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);
}

/// <summary>What the page shows, as typed; public and open, since shapes are made of it.</summary>
public class WorkingHoursForm
{
    /// <summary>The week, Monday first.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Hours by the English name of the day.</summary>
    public Dictionary<string, string?> Hours { get; set; } = [];

    /// <summary>Holidays, one on each line.</summary>
    public string? Holidays { get; set; }

    /// <summary>The form of what is set.</summary>
    public static WorkingHoursForm Of(WorkingHoursSettings section) => new()
    {
        Hours = Week.ToDictionary(day => day.ToString(), day => (string?)section.TextOf(day)),
        Holidays = section.Holidays,
    };
}

/// <summary>The way to the page.</summary>
public sealed class WorkingHoursMenu(IStringLocalizer<WorkingHoursSettingsDriver> S) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Working hours"], "2", item => item.Id("calendar").Url($"~/Admin/Settings/{WorkingHoursSettingsDriver.GroupId}").Permission(SettingsPermissions.ManageSettings).LocalNav())));
        return ValueTask.CompletedTask;
    }
}
