using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Navigation;
using OrchardCore.Settings;

namespace PropertySuite.Core;

/// <summary>Section of the site's settings: which files are taken.</summary>
public class AttachmentSettings
{
    /// <summary>Most megabytes that the settings may allow.</summary>
    public const int MostMegabytes = 25;

    /// <summary>Megabytes of the largest file, as it was set.</summary>
    public int LargestMegabytes { get; set; } = 10;

    /// <summary>The same within its bounds.</summary>
    public int Megabytes => Math.Clamp(LargestMegabytes, 1, MostMegabytes);
}

/// <summary>The settings page <c>Admin/Settings/attachments</c>.</summary>
public sealed class AttachmentSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, IStringLocalizer<AttachmentSettingsDriver> S) : SiteDisplayDriver<AttachmentSettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "attachments";

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, AttachmentSettings section, BuildEditorContext context) =>
        await MayAsync() ? Show(section.Megabytes.ToString(CultureInfo.CurrentCulture)) : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, AttachmentSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        var form = new AttachmentSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        if (int.TryParse(form.LargestMegabytes, NumberStyles.None, CultureInfo.CurrentCulture, out var megabytes) && megabytes is >= 1 and <= AttachmentSettings.MostMegabytes)
        {
            section.LargestMegabytes = megabytes;
        }
        else
        {
            context.Updater.ModelState.AddModelError($"{Prefix}.{nameof(form.LargestMegabytes)}", S["Write a number from {0} to {1}.", 1, AttachmentSettings.MostMegabytes]);
        }

        return Show(form.LargestMegabytes);
    }

    private ShapeResult Show(string? typed) => Initialize<AttachmentSettingsForm>("AttachmentSettings_Edit", form => form.LargestMegabytes = typed).Location("Content:5").OnGroup(GroupId);

    private async Task<bool> MayAsync() => accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);
}

/// <summary>The settings as typed.</summary>
public class AttachmentSettingsForm
{
    public string? LargestMegabytes { get; set; }
}

/// <summary>The entry in the staff's menu.</summary>
public sealed class AttachmentMenu(IStringLocalizer<AttachmentMenu> S) : AdminNavigationProvider
{
    /// <inheritdoc/>
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(S["Administration"], NavigationConstants.AdminMenuConfigurationPosition, administration => administration
            .Add(S["Settings"], "3", settings => settings
                .Add(S["Files"], "8", item => item.Id("attach").Url($"~/Admin/Settings/{AttachmentSettingsDriver.GroupId}").Permission(SettingsPermissions.ManageSettings).LocalNav())));
        return ValueTask.CompletedTask;
    }
}
