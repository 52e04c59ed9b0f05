using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Localization;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Localization;

/// <summary>A tenant's texts: the shared ones, unless the tenant has a file of its own that overrides some.</summary>
internal sealed class LocalizationManager(SharedTranslations shared, SiteFolder folder) : ILocalizationManager
{
    private readonly ConcurrentDictionary<string, CultureDictionary> _dictionaries = new(StringComparer.OrdinalIgnoreCase);

    public CultureDictionary GetDictionary(CultureInfo culture)
        => _dictionaries.TryGetValue(culture.Name, out var known) ? known : _dictionaries.GetOrAdd(culture.Name, Load(culture));

    private CultureDictionary Load(CultureInfo culture)
    {
        var common = shared.Get(culture);
        var path = Path.Combine(folder.Path, "Localization", culture.Name + ".po");
        if (!File.Exists(path))
        {
            return common;
        }

        var own = shared.CreateEmpty(culture);
        own.MergeTranslations(common);
        using var files = new PhysicalFileProvider(Path.GetDirectoryName(path)!);
        shared.Merge(own, files.GetFileInfo(Path.GetFileName(path)));
        return own;
    }
}

/// <summary>The texts of the request's tenant, for what tenants share.</summary>
internal sealed class CurrentLocalizationManager : ILocalizationManager
{
    public CultureDictionary GetDictionary(CultureInfo culture)
        => ShellScope.Services.GetRequiredService<ILocalizationManager>().GetDictionary(culture);
}
