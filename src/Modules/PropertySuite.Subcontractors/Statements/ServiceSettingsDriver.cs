using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;
using PropertySuite.Core.Checklists;

namespace PropertySuite.Subcontractors;

/// <summary>The settings page <c>Admin/Settings/subcontractors</c>: how much each part of a month's score counts.</summary>
public sealed class ServiceSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, IStringLocalizer<ServiceSettingsDriver> S) : SiteDisplayDriver<ServiceSettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "subcontractors";

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, ServiceSettings section, BuildEditorContext context) => await MayAsync() ? Show(ServiceSettingsForm.Of(section)) : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, ServiceSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        var form = new ServiceSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        section.Daily = Read(context, form.Daily, nameof(form.Daily)) ?? section.Daily;
        section.Weekly = Read(context, form.Weekly, nameof(form.Weekly)) ?? section.Weekly;
        section.Monthly = Read(context, form.Monthly, nameof(form.Monthly)) ?? section.Monthly;
        section.Survey = Read(context, form.Survey, nameof(form.Survey)) ?? section.Survey;
        section.Documents = Read(context, form.Documents, nameof(form.Documents)) ?? section.Documents;
        return Show(form);
    }

    private decimal? Read(UpdateEditorContext context, string? typed, string field)
    {
        if (DecimalText.Read(typed) is { } number and >= 0 and <= 100)
        {
            return number;
        }

        context.Updater.ModelState.AddModelError($"{Prefix}.{field}", S["Write a number from {0} to {1}.", 0, 100]);
        return null;
    }

    private ShapeResult Show(ServiceSettingsForm filled) => Initialize<ServiceSettingsForm>(
        "ServiceSettings_Edit",
        form => (form.Daily, form.Weekly, form.Monthly, form.Survey, form.Documents) = (filled.Daily, filled.Weekly, filled.Monthly, filled.Survey, filled.Documents)).Location("Content:5").OnGroup(GroupId);

    private async Task<bool> MayAsync() => accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);
}

/// <summary>The settings as typed.</summary>
public class ServiceSettingsForm
{
    public string? Daily { get; set; }

    public string? Weekly { get; set; }

    public string? Monthly { get; set; }

    public string? Survey { get; set; }

    public string? Documents { get; set; }

    internal static ServiceSettingsForm Of(ServiceSettings section) => new()
    {
        Daily = Write(section.Daily),
        Weekly = Write(section.Weekly),
        Monthly = Write(section.Monthly),
        Survey = Write(section.Survey),
        Documents = Write(section.Documents),
    };

    private static string Write(decimal number) => number.ToString("0.##", CultureInfo.CurrentCulture);
}
