using System.Globalization;

namespace PropertySuite.Core;

/// <summary>An amount of a currency. Exact: no amount is ever kept as a floating figure.</summary>
/// <param name="Amount">The amount; may be negative in a difference.</param>
/// <param name="Currency">Code of three letters, such as <c>EUR</c>.</param>
public sealed record Money(decimal Amount, string Currency)
{
    private static readonly HashSet<string> WithoutPlaces = new(["JPY", "KRW", "CLP", "VND", "ISK"], StringComparer.Ordinal);

    /// <summary>How many decimals the currency has: 2 for most.</summary>
    public static int PlacesOf(string currency) => WithoutPlaces.Contains(currency) ? 0 : 2;

    /// <summary>Whether an amount has no more decimals than the currency.</summary>
    public static bool IsWhole(decimal amount, string currency) => decimal.Round(amount, PlacesOf(currency)) == amount;

    /// <summary>The amount in the currency's smallest coin: what index tables sort and add.</summary>
    public long InCoins => (long)(Amount * (PlacesOf(Currency) == 0 ? 1 : 100));

    /// <summary>The opposite of <see cref="InCoins"/>.</summary>
    public static Money OfCoins(long coins, string currency) => new(coins / (PlacesOf(currency) == 0 ? 1m : 100m), currency);

    /// <summary>The amount for the reader: <c>1.360,00 €</c>.</summary>
    public override string ToString() =>
        Amount.ToString("N" + PlacesOf(Currency), CultureInfo.CurrentCulture) + "\u00A0" + Sign(Currency);

    /// <summary>Reads an amount as people write it: <c>80</c>, <c>194,78</c>, <c>1.360,00 €</c>, <c>1,360.00</c>.</summary>
    /// <returns>Null when the text is no amount, or has more decimals than the currency.</returns>
    public static decimal? Read(string? text, string currency)
    {
        var typed = (text ?? "").Trim().Replace(Sign(currency), "", StringComparison.Ordinal).Replace(currency, "", StringComparison.OrdinalIgnoreCase)
            .Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
        if (typed.Length is 0 or > 16 || typed.Any(c => !char.IsAsciiDigit(c) && c is not (',' or '.')))
        {
            return null;
        }

        // The last sign parts the decimals when one or two digits follow it; three are thousands.
        var at = typed.LastIndexOfAny([',', '.']);
        var decimals = at >= 0 && typed.Length - at - 1 is 1 or 2 ? typed[(at + 1)..] : "";
        var whole = (decimals.Length > 0 ? typed[..at] : typed).Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return decimals.Length <= PlacesOf(currency)
            && decimal.TryParse($"{(whole.Length == 0 ? "0" : whole)}.{(decimals.Length == 0 ? "0" : decimals)}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                ? amount
                : null;
    }

    private static string Sign(string currency) => currency switch
    {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "CNY" => "¥",
        _ => currency,
    };
}
