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

    /// <param name="module">Whose file it is: its words without a context come first in its own pages, whatever other modules call the same; null for words of everybody.</param>
    public void Merge(CultureDictionary dictionary, IFileInfo file, string? module = null)
    {
        try
        {
            using var reader = new StreamReader(file.CreateReadStream());
            var records = PoParser.Parse(reader).ToList();
            dictionary.MergeTranslations(records);
            if (module is not null)
            {
                dictionary.MergeTranslations(records.Where(record => record.Key.Context is null).Select(record => new CultureDictionaryRecord(record.Key.MessageId, PoContext.ModuleOf(module), record.Translations)));
            }
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
        foreach (var (module, file) in FilesOf(culture.Name))
        {
            Merge(dictionary, file, module);
        }

        return dictionary;
    }

    /// <summary>Modules first, then what the host says, which overrides them.</summary>
    private IEnumerable<(string? Module, IFileInfo File)> FilesOf(string culture)
    {
        var modules = extensions.GetExtensions().Select(extension => extension.Id).Distinct(StringComparer.Ordinal).ToArray();
        foreach (var module in modules)
        {
            var own = files.Of(module);
            foreach (var path in files.Paths(module).Where(path => IsOf(path, culture)))
            {
                yield return (module, own.GetFileInfo(path));
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
                yield return (null, file);
            }
        }
    }

    /// <summary><c>Localization/es.po</c>, and where one file would be too long, <c>Localization/es/people.po</c>.</summary>
    internal static bool IsOf(string path, string culture)
        => path.EndsWith(".po", StringComparison.OrdinalIgnoreCase)
            && (path.Equals($"Localization/{culture}.po", StringComparison.OrdinalIgnoreCase)
                || path.StartsWith($"Localization/{culture}/", StringComparison.OrdinalIgnoreCase));
}
