using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;

namespace OrchardCore.Localization;

public interface ILocalizationService
{
    Task<string> GetDefaultCultureAsync();

    Task<string[]> GetSupportedCulturesAsync();

    static CultureInfo[] GetAllCulturesAndAliases() => CultureInfo.GetCultures(CultureTypes.AllCultures);
}

public interface ILocalizationManager
{
    /// <returns>The culture's own texts, without its parents'.</returns>
    CultureDictionary GetDictionary(CultureInfo culture);
}

public interface ITranslationProvider
{
    void LoadTranslations(string cultureName, CultureDictionary dictionary);
}

public interface ILocalizationFileLocationProvider
{
    /// <returns>Files from the weakest to the strongest: a later one overrides.</returns>
    IEnumerable<IFileInfo> GetLocations(string cultureName);
}

/// <summary>Which form of a text goes with a number, counted from 0.</summary>
public delegate int PluralizationRuleDelegate(int count);

public interface IPluralRuleProvider
{
    int Order { get; }

    bool TryGetRule(CultureInfo culture, [NotNullWhen(true)] out PluralizationRuleDelegate? rule);
}

/// <summary>A localizer that picks among the forms of a text by a number.</summary>
public interface IPluralStringLocalizer : IStringLocalizer
{
    (LocalizedString, object[]) GetTranslation(string name, params object[] arguments);
}

/// <summary>A text of a source and the forms of its translation.</summary>
public class CultureDictionaryRecord
{
    public CultureDictionaryRecord(string messageId, params string[] translations)
        : this(messageId, null, translations)
    {
    }

    public CultureDictionaryRecord(string messageId, string? context, string[] translations)
    {
        Key = new CultureDictionaryRecordKey(messageId, context);
        Translations = translations;
    }

    public CultureDictionaryRecordKey Key { get; }

    public string[] Translations { get; }
}

/// <summary>A text of the source, and the full name of the localizer's type or the dotted path of the view it stands in.</summary>
public readonly record struct CultureDictionaryRecordKey
{
    public CultureDictionaryRecordKey(string messageId, string? context = null)
    {
        MessageId = messageId;
        Context = string.IsNullOrEmpty(context) ? null : context.ToLowerInvariant();
    }

    public string MessageId { get; }

    /// <summary>In lower case; null: any context.</summary>
    public string? Context { get; private init; }

    /// <param name="lowerCaseContext">Is not lowered again: this runs for every text of a page.</param>
    internal static CultureDictionaryRecordKey Of(string messageId, string? lowerCaseContext)
        => new(messageId) { Context = lowerCaseContext };
}

/// <summary>The texts of one culture.</summary>
public class CultureDictionary : IEnumerable<CultureDictionaryRecord>
{
    private readonly Dictionary<CultureDictionaryRecordKey, CultureDictionaryRecord> _records = [];

    public CultureDictionary(string cultureName, PluralizationRuleDelegate pluralRule)
    {
        CultureName = cultureName;
        PluralRule = pluralRule;
    }

    public string CultureName { get; }

    public PluralizationRuleDelegate PluralRule { get; }

    /// <summary>Adds records; one that is there already is replaced.</summary>
    public void MergeTranslations(IEnumerable<CultureDictionaryRecord> records)
    {
        foreach (var record in records)
        {
            _records[record.Key] = record;
        }
    }

    public bool TryGet(CultureDictionaryRecordKey key, [NotNullWhen(true)] out CultureDictionaryRecord? record)
        => _records.TryGetValue(key, out record);

    public IEnumerator<CultureDictionaryRecord> GetEnumerator() => _records.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
