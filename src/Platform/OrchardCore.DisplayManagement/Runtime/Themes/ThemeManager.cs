#nullable enable
using Microsoft.AspNetCore.Http;
using OrchardCore.Admin;
using OrchardCore.DisplayManagement.Theming;
using OrchardCore.Environment.Extensions;

namespace PropertySuite.Platform.Display.Themes;

/// <summary>Chooses the theme once for a request, and again when the request turns out to be an admin one.</summary>
internal sealed class ThemeManager(IEnumerable<IThemeSelector> selectors, EnabledThemes enabled, IHttpContextAccessor http) : IThemeManager
{
    private Task<IExtensionInfo?>? _theme;
    private bool _forAdmin;

    public Task<IExtensionInfo?> GetThemeAsync()
    {
        var admin = AdminAttribute.IsApplied(http.HttpContext);
        if (_theme is null || _forAdmin != admin)
        {
            _forAdmin = admin;
            _theme = ChooseAsync();
        }

        return _theme;
    }

    private async Task<IExtensionInfo?> ChooseAsync()
    {
        ThemeSelectorResult? best = null;
        foreach (var selector in selectors)
        {
            var offer = await selector.GetThemeAsync();
            if (offer is not null && enabled.Find(offer.ThemeName) is not null && (best is null || offer.Priority > best.Priority))
                best = offer;
        }

        return enabled.Find(best?.ThemeName);
    }
}
