using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Entities;
using OrchardCore.Settings;
using PropertySuite.Core;

namespace PropertySuite.Activities;

/// <summary>Section of the site's settings: what the community says about activities.</summary>
public class ActivitySettings
{
    /// <summary>What costs more than this needs the manager's approval (ACT-04).</summary>
    public decimal ApprovalAbove { get; set; } = 300;

    /// <summary>Hours for which a free place is kept for somebody of the waiting list (ACT-08).</summary>
    public int OfferHours { get; set; } = 24;

    /// <summary>Hours before the beginning at which those who registered are reminded; 0 for never (ACT-15).</summary>
    public int RemindHours { get; set; } = 24;
}

/// <summary>What the settings say about an activity that is being written.</summary>
public sealed class ActivityPolicy(ISiteService sites)
{
    /// <summary>The rules of this moment.</summary>
    public async Task<ActivityRules> RulesAsync()
    {
        var site = await sites.GetSiteSettingsAsync();
        var settings = site.As<ActivitySettings>();
        return new ActivityRules
        {
            ApprovalAbove = Math.Clamp(settings.ApprovalAbove, 0, 10_000_000),
            OfferHours = Math.Clamp(settings.OfferHours, 1, 168),
            RemindHours = Math.Clamp(settings.RemindHours, 0, 168),
            Currency = site.As<MoneySettings>().Currency ?? "EUR",
        };
    }
}

/// <summary>The settings page <c>Admin/Settings/activities</c>.</summary>
public sealed class ActivitySettingsDriver(IHttpContextAccessor accessor, IAuthorizationService authorization, ActivityPolicy policy, IStringLocalizer<ActivitySettingsDriver> S) : SiteDisplayDriver<ActivitySettings>
{
    /// <summary>Group of the settings page.</summary>
    public const string GroupId = "activities";

    /// <inheritdoc/>
    protected override string SettingsGroupId => GroupId;

    /// <inheritdoc/>
    public override async Task<IDisplayResult> EditAsync(ISite site, ActivitySettings section, BuildEditorContext context) => await MayAsync()
        ? Show(new ActivitySettingsForm
        {
            ApprovalAbove = section.ApprovalAbove.ToString("0.##", CultureInfo.CurrentCulture),
            OfferHours = section.OfferHours.ToString(CultureInfo.CurrentCulture),
            RemindHours = section.RemindHours.ToString(CultureInfo.CurrentCulture),
        })
        : NullShapeResult();

    /// <inheritdoc/>
    public override async Task<IDisplayResult> UpdateAsync(ISite site, ActivitySettings section, UpdateEditorContext context)
    {
        if (!await MayAsync())
        {
            return NullShapeResult();
        }

        var form = new ActivitySettingsForm();
        await context.Updater.TryUpdateModelAsync(form, Prefix);
        if (Money.Read(form.ApprovalAbove, (await policy.RulesAsync()).Currency) is { } above) section.ApprovalAbove = above;
        else context.Updater.ModelState.AddModelError($"{Prefix}.{nameof(form.ApprovalAbove)}", S["Write an amount, such as 300."]);
        section.OfferHours = Read(context, form.OfferHours, nameof(form.OfferHours), 1, 168) ?? section.OfferHours;
        section.RemindHours = Read(context, form.RemindHours, nameof(form.RemindHours), 0, 168) ?? section.RemindHours;
        return Show(form);
    }

    private int? Read(UpdateEditorContext context, string? typed, string field, int least, int most)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.CurrentCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        context.Updater.ModelState.AddModelError($"{Prefix}.{field}", S["Write a number from {0} to {1}.", least, most]);
        return null;
    }

    private ShapeResult Show(ActivitySettingsForm form) => Initialize<ActivitySettingsForm>("ActivitySettings_Edit", shown =>
        (shown.ApprovalAbove, shown.OfferHours, shown.RemindHours) = (form.ApprovalAbove, form.OfferHours, form.RemindHours)).Location("Content:5").OnGroup(GroupId);

    private async Task<bool> MayAsync() => accessor.HttpContext?.User is { } reader && await authorization.AuthorizeAsync(reader, SettingsPermissions.ManageSettings);
}

/// <summary>The settings as typed.</summary>
public class ActivitySettingsForm
{
    public string? ApprovalAbove { get; set; }

    public string? OfferHours { get; set; }

    public string? RemindHours { get; set; }
}
