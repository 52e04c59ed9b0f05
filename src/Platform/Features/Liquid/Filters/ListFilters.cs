using System.Globalization;
using Scriban.Runtime;

namespace PropertySuite.Platform.Features.Liquid.Filters;

internal static class ListFilters
{
    public static void Add(IDictionary<string, Func<LiquidCall, object?>> filters)
    {
        filters["size"] = call => call.Input switch { ScriptArray list => list.Count, LiquidView view => view.Count, null => 0, _ => call.Text.Length };
        filters["first"] = call => call.List is [var first, ..] ? first : null;
        filters["last"] = call => call.List is [.., var last] ? last : null;
        filters["join"] = call => Join(call);
        filters["reverse"] = call => Of(call.List.Reverse());
        filters["compact"] = call => Of(call.List.Where(element => element is not null));
        filters["concat"] = call => Of(call.Argument(0) is ScriptArray more ? call.List.Concat(more) : call.List);
        filters["map"] = call => Of(call.List.Select(element => Member(element, call.TextOf(0))));
        filters["where"] = call => Of(call.List.Where(element => call.Arguments.Count > 1
            ? AreEqual(Member(element, call.TextOf(0)), call.Argument(1))
            : Member(element, call.TextOf(0)) is not (null or false)));
        filters["uniq"] = call => Of(call.List.DistinctBy(element => call.Write(element), StringComparer.Ordinal));
        filters["sort"] = call => Of(Sorted(call, StringComparer.Ordinal));
        filters["sort_natural"] = call => Of(Sorted(call, StringComparer.Create(call.At.Culture, ignoreCase: true)));
        filters["sum"] = call => LiquidNumber.Box(
            call.List.Sum(element => LiquidNumber.Of(call.Arguments.Count > 0 ? Member(element, call.TextOf(0)) : element) ?? 0), whole: true);
        filters["slice"] = Slice;
        filters["default"] = call => call.Input is null or false or "" or ScriptArray { Count: 0 } ? call.Argument(0) : call.Input;
    }

    private static ScriptArray Of(IEnumerable<object?> values) => new(values.Take(LiquidLimits.List + 1).Cast<object>());

    private static object? Member(object? element, string name)
    {
        foreach (var step in name.Split('.'))
            element = (element as LiquidView)?.Get(step);
        return element;
    }

    private static bool AreEqual(object? left, object? right) =>
        LiquidNumber.Of(left) is { } one && LiquidNumber.Of(right) is { } other ? one == other : Equals(left, right);

    private static IEnumerable<object?> Sorted(LiquidCall call, IComparer<string> texts)
    {
        object? Key(object? element) => call.Arguments.Count > 0 ? Member(element, call.TextOf(0)) : element;
        return call.List
            .OrderBy(element => Key(element) is null)
            .ThenBy(element => LiquidNumber.Of(Key(element)) ?? decimal.MaxValue)
            .ThenBy(element => Key(element) is DateTime or DateTimeOffset or DateOnly ? LiquidTimes.Local(Key(element), call.At)!.Value.UtcTicks : 0)
            .ThenBy(element => call.Write(Key(element)), texts);
    }

    private static string Join(LiquidCall call)
    {
        var by = call.TextOf(0, " ");
        var texts = call.List.Select(call.Write).ToArray();
        return texts.Sum(text => (long)text.Length + by.Length) > LiquidLimits.Output
            ? throw new LiquidLimitException($"A text is longer than {LiquidLimits.Output.ToString(CultureInfo.InvariantCulture)} characters.")
            : string.Join(by, texts);
    }

    private static object? Slice(LiquidCall call)
    {
        var count = call.Input is ScriptArray list ? list.Count : call.Text.Length;
        var from = call.WholeOf(0);
        from = Math.Clamp(from < 0 ? count + from : from, 0, count);
        var length = Math.Clamp(call.WholeOf(1, 1), 0, count - from);
        return call.Input is ScriptArray ? Of(call.List.Skip(from).Take(length)) : call.Text.Substring(from, length);
    }
}
