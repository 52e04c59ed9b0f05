using System.Collections.Concurrent;
using System.Globalization;

namespace PropertySuite.Platform.Features.Liquid.Filters;

internal static class NumberFilters
{
    private static readonly ConcurrentDictionary<string, (string Symbol, int Digits)> s_currencies = new(StringComparer.Ordinal);

    public static void Add(IDictionary<string, Func<LiquidCall, object?>> filters)
    {
        filters["plus"] = call => Both(call, (left, right) => left + right);
        filters["minus"] = call => Both(call, (left, right) => left - right);
        filters["times"] = call => Both(call, (left, right) => left * right);
        filters["divided_by"] = call => Both(call, (left, right) =>
            LiquidNumber.IsWhole(call.Input) && LiquidNumber.IsWhole(call.Argument(0)) ? Math.Floor(left / right) : left / right);
        filters["modulo"] = call => Both(call, (left, right) => left - right * Math.Floor(left / right));
        filters["at_least"] = call => Both(call, Math.Max);
        filters["at_most"] = call => Both(call, Math.Min);
        filters["abs"] = call => One(call, Math.Abs);
        filters["ceil"] = call => LiquidNumber.Box(Math.Ceiling(Input(call)), whole: true);
        filters["floor"] = call => LiquidNumber.Box(Math.Floor(Input(call)), whole: true);
        filters["round"] = call =>
        {
            var digits = Math.Clamp(call.WholeOf(0), 0, 12);
            return LiquidNumber.Box(Math.Round(Input(call), digits, MidpointRounding.AwayFromZero), whole: digits == 0);
        };
        filters["format_number"] = call => LiquidNumber.Of(call.Input) is { } number ? number.ToString(Bounded(call.TextOf(0, "N")), call.At.Culture) : call.Text;
        filters["money"] = Money;
    }

    private static object Both(LiquidCall call, Func<decimal, decimal, decimal> reckon) =>
        LiquidNumber.Box(reckon(Input(call), call.NumberOf(0)), LiquidNumber.IsWhole(call.Input ?? 0L) && LiquidNumber.IsWhole(call.Argument(0) ?? 0L));

    private static object One(LiquidCall call, Func<decimal, decimal> reckon) => LiquidNumber.Box(reckon(Input(call)), LiquidNumber.IsWhole(call.Input));

    private static decimal Input(LiquidCall call) => LiquidNumber.Of(call.Input) ?? 0;

    // A width such as N999999999 would write that many digits.
    private static string Bounded(string format) => format.Length <= 12 && !format.Any(c => char.IsAsciiDigit(c) && format.Count(char.IsAsciiDigit) > 2)
        ? format
        : throw new FormatException("The format is too long.");

    /// <summary>An amount in the reader's way of writing: of a number with a currency's code, or of an object with amount and currency.</summary>
    private static object? Money(LiquidCall call)
    {
        var amount = call.Input;
        var code = call.TextOf(0);
        if (amount is LiquidView view)
        {
            code = code.Length > 0 ? code : (view.Get("Currency") ?? view.Get("currency")) as string ?? string.Empty;
            amount = view.Get("Amount") ?? view.Get("amount");
        }

        if (LiquidNumber.Of(amount) is not { } number)
            return string.Empty;
        code = code.ToUpperInvariant();
        var (symbol, digits) = s_currencies.GetOrAdd(code.Length == 3 ? code : string.Empty, Find);
        var format = (NumberFormatInfo)call.At.Culture.NumberFormat.Clone();
        format.CurrencySymbol = symbol;
        format.CurrencyDecimalDigits = digits;
        return number.ToString("C", format).Trim();
    }

    // The signs that everybody knows; other currencies go by their codes.
    private static string SymbolOf(string code) => code switch { "EUR" => "€", "GBP" => "£", "USD" => "$", "CNY" or "JPY" => "¥", _ => code };

    private static (string Symbol, int Digits) Find(string code)
    {
        if (code.Length == 0)
            return (string.Empty, 2);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            if (culture.Name.Length > 0 && new RegionInfo(culture.Name) is var region && region.ISOCurrencySymbol == code)
                return (SymbolOf(code), culture.NumberFormat.CurrencyDecimalDigits);
        }

        return (SymbolOf(code), 2);
    }
}
