using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Microsoft.Extensions.FileProviders;
using PropertySuite.Platform.Json;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary>What scripts of one recipe can ask for.</summary>
/// <param name="Configuration">Reads a configuration key; null if this recipe may not read any.</param>
/// <param name="Files">Where the recipe's companions are; null if it has none.</param>
internal sealed record RecipeScriptContext(
    JsonObject Variables,
    IReadOnlyDictionary<string, object?> Parameters,
    Func<string, string?>? Configuration,
    IFileProvider? Files,
    string BasePath);

/// <summary>
/// Evaluates <c>[js: …]</c> and <c>[file: …]</c> in the texts of a recipe. Texts without these markers never touch an engine;
/// those that have them get little time and memory, and no way out of the recipe.
/// </summary>
internal sealed class RecipeScripts(RecipeScriptContext context, CancellationToken cancellationToken) : IDisposable
{
    private const int MaxUnpackedCharacters = 4 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, JsonNode?> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _evaluating = new(StringComparer.Ordinal);
    private Engine? _engine;

    /// <summary>A copy of the tree in which the scripts are replaced by their values.</summary>
    /// <exception cref="RecipeProblem">A script fails; the place leads to it.</exception>
    public JsonNode? Evaluate(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject jsonObject:
                var copy = new JsonObject();
                foreach (var (name, value) in jsonObject) copy[name] = Evaluate(value, $"{path}.{name}");
                return copy;
            case JsonArray array:
                var items = new JsonArray();
                for (var i = 0; i < array.Count; i++) items.Add(Evaluate(array[i], $"{path}[{i}]"));
                return items;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && TryGetScript(value.GetValue<string>(), out var kind, out var script):
                return Run(kind, script, path);
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>Whether a text is a script: <c>[js: expression]</c> or <c>[file: call]</c>.</summary>
    public static bool TryGetScript(string text, out string kind, out string script)
    {
        kind = script = "";
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length < 5 || trimmed[0] != '[' || trimmed[^1] != ']') return false;
        var inside = trimmed[1..^1].TrimStart();
        kind = inside.StartsWith("js:", StringComparison.OrdinalIgnoreCase) ? "js" : inside.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? "file" : "";
        if (kind.Length == 0) return false;
        script = inside[(kind.Length + 1)..].Trim().ToString();
        return true;
    }

    public void Dispose() => _engine?.Dispose();

    private JsonNode? Run(string kind, string script, string path)
    {
        try
        {
            if (script.Length == 0) throw new RecipeProblem(R["The script is empty."]);
            return kind == "file" ? ReadFile(script) : ToNode(Engine.Evaluate(script));
        }
        catch (RecipeProblem problem)
        {
            throw new RecipeProblem(problem.Words, path, problem);
        }
        catch (JavaScriptException e) when (e.InnerException is RecipeProblem problem)
        {
            throw new RecipeProblem(problem.Words, path, problem);
        }
        catch (Exception e) when (e is JintException or TimeoutException or InsufficientExecutionStackException or FormatException or InvalidDataException or JsonException or ArgumentException or InvalidOperationException)
        {
            throw new RecipeProblem(R["The script \"{0}\" fails: {1}", Shorten(script), e.Message], path, e);
        }
    }

    private Engine Engine
    {
        get
        {
            if (_engine is not null) return _engine;
            var engine = new Engine(options => options
                .Strict()
                .LimitRecursion(64)
                .MaxStatements(20_000)
                .LimitMemory(32_000_000)
                .TimeoutInterval(Patience)
                .RegexTimeoutInterval(Patience)
                .MaxArraySize(100_000)
                .DisableStringCompilation()
                .CancellationToken(cancellationToken));
            engine.SetValue("variables", new Func<string, JsValue>(name => ToValue(engine, Variable(name))));
            engine.SetValue("parameters", new Func<string, object?>(name => context.Parameters.GetValueOrDefault(name)));
            engine.SetValue("configuration", new Func<string, string?, string?>(Configure));
            engine.SetValue("uuid", new Func<string>(OrchardCore.IdGenerator.GenerateId));
            engine.SetValue("base64", new Func<string, string>(text => Encoding.UTF8.GetString(Convert.FromBase64String(text))));
            engine.SetValue("html", new Func<string, string>(text => WebUtility.HtmlDecode(text)));
            engine.SetValue("gzip", new Func<string, string>(Unpack));
            return _engine = engine;
        }
    }

