using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Security.Services;
using OrchardCore.Settings;
using OrchardCore.Users;
using PropertySuite.Platform.Users;

namespace PropertySuite.Platform.Features.Users;

/// <summary>The settings page <c>Admin/Settings/sign-in</c>: who signs in with a second factor.</summary>
internal sealed class SignInSettingsDriver(
    IHttpContextAccessor accessor, IAuthorizationService authorization, IRoleService roles, IStringLocalizer<SignInSettingsDriver> S)
    : SiteDisplayDriver<SecondFactorSettings>
{
    public const string GroupId = "sign-in";

    protected override string SettingsGroupId => GroupId;

    public override async Task<IDisplayResult> EditAsync(ISite site, SecondFactorSettings section, BuildEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        string[] known = [.. (await roles.GetAssignableRolesAsync()).Select(role => role.RoleName)];
        return Initialize<SignInSettingsForm>("SignInSettings_Edit", form =>
        {
            (form.Mode, form.Roles, form.MayRememberDevice) = (section.Mode, section.Roles, section.MayRememberDevice);
            form.KnownRoles = known;
        }).Location("Content:5").OnGroup(GroupId);
    }

    public override async Task<IDisplayResult> UpdateAsync(ISite site, SecondFactorSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        var form = new SignInSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        var known = (await roles.GetAssignableRolesAsync()).Select(role => role.RoleName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        section.Mode = Enum.IsDefined(form.Mode) ? form.Mode : SecondFactorMode.Offered;
        section.Roles = [.. form.Roles.Where(known.Contains)];
        section.MayRememberDevice = form.MayRememberDevice;
        if (section.Mode == SecondFactorMode.Required && section.Roles.Length == 0)
        {
            context.Updater.ModelState.AddModelError(Prefix + "." + nameof(form.Roles), S["Choose the roles that need it."]);
        }

        return await EditAsync(site, section, context);
    }

    private async Task<bool> MayAsync()
        => accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, UsersPermissions.ManageUsers);
}

/// <summary>What the page shows.</summary>
/// <remarks>Open and public: shapes are made of it.</remarks>
public class SignInSettingsForm
{
    public SecondFactorMode Mode { get; set; } = SecondFactorMode.Offered;

    public string[] Roles { get; set; } = [];

    public bool MayRememberDevice { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public IReadOnlyList<string> KnownRoles { get; set; } = [];
}
