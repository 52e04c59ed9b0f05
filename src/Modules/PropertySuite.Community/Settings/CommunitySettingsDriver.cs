using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace PropertySuite.Community.Settings;

/// <summary>The settings page <c>Admin/Settings/community</c>.</summary>
public sealed class CommunitySettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization) : SiteDisplayDriver<CommunitySettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "community";

    protected override string SettingsGroupId => GroupId;

    public override async Task<IDisplayResult> EditAsync(ISite site, CommunitySettings section, BuildEditorContext context)
    {
        if (!await MayAsync()) return NullShapeResult();
        return Initialize<CommunitySettings>("CommunitySettings_Edit", form =>
        {
            (form.Address, form.OfficePlace, form.OfficeHours) = (section.Address, section.OfficePlace, section.OfficeHours);
            (form.Phone, form.Email, form.Since) = (section.Phone, section.Email, section.Since);
        }).Location("Content:5").OnGroup(GroupId);
    }

    public override async Task<IDisplayResult> UpdateAsync(ISite site, CommunitySettings section, UpdateEditorContext context)
    {
        if (!await MayAsync()) return NullShapeResult();
        await context.Updater.TryUpdateModelAsync(section, Prefix);
        return await EditAsync(site, section, context);
    }

    private async Task<bool> MayAsync() =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, Permissions.Manage);
}
