using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;
using OrchardCore.Workflows;
using PropertySuite.Platform.BackgroundTasks;

namespace PropertySuite.Platform.Features.Workflows;

/// <summary>The settings page <c>Admin/Settings/workflows</c>.</summary>
internal sealed class WorkflowSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, IWorkAlarm alarm, IStringLocalizer<WorkflowSettingsDriver> S)
    : SiteDisplayDriver<WorkflowSettings>
{
    public const string GroupId = "workflows";

    private const int MostDays = 3660;

    protected override string SettingsGroupId => GroupId;

    public override async Task<IDisplayResult> EditAsync(ISite site, WorkflowSettings section, BuildEditorContext context) => await MayAsync()
        ? Initialize<WorkflowSettingsForm>("WorkflowSettings_Edit", form => form.KeepDays = section.KeepDays.ToString(CultureInfo.CurrentCulture)).Location("Content:5").OnGroup(GroupId)
        : NullShapeResult();

    public override async Task<IDisplayResult> UpdateAsync(ISite site, WorkflowSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
            return NullShapeResult();
        var form = new WorkflowSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        if (int.TryParse(form.KeepDays, NumberStyles.None, CultureInfo.CurrentCulture, out var days) && days <= MostDays)
        {
            section.KeepDays = days;
            alarm.AskAgain();
        }
        else
        {
            context.Updater.ModelState.AddModelError(Prefix + "." + nameof(form.KeepDays), S["Enter a whole number from {0} to {1}.", 0, MostDays]);
        }

        return Initialize<WorkflowSettingsForm>("WorkflowSettings_Edit", shown => shown.KeepDays = form.KeepDays).Location("Content:5").OnGroup(GroupId);
    }

    private async Task<bool> MayAsync() => accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, WorkflowsPermissions.ManageWorkflowSettings);
}

/// <summary>What the page shows.</summary>
/// <remarks>Open and public: shapes are made of it.</remarks>
public class WorkflowSettingsForm
{
    /// <summary>As typed, so that what is no number can be shown again.</summary>
    public string? KeepDays { get; set; }
}
