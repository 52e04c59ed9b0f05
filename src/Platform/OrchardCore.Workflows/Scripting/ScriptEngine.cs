#nullable enable
using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using Microsoft.Extensions.FileProviders;
using OrchardCore.Scripting;
using OrchardCore.Workflows.Activities;

namespace PropertySuite.Platform.Workflows;

/// <summary>A script that cannot be evaluated: it is wrong, or went over a limit.</summary>
internal sealed class ScriptException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// JavaScript with little time, memory and depth. Scripts see plain data only: what a method gives them is turned into JSON first, so that
/// no object of ours can be reached through it.
/// </summary>
internal sealed class ScriptEngine : IScriptingEngine
{
    public const int MaxStatements = 50_000;
    public const long MaxMemory = 32_000_000;
    public const int MaxRecursion = 64;
    public const int MaxLength = 100_000;
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MaxPrepared = 500;
    private static readonly ConcurrentDictionary<string, Prepared<Script>> s_prepared = new(StringComparer.Ordinal);

    public string Prefix => "js";

    /// <returns>What is wrong with a script's grammar; null where nothing is.</returns>
    public static string? Check(string script)
    {
        try
        {
            Prepare(script);
            return null;
        }
        catch (ScriptException e)
        {
            return e.Message;
        }
    }

    public object Evaluate(IScriptingScope scope, string script)
    {
        try
        {
            return FromJs(((ScriptScope)scope).Engine.Evaluate(Prepare(script)))!;
        }
        catch (JavaScriptException e)
        {
            throw new ScriptException($"{e.Message} (line {e.Location.Start.Line})", e);
        }
        catch (Exception e) when (e is JintException or TimeoutException or InsufficientExecutionStackException)
        {
            throw new ScriptException($"The script went over its limits: {e.Message}", e);
        }
    }

    public IScriptingScope CreateScope(IEnumerable<GlobalMethod> methods, IServiceProvider serviceProvider, IFileProvider fileProvider, string basePath)
    {
        var engine = new Engine(options =>
        {
            options.Strict()
                .LimitRecursion(MaxRecursion)
                .MaxStatements(MaxStatements)
                .LimitMemory(MaxMemory)
                .TimeoutInterval(Patience)
                .RegexTimeoutInterval(Patience)
                .MaxArraySize(100_000)
                .DisableStringCompilation()
                .AddObjectConverter(PlainData.Instance);
            options.Interop.Enabled = false;
        });
        foreach (var method in methods)
            engine.SetValue(method.Name, method.Method(serviceProvider));
        return new ScriptScope(engine);
    }

    private static Prepared<Script> Prepare(string script)
    {
        if (script.Length > MaxLength)
            throw new ScriptException($"The script is longer than {MaxLength} characters.");
        if (s_prepared.TryGetValue(script, out var known))
            return known;
        try
        {
            var prepared = Engine.PrepareScript(script, strict: true);
            if (s_prepared.Count < MaxPrepared)
                s_prepared[script] = prepared;
            return prepared;
        }
        catch (Exception e) when (e is JintException || e.GetType().Name.Contains("Parse", StringComparison.Ordinal))
        {
            throw new ScriptException(e.Message, e);
        }
    }

    private static object? FromJs(JsValue value)
    {
        if (value.IsNull() || value.IsUndefined())
            return null;
        if (value.IsString())
            return value.AsString();
        if (value.IsBoolean())
            return value.AsBoolean();
        if (value.IsNumber())
            return value.AsNumber() is var number && Math.Floor(number) == number && Math.Abs(number) < 1e15 ? (long)number : number;
        return value.ToObject() is { } date and DateTime ? date : Structured(value);
    }

    private static object? Structured(JsValue value)
    {
        var engine = ((Jint.Native.Object.ObjectInstance)value).Engine;
        var json = new Jint.Native.Json.JsonSerializer(engine).Serialize(value);
        return json.IsString() ? StateValues.FromNode(JsonNode.Parse(json.AsString())) : throw new ScriptException("The script gives something that is not plain data.");
    }

    private sealed class ScriptScope(Engine engine) : IScriptingScope
    {
        public Engine Engine { get; } = engine;
    }

    private sealed class PlainData : IObjectConverter
    {
        public static readonly PlainData Instance = new();

        public bool TryConvert(Engine engine, object value, out JsValue result)
        {
            result = JsValue.Undefined;
            if (value is null or JsValue or Delegate or string or bool or Task || value.GetType().IsPrimitive || value is decimal or DateTime)
                return false;
            var json = value is JsonNode node ? node.ToJsonString() : JsonSerializer.Serialize(value, value.GetType(), ActivityJson.Options);
            result = new Jint.Native.Json.JsonParser(engine).Parse(json);
            return true;
        }
    }
}
