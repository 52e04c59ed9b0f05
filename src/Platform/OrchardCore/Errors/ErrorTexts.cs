using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using OrchardCore.Environment.Shell;
using PropertySuite.Platform.Localization;

namespace PropertySuite.Platform.Errors;

/// <summary>The words of error pages where no site can be asked for its translations.</summary>
internal sealed class ErrorTexts
{
    private static readonly string[] _cultures = ["en", "es", "zh-Hans"];
    private static readonly FrozenDictionary<string, ErrorTexts> _all = _cultures.ToFrozenDictionary(culture => culture, culture => new ErrorTexts(culture));

    private readonly FrozenDictionary<string, string> _texts;

    private ErrorTexts(string culture)
    {
        Culture = culture;
        using var file = typeof(ErrorTexts).Assembly.GetManifestResourceStream($"Errors/{culture}.po");
        _texts = file is null
            ? FrozenDictionary<string, string>.Empty
            : PoParser.Parse(new StreamReader(file)).ToFrozenDictionary(record => record.Key.MessageId, record => record.Translations[0], StringComparer.Ordinal);
    }

    /// <summary>Name of the language, for <c>lang</c>.</summary>
    public string Culture { get; }

    /// <summary>The text in this language; in English where there is none.</summary>
    public string this[string text] => _texts.GetValueOrDefault(text, text);

    /// <summary>What the person has chosen on this site, else what the browser asks for, else English.</summary>
    public static ErrorTexts For(HttpContext context) =>
        _all[(context.Features.Get<ShellSettings>() is { } site ? RequestCulture.Match(RequestCulture.Kept(context.Request.Cookies[RequestCulture.CookieName(context, site)]), _cultures) : null)
            ?? context.Request.GetTypedHeaders().AcceptLanguage
                .Where(language => language.Quality is not 0)
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => RequestCulture.Match(language.Value.Value, _cultures))
                .FirstOrDefault(culture => culture is not null)
            ?? "en"];
}
