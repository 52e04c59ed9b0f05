using OrchardCore.Environment.Extensions;

namespace OrchardCore.DisplayManagement.Theming;

/// <summary>The theme of this request.</summary>
public interface IThemeManager
{
    /// <returns>Null when no theme is set.</returns>
    Task<IExtensionInfo> GetThemeAsync();
}

/// <summary>Proposes a theme; the highest priority wins.</summary>
public interface IThemeSelector
{
    /// <returns>Null when it proposes none.</returns>
    Task<ThemeSelectorResult> GetThemeAsync();
}

public class ThemeSelectorResult
{
    public int Priority { get; set; }

    public string ThemeName { get; set; }
}
