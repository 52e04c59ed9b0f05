using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Localization;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Notify;
using OrchardCore.Environment.Extensions;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Platform.Features.Localization;

namespace PropertySuite.Platform.Features.Features;

/// <summary>The features of a site.</summary>
[Area("OrchardCore.Features")]
[Feature("OrchardCore.Features")]
[Requires("ManageFeatures")]
public sealed class AdminController(
    IShellFeaturesManager features,
    IExtensionManager extensions,
    DeclaredTexts texts,
    INotifier notifier,
    IHtmlLocalizer<AdminController> H) : Controller
{
    [HttpGet, Admin("Features", "Features")]
    public async Task<IActionResult> Index()
    {
        var enabled = (await features.GetEnabledFeaturesAsync()).Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var available = (await features.GetAvailableFeaturesAsync())
            .Where(feature => !feature.Extension.Manifest.Type.Equals("Theme", StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return View(available
            .Where(feature => !feature.EnabledByDependencyOnly || enabled.Contains(feature.Id))
            .Select(feature => new FeatureRow(
                feature.Id,
                texts.NameOf(feature),
                texts.DescriptionOf(feature),
                texts.CategoryOf(feature),
                enabled.Contains(feature.Id),
                feature.IsAlwaysEnabled,
                [.. available.Where(other => enabled.Contains(other.Id) && other.Dependencies.Contains(feature.Id, StringComparer.OrdinalIgnoreCase)).Select(texts.NameOf)],
                [.. feature.Dependencies.Where(id => !enabled.Contains(id))]))
            .GroupBy(row => row.Category)
            .OrderBy(group => group.Key, StringComparer.CurrentCulture)
            .ToList());
    }

    [HttpPost, Admin("Features/{id}/Enable", "FeatureEnable")]
    public async Task<IActionResult> Enable(string id)
    {
        if ((await features.GetAvailableFeaturesAsync()).FirstOrDefault(feature => feature.Id == id) is not { } wanted)
        {
            return NotFound();
        }

        await features.EnableFeaturesAsync([wanted], force: true);
        await notifier.SuccessAsync(H["{0} is switched on.", texts.NameOf(wanted)]);
        return RedirectToAction(nameof(Index));
    }

    [HttpPost, Admin("Features/{id}/Disable", "FeatureDisable")]
    public async Task<IActionResult> Disable(string id)
    {
        if ((await features.GetEnabledFeaturesAsync()).FirstOrDefault(feature => feature.Id == id) is not { IsAlwaysEnabled: false } unwanted)
        {
            return NotFound();
        }

        var enabled = (await features.GetEnabledFeaturesAsync()).Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (extensions.GetDependentFeatures(id).FirstOrDefault(feature => feature.Id != id && enabled.Contains(feature.Id)) is { } dependent)
        {
            await notifier.ErrorAsync(H["{0} stays on: {1} needs it.", texts.NameOf(unwanted), texts.NameOf(dependent)]);
            return RedirectToAction(nameof(Index));
        }

        await features.DisableFeaturesAsync([unwanted], force: false);
        await notifier.SuccessAsync(H["{0} is switched off. Its data stays.", texts.NameOf(unwanted)]);
        return RedirectToAction(nameof(Index));
    }
}

/// <param name="NeededBy">Names of enabled features that need this one.</param>
/// <param name="Brings">Ids of features that come with it.</param>
public sealed record FeatureRow(
    string Id, string Name, string Description, string Category, bool IsEnabled, bool IsAlwaysEnabled, IReadOnlyList<string> NeededBy, IReadOnlyList<string> Brings);
