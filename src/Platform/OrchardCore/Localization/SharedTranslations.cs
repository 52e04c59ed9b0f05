using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardCore.Environment.Extensions;
using OrchardCore.Localization;
using PropertySuite.Platform.Hosting;

namespace PropertySuite.Platform.Localization;

/// <summary>The texts that come with the application, read once for all tenants.</summary>
internal sealed class SharedTranslations(
    IExtensionManager extensions,
    IModuleFiles files,
    IHostEnvironment host,
    ILogger<SharedTranslations> logger)
{
    private readonly ConcurrentDictionary<string, Lazy<CultureDictionary>> _dictionaries = new(StringComparer.OrdinalIgnoreCase);
    private readonly IPluralRuleProvider _plurals = new PluralRules();

    public CultureDictionary Get(CultureInfo culture)
        => _dictionaries.GetOrAdd(culture.Name, _ => new Lazy<CultureDictionary>(() => Load(culture))).Value;

    public CultureDictionary CreateEmpty(CultureInfo culture)
    {
        _plurals.TryGetRule(culture, out var rule);
        return new CultureDictionary(culture.Name, rule!);
    }

    public void Merge(CultureDictionary dictionary, IFileInfo file)
    {
        try
        {
            using var reader = new StreamReader(file.CreateReadStream());
            dictionary.MergeTranslations(PoParser.Parse(reader).ToList());
        }
        catch (PoFormatException exception)
        {
            // One bad file must not leave a site without any of its texts.
            logger.LogError("The texts in {File} cannot be read. {Reason}", file.PhysicalPath ?? file.Name, exception.Message);
        }
    }

    private CultureDictionary Load(CultureInfo culture)
    {
        var dictionary = CreateEmpty(culture);
        foreach (var file in FilesOf(culture.Name))
        {
            Merge(dictionary, file);
        }

        return dictionary;
    }

    /// <summary>Modules first, then what the host says, which overrides them.</summary>
    private IEnumerable<IFileInfo> FilesOf(string culture)
    {
        var modules = extensions.GetExtensions().Select(extension => extension.Id).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var module in modules)
        {
            var own = files.Of(module);
            foreach (var path in files.Paths(module).Where(path => IsOf(path, culture)))
            {
                yield return own.GetFileInfo(path);
            }
        }

        var root = host.ContentRootFileProvider;
        IEnumerable<string> candidates =
        [
            $"Localization/{culture}.po",
            .. modules.SelectMany(module => new[]
            {
                $"Localization/{module}/{culture}.po", $"Localization/{module}-{culture}.po", $"Localization/{culture}/{module}.po",
            }),
            .. root.GetDirectoryContents($"Localization/{culture}").Where(file => file.Name.EndsWith(".po", StringComparison.OrdinalIgnoreCase))
                .Select(file => $"Localization/{culture}/{file.Name}"),
        ];
        foreach (var path in candidates.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (root.GetFileInfo(path) is { Exists: true } file)
            {
                yield return file;
            }
        }
    }

    /// <summary><c>Localization/es.po</c>, and where one file would be too long, <c>Localization/es/people.po</c>.</summary>
    internal static bool IsOf(string path, string culture)
        => path.EndsWith(".po", StringComparison.OrdinalIgnoreCase)
            && (path.Equals($"Localization/{culture}.po", StringComparison.OrdinalIgnoreCase)
                || path.StartsWith($"Localization/{culture}/", StringComparison.OrdinalIgnoreCase));
}
