using System.Collections.Concurrent;
using PropertySuite.Platform.Liquid;
using Scriban;
using Scriban.Parsing;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>Templates as parsed and checked, by their text; shared by all sites with the same features.</summary>
internal sealed class LiquidTemplates
{
    private static readonly ParserOptions s_parser = new() { ExpressionDepthLimit = LiquidLimits.Nesting, ParseFloatAsDecimal = true };

    private readonly ConcurrentDictionary<string, Parsed> _parsed = new(StringComparer.Ordinal);

    public Parsed Get(string text)
    {
        if (_parsed.TryGetValue(text, out var known))
            return known;

        var parsed = Parse(text);

        // Rarely reached; then beginning anew is cheaper than to remember what was used when.
        if (_parsed.Count >= LiquidLimits.Kept)
            _parsed.Clear();
        return _parsed.GetOrAdd(text, parsed);
    }

    private static Parsed Parse(string text)
    {
        if (LiquidCheck.BeforeParsing(text) is { } error)
            return new(null, [error]);
        try
        {
            var template = Template.ParseLiquid(text, parserOptions: s_parser);
            var errors = LiquidCheck.Of(template, text);
            return errors.Count == 0 ? new(template, []) : new(null, errors);
        }
        catch (InvalidOperationException exception)
        {
            return new(null, [new(0, 0, exception.Message)]);
        }
    }

    /// <param name="Template">Null where it is wrong.</param>
    internal sealed record Parsed(Template? Template, IReadOnlyList<LiquidError> Errors);
}
