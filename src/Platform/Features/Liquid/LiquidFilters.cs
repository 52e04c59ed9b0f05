using PropertySuite.Platform.Features.Liquid.Filters;
using Scriban.Runtime;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>Everything that a template can call. There is nothing else: no function of the engine's own is reachable.</summary>
internal static class LiquidFilters
{
    private static readonly Dictionary<string, Func<LiquidCall, object?>> s_all = new(StringComparer.Ordinal);

    static LiquidFilters()
    {
        TextFilters.Add(s_all);
        NumberFilters.Add(s_all);
        ListFilters.Add(s_all);
        TimeFilters.Add(s_all);
        SiteFilters.Add(s_all);
        Names = [.. s_all.Keys.Order(StringComparer.Ordinal)];

        Functions = new ScriptObject();
        foreach (var (name, run) in s_all)
            Functions.SetValue(name, new LiquidFilter(name, run), readOnly: true);
        Functions.SetValue("empty", EmptyScriptObject.Default, readOnly: true);
        Functions.SetValue("blank", EmptyScriptObject.Default, readOnly: true);
        Functions.IsReadOnly = true;
    }

    public static IReadOnlyList<string> Names { get; }

    public static ScriptObject Functions { get; }

    public static bool Has(string name) => s_all.ContainsKey(name);
}
