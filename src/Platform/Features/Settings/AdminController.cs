using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.DisplayManagement.Shapes;
using OrchardCore.Entities;
using OrchardCore.Localization;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Settings;
using PropertySuite.Core;
using PropertySuite.Platform.Features.Localization;
using PropertySuite.Platform.Localization;

namespace PropertySuite.Platform.Features.Settings;

/// <summary>The settings of a site: the general ones, and groups that modules bring.</summary>
[Area("OrchardCore.Settings")]
[Feature("OrchardCore.Settings")]
public sealed class AdminController(
    ISiteService sites,
    ILocalizationService cultures,
    IClock clock,
    TimeZoneList zones,
    IDisplayManager<ISite> display,
    IUpdateModelAccessor updater,
    IAuthorizationService authorization,
    INavigationManager menus,
    INotifier notifier,
    IStringLocalizer<AdminController> S,
    IHtmlLocalizer<AdminController> H) : Controller
{
    private const int MaximumName = 100;
    private const int MaximumPageSize = 100;

    [HttpGet, Admin("Settings/general", "SettingsGeneral"), Requires("ManageSettings")]
    public async Task<IActionResult> General()
    {
        var site = await sites.GetSiteSettingsAsync();
        return View(await FillAsync(new GeneralForm
        {
            SiteName = site.SiteName,
            Address = (await sites.LoadSiteSettingsAsync()).BaseUrl,
            TimeZoneId = site.TimeZoneId,
            DefaultCulture = await cultures.GetDefaultCultureAsync(),
            Cultures = await cultures.GetSupportedCulturesAsync(),
            PageSize = site.PageSize.ToString(CultureInfo.CurrentCulture),
        }));
    }

    [HttpPost, Admin("Settings/general", "SettingsGeneral"), Requires("ManageSettings")]
    public async Task<IActionResult> General(GeneralForm form)
    {
        var size = Check(form);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(await FillAsync(form));
        }

        var site = await sites.LoadSiteSettingsAsync();
        site.SiteName = form.SiteName!.Trim();
        site.BaseUrl = string.IsNullOrWhiteSpace(form.Address) ? null : form.Address.Trim().TrimEnd('/');
        site.TimeZoneId = string.IsNullOrEmpty(form.TimeZoneId) ? null : form.TimeZoneId;
        site.PageSize = size;
        site.Put(new LocalizationSettings { DefaultCulture = form.DefaultCulture, SupportedCultures = form.Cultures });
        await sites.UpdateSiteSettingsAsync(site);
        await notifier.SuccessAsync(H["The settings are saved."]);
        return RedirectToAction(nameof(General));
    }

    [HttpGet, Admin("Settings/{groupId}", "SettingsGroup"), Requires("AccessAdminPanel")]
    public async Task<IActionResult> Index(string groupId)
    {
        if (!await authorization.AuthorizeAsync(User, SettingsPermissions.ManageGroupSettings, (object)groupId))
        {
            return this.ChallengeOrForbid();
        }

        var site = await sites.GetSiteSettingsAsync();
        var editor = await display.BuildEditorAsync(site, updater.ModelUpdater, isNew: false, groupId, string.Empty);
        return IsEmpty(editor) ? NotFound() : View(new SettingsGroup(groupId, await NameAsync(), editor));
    }

    [HttpPost, Admin("Settings/{groupId}", "SettingsGroup"), ActionName(nameof(Index)), Requires("AccessAdminPanel")]
    public async Task<IActionResult> Save(string groupId)
    {
        if (!await authorization.AuthorizeAsync(User, SettingsPermissions.ManageGroupSettings, (object)groupId))
        {
            return this.ChallengeOrForbid();
        }

        var site = await sites.LoadSiteSettingsAsync();
        var editor = await display.UpdateEditorAsync(site, updater.ModelUpdater, isNew: false, groupId, string.Empty);
        if (IsEmpty(editor))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(Index), new SettingsGroup(groupId, await NameAsync(), editor));
        }

        await sites.UpdateSiteSettingsAsync(site);
        await notifier.SuccessAsync(H["The settings are saved."]);
        return RedirectToAction(nameof(Index), new { groupId });
    }

    // Of a group that no module has, or that this person may not see, nothing is shown.
    private static bool IsEmpty(IShape editor) => !editor.Properties.Values.OfType<Shape>().Any(zone => zone.HasItems);

    private async Task<string?> NameAsync()
    {
        var here = Request.PathBase.Add(Request.Path).Value;
        return Flat(await menus.BuildMenuAsync(NavigationConstants.AdminId, ControllerContext))
            .FirstOrDefault(entry => entry.Items.Count == 0 && string.Equals(entry.Href, here, StringComparison.OrdinalIgnoreCase))?.Text.Value;
    }

    private static IEnumerable<MenuItem> Flat(IEnumerable<MenuItem> items) => items.SelectMany(item => Flat(item.Items).Prepend(item));

    private int Check(GeneralForm form)
    {
        if (string.IsNullOrWhiteSpace(form.SiteName))
        {
            ModelState.AddModelError(nameof(form.SiteName), S["Enter the name of the site."]);
        }
        else if (form.SiteName.Trim().Length > MaximumName)
        {
            ModelState.AddModelError(nameof(form.SiteName), S["The name is too long; use {0} characters or fewer.", MaximumName]);
        }

        if (!string.IsNullOrWhiteSpace(form.Address)
            && !(Uri.TryCreate(form.Address.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Query: "", Fragment: "", UserInfo: "" }))
        {
            ModelState.AddModelError(nameof(form.Address), S["Write an address such as https://alba.example, without a question mark."]);
        }

        if (!string.IsNullOrEmpty(form.TimeZoneId) && !clock.GetTimeZones().Any(zone => zone.TimeZoneId == form.TimeZoneId))
        {
            ModelState.AddModelError(nameof(form.TimeZoneId), S["There is no time zone {0}. Choose one of the list.", form.TimeZoneId]);
        }

        form.Cultures = [.. form.Cultures.Where(SiteCultures.IsKnown).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (form.Cultures.Length == 0)
        {
            ModelState.AddModelError(nameof(form.Cultures), S["Choose one language or more."]);
        }
        else if (!form.Cultures.Contains(form.DefaultCulture, StringComparer.OrdinalIgnoreCase))
        {
            ModelState.AddModelError(nameof(form.DefaultCulture), S["The first language must be among the chosen ones."]);
        }

        if (!int.TryParse(form.PageSize, NumberStyles.None, CultureInfo.CurrentCulture, out var size) || size is < 5 or > MaximumPageSize)
        {
            ModelState.AddModelError(nameof(form.PageSize), S["Enter a whole number from {0} to {1}.", 5, MaximumPageSize]);
        }

        return size;
    }

    private async Task<GeneralForm> FillAsync(GeneralForm form)
    {
        form.KnownAddress = (await sites.GetSiteSettingsAsync()).BaseUrl;
        form.TimeZones = zones.Groups(form.TimeZoneId);
        form.KnownCultures = [.. SiteCultures.Written.Union(form.Cultures, StringComparer.OrdinalIgnoreCase)];
        return form;
    }
}

/// <summary>A group of settings that modules bring.</summary>
/// <param name="Name">As the menu calls it; null where no entry leads there.</param>
public sealed record SettingsGroup(string Id, string? Name, IShape Editor);
