using System.Text.RegularExpressions;
using PropertySuite.Platform.Liquid;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>
/// Goes through a parsed template and lets pass what Liquid has: the engine knows more (functions, imports, inclusion of files,
/// evaluation of text), and what is not listed here is refused.
/// </summary>
internal sealed partial class LiquidCheck : ScriptVisitor
{
    private readonly List<LiquidError> _errors = [];

    /// <summary>What is wrong with a text before it is parsed: the parser goes as deep as the text does.</summary>
    public static LiquidError? BeforeParsing(string text)
    {
        if (text.Length > LiquidLimits.Template)
            return new(0, 0, $"The template is longer than {LiquidLimits.Template} characters.");

        var depth = 0;
        foreach (var tag in Tags().EnumerateMatches(text))
        {
            depth += text.AsSpan(tag.Index, tag.Length).Contains("end", StringComparison.Ordinal) ? -1 : 1;
            if (depth > LiquidLimits.Nesting)
            {
                var (line, column) = PlaceOf(text, tag.Index);
                return new(line, column, $"More than {LiquidLimits.Nesting} tags lie within each other.");
            }
        }

        return null;
    }

    public static IReadOnlyList<LiquidError> Of(Template template, string text)
    {
        if (template.HasErrors)
        {
            // What is missing at the end has no place of its own.
            var (line, column) = PlaceOf(text, text.Length);
            return
            [
                .. template.Messages.Where(message => message.Type == ParserMessageType.Error)
                    .Select(message => message.Span.Start.Line < 0 ? new LiquidError(line, column, message.Message) : At(message.Span, message.Message)),
            ];
        }

        var check = new LiquidCheck();
        check.Visit(template.Page);
        return check._errors;
    }

    public static LiquidError At(SourceSpan span, string message) => new(span.Start.Line + 1, span.Start.Column + 1, message);

    public override void Visit(ScriptNode? node)
    {
        switch (node)
        {
            case null:
                return;
            case ScriptFunctionCall call:
                CheckFilter(call);
                return;
            case ScriptPipeCall pipe:
                Visit(pipe.From);
                CheckFilter(pipe.To);
                return;
            case ScriptBinaryExpression binary when !IsKnown(binary.Operator):
                Refuse(binary);
                return;
            case ScriptAssignExpression { Target: not ScriptVariableGlobal } or ScriptCaptureStatement { Target: not ScriptVariableGlobal }:
                Refuse(node);
                return;
        }

        if (!IsKnown(node))
        {
            Refuse(node);
            return;
        }

        base.Visit(node);
    }

    /// <summary>What stands behind a bar: a filter, or a filter and all that stands behind the next bar.</summary>
    private void CheckFilter(ScriptNode? node)
    {
        switch (node)
        {
            case ScriptPipeCall pipe:
                CheckFilter(pipe.From);
                CheckFilter(pipe.To);
                break;
            case ScriptFunctionCall { Target: ScriptVariable name } call:
                CheckName(name);
                foreach (var argument in call.Arguments)
                    Visit(argument);
                break;
            case ScriptVariable name:
                CheckName(name);
                break;
            case not null:
                Refuse(node);
                break;
        }
    }

    private void CheckName(ScriptVariable name)
    {
        if (!LiquidFilters.Has(name.BaseName))
            _errors.Add(At(name.Span, $"'{name.BaseName}' is no filter and no tag."));
    }

    private void Refuse(ScriptNode node) => _errors.Add(At(node.Span, "This cannot be used in a template."));

    private static bool IsKnown(ScriptNode node) => node is
        ScriptPage or ScriptBlockStatement or ScriptRawStatement or ScriptEscapeStatement or ScriptExpressionStatement or ScriptEndStatement or ScriptNopStatement
        or ScriptIfStatement or ScriptElseStatement or ScriptCaseStatement or ScriptWhenStatement or ScriptForStatement or ScriptBreakStatement or ScriptContinueStatement
        or ScriptCaptureStatement or ScriptAssignExpression or ScriptPipeCall or ScriptFunctionCall or ScriptNamedArgument
        or ScriptBinaryExpression or ScriptUnaryExpression or ScriptLiteral or ScriptMemberExpression or ScriptIndexerExpression or ScriptNestedExpression or ScriptIsEmptyExpression
        or ScriptVariable or ScriptIdentifier or ScriptToken or ScriptKeyword or ScriptList or ScriptArrayInitializerExpression;

    private static bool IsKnown(ScriptBinaryOperator by) => by is
        ScriptBinaryOperator.Or or ScriptBinaryOperator.And
        or ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual
        or ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareLessOrEqual
        or ScriptBinaryOperator.CompareGreater or ScriptBinaryOperator.CompareGreaterOrEqual
        or ScriptBinaryOperator.LiquidContains or ScriptBinaryOperator.LiquidStartsWith or ScriptBinaryOperator.LiquidEndsWith
        or ScriptBinaryOperator.LiquidHasKey or ScriptBinaryOperator.LiquidHasValue
        or ScriptBinaryOperator.RangeInclude;

    private static (int Line, int Column) PlaceOf(string text, int index)
    {
        var before = text.AsSpan(0, index);
        return (before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    [GeneratedRegex(@"\{%-?\s*(end)?(if|unless|for|case|capture|tablerow|ifchanged|comment|raw)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
