#nullable enable
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using OrchardCore.Environment.Extensions;
using OrchardCore.Modules.Manifest;

namespace PropertySuite.Platform.Display.Themes;

/// <summary>The themes among the modules of a feature set.</summary>
internal sealed class EnabledThemes
{
    private readonly Dictionary<string, IExtensionInfo> _themes = new(StringComparer.OrdinalIgnoreCase);

    public EnabledThemes(ApplicationPartManager parts, IExtensionManager extensions)
    {
        foreach (var part in parts.ApplicationParts)
        {
            var extension = extensions.GetExtension(part.Name);
            if (extension.Exists && string.Equals(extension.Manifest.Type, "Theme", StringComparison.OrdinalIgnoreCase))
                _themes[extension.Id] = extension;
        }
    }

    public IExtensionInfo? Find(string? id) => id is not null && _themes.TryGetValue(id, out var theme) ? theme : null;

    /// <summary>The first theme made for the admin pages, or the first one for the site.</summary>
    public IExtensionInfo? First(bool admin) => _themes.Values.FirstOrDefault(t => IsForAdmin(t) == admin) ?? _themes.Values.FirstOrDefault();

    private static bool IsForAdmin(IExtensionInfo theme) => theme.Manifest.Tags.Contains(ManifestConstants.AdminTag, StringComparer.OrdinalIgnoreCase);
}
