#nullable enable
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Theming;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Display.Themes;

/// <summary>Finds the theme before a view is looked for, since that cannot wait.</summary>
internal sealed class ThemeOfRequest(IThemeManager themes) : IBeforeResult
{
    public async Task BeforeResultAsync(HttpContext context) => CurrentTheme.Set(context, (await themes.GetThemeAsync())?.Id);
}
