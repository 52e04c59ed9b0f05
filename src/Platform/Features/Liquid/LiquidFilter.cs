using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>A filter as the engine calls it.</summary>
internal sealed class LiquidFilter(string name, Func<LiquidCall, object?> run) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "value");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var within = (LiquidContext)context;
        try
        {
            var call = new LiquidCall(
                arguments.Count > 0 ? arguments[0] : null,
                arguments.Count > 1 ? [.. arguments.Skip(1)] : [],
                within.Surroundings,
                value => value is null ? string.Empty : within.ObjectToString(value));
            return run(call) switch
            {
                string text => LiquidContext.Checked(text),
                ScriptArray { Count: > LiquidLimits.List } => throw new LiquidLimitException($"A list has more than {LiquidLimits.List} elements."),
                var result => result,
            };
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException or FormatException or ArgumentException)
        {
            throw new ScriptRuntimeException(callerContext?.Span ?? default, $"The filter '{name}' cannot work with this value: {exception.Message}");
        }
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