    private JsonNode? Variable(string name)
    {
        if (_variables.TryGetValue(name, out var known)) return known;
        if (!context.Variables.TryGetPropertyValue(name, out var written)) throw new RecipeProblem(R["There is no variable \"{0}\".", name]);
        if (!_evaluating.Add(name)) throw new RecipeProblem(R["The variable \"{0}\" refers to itself.", name]);
        try
        {
            return _variables[name] = Evaluate(written, $"$.variables.{name}");
        }
        finally
        {
            _evaluating.Remove(name);
        }
    }

    private string? Configure(string key, string? defaultValue)
    {
        if (context.Configuration is null) throw new RecipeProblem(R["This recipe cannot read the configuration; only recipes that came with the application can."]);
        return context.Configuration(key) ?? defaultValue;
    }

    private JsonValue? ReadFile(string call)
    {
        var open = call.IndexOf('(', StringComparison.Ordinal);
        var kind = open < 0 ? "" : call[..open].Trim();
        if (kind is not ("text" or "base64") || call.Length < open + 5 || call[^1] != ')' || call[open + 1] is not ('\'' or '"') || call[^2] != call[open + 1])
        {
            throw new RecipeProblem(R["A file is named as [file:text('path')] or [file:base64('path')]."]);
        }
        var path = call[(open + 2)..^2];
        var segments = path.Split('/', '\\');
        if (path.Length == 0 || Path.IsPathRooted(path) || path.Contains(':', StringComparison.Ordinal) || segments.Contains("..")) throw new RecipeProblem(R["\"{0}\" does not stay within the recipe's folder.", path]);
        var file = context.Files?.GetFileInfo(context.BasePath.Length == 0 ? path : $"{context.BasePath.TrimEnd('/')}/{path}");
        if (file is not { Exists: true, IsDirectory: false }) throw new RecipeProblem(R["The file \"{0}\" is not there.", path]);
        if (file.Length > RecipeFile.MaxBytes) throw new RecipeProblem(R["The file \"{0}\" is too large.", path]);
        using var stream = file.CreateReadStream();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return JsonValue.Create(kind == "base64" ? Convert.ToBase64String(content.GetBuffer(), 0, (int)content.Length) : Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length).TrimStart('\uFEFF'));
    }

    private static string Unpack(string base64)
    {
        using var packed = new GZipStream(new MemoryStream(Convert.FromBase64String(base64)), CompressionMode.Decompress);
        using var reader = new StreamReader(packed, Encoding.UTF8);
        var buffer = new char[8192];
        var text = new StringBuilder();
        int read;
        while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            text.Append(buffer, 0, read);
            if (text.Length > MaxUnpackedCharacters) throw new RecipeProblem(R["The packed text is too long."]);
        }
        return text.ToString();
    }

    private static JsValue ToValue(Engine engine, JsonNode? node) => node switch
    {
        null => JsValue.Null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => new JsString(value.GetValue<string>()),
        _ => new Jint.Native.Json.JsonParser(engine).Parse(node.ToJsonString()),
    };

    private JsonNode? ToNode(JsValue value)
    {
        if (value.IsNull() || value.IsUndefined()) return null;
        if (value.IsString()) return JsonValue.Create(value.AsString());
        if (value.IsBoolean()) return JsonValue.Create(value.AsBoolean());
        var json = new Jint.Native.Json.JsonSerializer(Engine).Serialize(value);
        return json.IsString() ? JsonNode.Parse(json.AsString(), JOptions.Node) : throw new RecipeProblem(R["The script gives something that is not JSON."]);
    }

    private static string Shorten(string script) => script.Length <= 80 ? script : script[..80] + "…";
}
