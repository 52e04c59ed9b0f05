using System.Globalization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using OrchardCore.Localization;

namespace PropertySuite.Platform.Localization;

/// <summary>Finds texts of one context in the culture of the running request, then in its parents; else the source text stands.</summary>
internal sealed class PoStringLocalizer(ILocalizationManager manager, string? context) : IPluralStringLocalizer
{
    private readonly string? _context = string.IsNullOrEmpty(context) ? null : context.ToLowerInvariant();
    private readonly string? _module = string.IsNullOrEmpty(context) ? null : PoContext.ModuleOf(context);

    public LocalizedString this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            var (text, _) = Find(name, null);
            return new LocalizedString(name, text ?? name, text is null);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var (text, values) = GetTranslation(name, arguments);
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, text.Value, values), text.ResourceNotFound);
        }
    }

    public (LocalizedString, object[]) GetTranslation(string name, params object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plural = arguments is [PluralArguments only] ? only : null;
        var (text, _) = Find(name, plural?.Count);
        return (new LocalizedString(name, text ?? plural?.SourceForm ?? name, text is null), plural?.All ?? arguments);
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            foreach (var record in manager.GetDictionary(culture))
            {
                if ((record.Key.Context is null || record.Key.Context == _context) && seen.Add(record.Key.MessageId))
                {
                    yield return new LocalizedString(record.Key.MessageId, record.Translations[0]);
                }
            }

            if (!includeParentCultures)
            {
                yield break;
            }
        }
    }

    private (string? Text, string? Culture) Find(string name, int? count)
    {
        var withContext = _context is null ? default : CultureDictionaryRecordKey.Of(name, _context);
        var ofModule = _module is null ? default : CultureDictionaryRecordKey.Of(name, _module);
        var plain = CultureDictionaryRecordKey.Of(name, null);
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            var dictionary = manager.GetDictionary(culture);
            if ((_context is not null && dictionary.TryGet(withContext, out var record)) || (_module is not null && dictionary.TryGet(ofModule, out record)) || dictionary.TryGet(plain, out record))
            {
                var form = count is null ? 0 : Math.Clamp(dictionary.PluralRule(count.Value), 0, record.Translations.Length - 1);
                return (record.Translations[form], dictionary.CultureName);
            }
        }

        return default;
    }
}

/// <summary>The same for texts with markup; arguments are encoded when written.</summary>
internal sealed class PoHtmlLocalizer(IPluralStringLocalizer localizer) : HtmlLocalizer(localizer)
{
    public override LocalizedHtmlString this[string name, params object[] arguments]
    {
        get
        {
            var (text, values) = localizer.GetTranslation(name, arguments);
            return new LocalizedHtmlString(name, text.Value, text.ResourceNotFound, values);
        }
    }
}

internal sealed class PoStringLocalizerFactory(ILocalizationManager manager) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new PoStringLocalizer(manager, PoContext.Of(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new PoStringLocalizer(manager, PoContext.Of(baseName, location));
}

internal sealed class PoHtmlLocalizerFactory(ILocalizationManager manager) : IHtmlLocalizerFactory
{
    public IHtmlLocalizer Create(Type resourceSource) => new PoHtmlLocalizer(new PoStringLocalizer(manager, PoContext.Of(resourceSource)));

    public IHtmlLocalizer Create(string baseName, string location)
        => new PoHtmlLocalizer(new PoStringLocalizer(manager, PoContext.Of(baseName, location)));
}

/// <summary>Names the context of a text as a .po file writes it.</summary>
internal static class PoContext
{
    /// <summary>Under which a module keeps its own words that have no context: no context is called so, since none is as short.</summary>
    /// <param name="name">The module's id, or a context within it.</param>
    public static string ModuleOf(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var second = dot < 0 ? -1 : name.IndexOf('.', dot + 1);
        return "*" + (second < 0 ? name : name[..second]).ToLowerInvariant();
    }

    public static string Of(Type type)
    {
        // A generic type is named without its arguments, a nested one with a dot.
        var name = type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return (tick < 0 ? name : name[..tick]).Replace('+', '.');
    }

    /// <param name="baseName">Dotted path of a view without extension, with or without the application's name in front.</param>
    public static string Of(string baseName, string? location)
    {
        var name = baseName.Replace('/', '.').Trim('.');
        if (!string.IsNullOrEmpty(location) && name.StartsWith(location + ".", StringComparison.OrdinalIgnoreCase))
        {
            name = name[(location.Length + 1)..];
        }

        return name.StartsWith("Areas.", StringComparison.OrdinalIgnoreCase) ? name["Areas.".Length..] : name;
    }
}
