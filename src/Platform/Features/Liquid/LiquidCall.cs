using System.Globalization;
using Scriban.Runtime;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>One use of a filter: what stands before the bar, and what stands after the colon.</summary>
internal sealed record LiquidCall(object? Input, IReadOnlyList<object?> Arguments, LiquidSurroundings At, Func<object?, string> Write)
{
    public string Text => Write(Input);

    public IReadOnlyList<object?> List => Input switch
    {
        null => [],
        ScriptArray list => [.. list],
        _ => [Input],
    };

    public object? Argument(int index) => index < Arguments.Count ? Arguments[index] : null;

    public string TextOf(int index, string otherwise = "") => Argument(index) is { } value ? Write(value) : otherwise;

    public int WholeOf(int index, int otherwise = 0) =>
        LiquidNumber.Of(Argument(index)) is { } number ? (int)Math.Clamp(decimal.Truncate(number), int.MinValue, int.MaxValue) : otherwise;

    public decimal NumberOf(int index, decimal otherwise = 0) => LiquidNumber.Of(Argument(index)) ?? otherwise;
}

/// <summary>Numbers as templates have them: whole numbers stay whole.</summary>
internal static class LiquidNumber
{
    public static decimal? Of(object? value)
    {
        try
        {
            return value switch
            {
                int or long or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
                double number => double.IsFinite(number) ? (decimal)number : null,
                string text => Parse(text),
                WrittenText written => Parse(written.Text),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static bool IsWhole(object? value) =>
        value is int or long || (value is string text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));

    public static object Box(decimal number, bool whole) =>
        whole && decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue ? (long)number : number;

    private static decimal? Parse(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
