using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules.Manifest;
using PropertySuite.Core;
using PropertySuite.Platform.Display.Themes;

namespace PropertySuite.Platform.Features.Themes;

/// <summary>Which theme the pages of the site and those of the staff are shown in.</summary>
[Area("OrchardCore.Themes")]
[OrchardCore.Modules.Feature("OrchardCore.Themes")]
[Requires("ApplyTheme")]
public sealed class AdminController(
    IServiceProvider services,
    IExtensionManager extensions,
    IShellFeaturesManager features,
    INotifier notifier,
    IHtmlLocalizer<AdminController> H) : Controller
{
    private SiteThemes Themes => services.GetRequiredService<SiteThemes>();

    [HttpGet, Admin("Themes", "Themes")]
    public async Task<IActionResult> Index()
    {
        var (site, admin) = (await Themes.GetSiteThemeNameAsync(), await Themes.GetAdminThemeNameAsync());
        return View(All().Select(theme => new ThemeRow(
            theme.Id, theme.Manifest.Name, theme.Manifest.Description, IsForAdmin(theme), theme.Id == (IsForAdmin(theme) ? admin : site))).ToList());
    }

    [HttpPost, Admin("Themes/{id}/Use", "ThemeUse")]
    public async Task<IActionResult> Use(string id)
    {
        if (All().FirstOrDefault(theme => theme.Id == id) is not { } theme)
        {
            return NotFound();
        }

        await (IsForAdmin(theme) ? Themes.SetAdminThemeAsync(id) : Themes.SetSiteThemeAsync(id));
        await features.EnableFeaturesAsync(theme.Features, force: true);
        await notifier.SuccessAsync(H["The pages are shown in {0} now.", theme.Manifest.Name]);
        return RedirectToAction(nameof(Index));
    }

    private IEnumerable<IExtensionInfo> All()
        => extensions.GetExtensions().Where(extension => extension.Manifest.Type.Equals("Theme", StringComparison.OrdinalIgnoreCase));

    private static bool IsForAdmin(IExtensionInfo theme) => theme.Manifest.Tags.Contains(ManifestConstants.AdminTag, StringComparer.OrdinalIgnoreCase);
}

/// <param name="IsForStaff">Whether it is made for the pages of the staff; the others are for owners and the public.</param>
public sealed record ThemeRow(string Id, string Name, string Description, bool IsForStaff, bool IsUsed);
