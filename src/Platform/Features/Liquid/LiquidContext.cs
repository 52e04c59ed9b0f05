using System.Globalization;
using System.Text.Encodings.Web;
using OrchardCore.ContentManagement;
using PropertySuite.Platform.Liquid;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;

namespace PropertySuite.Platform.Features.Liquid;

/// <summary>Where a template is rendered: for which reader, at which place, at which moment.</summary>
/// <param name="Encoder">Encodes values; null for plain text.</param>
internal sealed record LiquidSurroundings(TextEncoder? Encoder, CultureInfo Culture, TimeZoneInfo Zone, DateTime NowUtc, IServiceProvider Services);

/// <summary>One rendering of one template, within the limits.</summary>
internal sealed class LiquidContext : TemplateContext
{
    private int _turns;

    public LiquidContext(LiquidSurroundings surroundings, ScriptObject filters, CancellationToken cancellation)
        : base(filters)
    {
        Surroundings = surroundings;
        Language = ScriptLang.Liquid;
        CancellationToken = cancellation;
        LoopLimit = LiquidLimits.Loops;
        RecursiveLimit = LiquidLimits.Nesting * 4;
        ObjectRecursionLimit = LiquidLimits.Depth;
        LimitToString = LiquidLimits.Output;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OutputLimit = LiquidLimits.Output;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        StrictVariables = false;
        EnableRelaxedTargetAccess = true;
        EnableRelaxedMemberAccess = true;
        EnableRelaxedIndexerAccess = true;
        EnableBreakAndContinueAsReturnOutsideLoop = true;
        AutoIndent = false;
        PushCulture(surroundings.Culture);
    }

    public LiquidSurroundings Surroundings { get; }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        if (textAsObject is null)
            return this;
        var text = ObjectToString(textAsObject, nested: false);
        Write(textAsObject is WrittenText || Surroundings.Encoder is not { } encoder ? text : encoder.Encode(text));
        return this;
    }

    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (scriptNode is not ScriptCaptureStatement capture)
            return base.Evaluate(scriptNode, aliasReturnedFunction);

        // What was captured has been encoded piece by piece, and is not encoded again where it is written.
        PushOutput();
        string text;
        try
        {
            Evaluate(capture.Body!);
        }
        finally
        {
            text = PopOutput().ToString() ?? string.Empty;
        }

        SetValue(capture.Target!, Surroundings.Encoder is null ? Checked(text) : new WrittenText(Checked(text)));
        return null;
    }

    /// <inheritdoc/>
    public override string ObjectToString(object? value, bool nested = false) => value switch
    {
        null => string.Empty,
        string text => text,
        WrittenText written => written.Text,
        bool truth => truth ? "true" : "false",
        DateTime or DateTimeOffset or DateOnly or TimeOnly => LiquidTimes.Write(value, Surroundings),
        int or long or double or decimal => Convert.ToString(value, Surroundings.Culture) ?? string.Empty,
        ScriptArray list => Checked(string.Concat(list.Select(element => ObjectToString(element!, nested: true)))),
        LiquidView view => Checked(LiquidJson.Write(view)),
        _ => string.Empty,
    };

    /// <summary>A text that is not longer than what may come out at all.</summary>
    public static string Checked(string text) =>
        text.Length <= LiquidLimits.Output ? text : throw new LiquidLimitException($"A text is longer than {LiquidLimits.Output} characters.");

    /// <inheritdoc/>
    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        if (++_turns > LiquidLimits.Loops)
            throw new LiquidLimitException($"The loops take more than {LiquidLimits.Loops} turns together.");
        return base.OnStepLoop(loop);
    }

    /// <inheritdoc/>
    protected override IObjectAccessor GetMemberAccessorImpl(object target) => target switch
    {
        LiquidView or ScriptObject or EmptyScriptObject or ScriptArray => base.GetMemberAccessorImpl(target)!,
        string => StringAccessor.Default,
        IScriptObject loop when loop.GetType().Name.EndsWith("LoopState", StringComparison.Ordinal) => LiquidLoop.Accessor,
        IScriptObject => base.GetMemberAccessorImpl(target)!,
        _ => Closed.Accessor,
    };

    /// <summary>Whatever got here by mistake has no members.</summary>
    private class Closed : IObjectAccessor
    {
        public static readonly Closed Accessor = new();

        public bool HasIndexer => false;

        public Type IndexType => typeof(object);

        public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;

        public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];

        public virtual bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => false;

        public virtual bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value)
        {
            value = null!;
            return false;
        }

        public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

        public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value)
        {
            value = null!;
            return false;
        }

        public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
    }

    /// <summary>Where a loop is. Liquid counts from one, and the engine from nought.</summary>
    private sealed class LiquidLoop : Closed
    {
        public static new readonly LiquidLoop Accessor = new();

        public override bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => TryGetValue(context, span, target, member, out _);

        public override bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value)
        {
            var (name, offset) = member switch
            {
                "index" or "rindex" => (member, 1),
                "index0" => ("index", 0),
                "rindex0" => ("rindex", 0),
                _ => (member, 0),
            };
            if (!((IScriptObject)target).TryGetValue(context, span, name, out value!))
                return false;
            if (value is int number)
                value = number + offset;
            return true;
        }
    }
}
