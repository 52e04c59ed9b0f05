using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Settings;

namespace PropertySuite.Visitors;

/// <summary>The settings page <c>Admin/Settings/visitors</c>: how long a visitor's identity is kept, and which kinds of visit there are.</summary>
public sealed class VisitorSettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, IStringLocalizer<VisitorSettingsDriver> S)
    : SiteDisplayDriver<VisitorSettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "visitors";

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, VisitorSettings section, BuildEditorContext context) =>
        await MayAsync() ? Show(section.IdentityDays.ToString(CultureInfo.CurrentCulture), section) : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, VisitorSettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        var form = new VisitorSettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        if (int.TryParse(form.IdentityDays, NumberStyles.None, CultureInfo.CurrentCulture, out var days) && days is >= 1 and <= VisitorSettings.LongestIdentityDays)
        {
            section.IdentityDays = days;
        }
        else
        {
            context.Updater.ModelState.AddModelError($"{Prefix}.{nameof(form.IdentityDays)}", S["Enter a whole number from {0} to {1}.", 1, VisitorSettings.LongestIdentityDays]);
        }

        // The order that a recipe has given stays; what is newly marked comes after it.
        VisitKind[] wanted = [.. Enum.GetValues<VisitKind>().Where(kind => form.Kinds.Contains(kind.ToString()))];
        if (!wanted.ToHashSet().SetEquals(VisitKinds.Offered(section.Kinds)))
        {
            section.Kinds = [.. VisitKinds.Offered(section.Kinds).Where(wanted.Contains).Union(wanted).Select(kind => kind.ToString())];
        }

        return Show(form.IdentityDays, section);
    }

    private ShapeResult Show(string? days, VisitorSettings section) => Initialize<VisitorSettingsForm>("VisitorSettings_Edit", form =>
    {
        form.IdentityDays = days;
        form.Kinds = [.. VisitKinds.Offered(section.Kinds).Select(kind => kind.ToString())];
    }).Location("Content:5").OnGroup(GroupId);

    private async Task<bool> MayAsync() =>
        accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);
}

/// <summary>What the page shows; public and open, since shapes are made of it.</summary>
public class VisitorSettingsForm
{
    /// <summary>As typed, so that what is no number can be shown again.</summary>
    public string? IdentityDays { get; set; }

    /// <summary>Names of the kinds that are marked.</summary>
    public string[] Kinds { get; set; } = [];
}
