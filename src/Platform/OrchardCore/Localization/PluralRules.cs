using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OrchardCore.Localization;

namespace PropertySuite.Platform.Localization;

/// <summary>The plural forms of the languages that gettext knows best; every other language has two, like English.</summary>
internal sealed class PluralRules : IPluralRuleProvider
{
    private static readonly PluralizationRuleDelegate None = _ => 0;
    private static readonly PluralizationRuleDelegate NotOne = count => count == 1 ? 0 : 1;
    private static readonly PluralizationRuleDelegate MoreThanOne = count => count > 1 ? 1 : 0;
    private static readonly PluralizationRuleDelegate EastSlavic = count => (count % 10, count % 100) switch
    {
        (1, not 11) => 0,
        ( >= 2 and <= 4, < 12 or > 14) => 1,
        _ => 2,
    };

    private static readonly PluralizationRuleDelegate Polish = count => count == 1 ? 0 : (count % 10, count % 100) switch
    {
        ( >= 2 and <= 4, < 12 or > 14) => 1,
        _ => 2,
    };

    private static readonly PluralizationRuleDelegate Czech = count => count == 1 ? 0 : count is >= 2 and <= 4 ? 1 : 2;

    private static readonly PluralizationRuleDelegate Arabic = count => count switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        _ when count % 100 is >= 3 and <= 10 => 3,
        _ when count % 100 >= 11 => 4,
        _ => 5,
    };

    public int Order => 0;

    public bool TryGetRule(CultureInfo culture, [NotNullWhen(true)] out PluralizationRuleDelegate? rule)
    {
        rule = culture.Name == "pt-BR" ? MoreThanOne : culture.TwoLetterISOLanguageName switch
        {
            "zh" or "ja" or "ko" or "vi" or "th" or "id" or "ms" or "lo" or "my" => None,
            "fr" or "tr" => MoreThanOne,
            "ru" or "uk" or "be" or "sr" or "hr" or "bs" => EastSlavic,
            "pl" => Polish,
            "cs" or "sk" => Czech,
            "ar" => Arabic,
            _ => NotOne,
        };
        return true;
    }
}
