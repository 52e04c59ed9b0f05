using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;
using PropertySuite.Community.Contracts;

namespace PropertySuite.Community.Settings;

/// <summary>The kinds of the register, on the settings page <c>Admin/Settings/community</c>.</summary>
public sealed class RegisterSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, RegisterKinds kinds)
    : SiteDisplayDriver<RegisterSettings>
{
    protected override string SettingsGroupId => CommunitySettingsDriver.GroupId;

    public override async Task<IDisplayResult> EditAsync(ISite site, RegisterSettings section, BuildEditorContext context)
    {
        if (!await MayAsync()) return NullShapeResult();
        string[] units = [.. (await kinds.UnitsAsync()).Select(kind => kind.ToString())];
        string[] ties = [.. (await kinds.TiesAsync()).Select(kind => kind.ToString())];
        return Initialize<RegisterSettingsForm>("RegisterSettings_Edit", form => (form.UnitKinds, form.TieKinds) = (units, ties))
            .Location("Content:10").OnGroup(CommunitySettingsDriver.GroupId);
    }

    public override async Task<IDisplayResult> UpdateAsync(ISite site, RegisterSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync()) return NullShapeResult();
        var form = new RegisterSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        section.UnitKinds = Known<UnitKind>(form.UnitKinds);
        section.TieKinds = Known<TieKind>(form.TieKinds);
        return await EditAsync(site, section, context);
    }

    private static string[] Known<TKind>(string[] names) where TKind : struct, Enum =>
        [.. Enum.GetNames<TKind>().Where(name => names.Contains(name, StringComparer.Ordinal))];

    private async Task<bool> MayAsync() =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, Permissions.Manage);
}

/// <summary>What the page shows; public and open, since shapes are made of it.</summary>
public class RegisterSettingsForm
{
    public string[] UnitKinds { get; set; } = [];

    public string[] TieKinds { get; set; } = [];
}
