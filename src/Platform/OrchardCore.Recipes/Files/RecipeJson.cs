using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PropertySuite.Platform.Json;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary>An object of a recipe that knows its place and is read strictly: names without case, values of the right kind or a problem.</summary>
internal sealed class RecipeJson(JsonObject node, string path)
{
    private Dictionary<string, string>? _names;

    public JsonObject Node => node;

    public string Path => path;

    public bool Has(string name) => Names.ContainsKey(name);

    /// <summary>Where a property is, or would be.</summary>
    public string PathOf(string name) => $"{path}{Suffix(Names.GetValueOrDefault(name, name))}";

    /// <exception cref="RecipeProblem">There is a property with another name.</exception>
    public void AllowOnly(params string[] names)
    {
        foreach (var (known, actual) in Names)
        {
            if (!names.Contains(known, StringComparer.OrdinalIgnoreCase)) throw new RecipeProblem(R["\"{0}\" is not known here; known are {1}.", actual, string.Join(", ", names)], $"{path}{Suffix(actual)}");
        }
    }

    /// <summary>The text of a property; null if it is missing or null.</summary>
    public string? Text(string name) => Value(name) switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => throw Wrong(name, R["text"], other),
    };

    public string RequiredText(string name) =>
        Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw new RecipeProblem(R["\"{0}\" is needed here, and it cannot be empty.", name], PathOf(name));

    public bool Flag(string name, bool defaultValue = false) => Value(name) switch
    {
        null => defaultValue,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        var other => throw Wrong(name, R["true or false"], other),
    };

    public DateTime? Instant(string name)
    {
        if (Text(name) is not { Length: > 0 } text) return null;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new RecipeProblem(R["\"{0}\" is not a time, such as 2026-03-01T10:00:00Z.", text], PathOf(name));
    }

    /// <summary>The object of a property; null if it is missing or null.</summary>
    public RecipeJson? Object(string name) => Value(name) switch
    {
        null => null,
        JsonObject inner => new RecipeJson(inner, PathOf(name)),
        var other => throw Wrong(name, R["an object"], other),
    };

    /// <summary>The objects of a list; none if it is missing or null.</summary>
    public IEnumerable<RecipeJson> Objects(string name)
    {
        var list = List(name);
        for (var i = 0; i < list.Count; i++)
        {
            yield return list[i] is JsonObject inner
                ? new RecipeJson(inner, $"{PathOf(name)}[{i}]")
                : throw new RecipeProblem(R["An object is expected here, not {0}.", Kind(list[i])], $"{PathOf(name)}[{i}]");
        }
    }

    /// <summary>The texts of a list with their places; none if it is missing or null.</summary>
    public IEnumerable<(string Value, string Path)> Texts(string name)
    {
        var list = List(name);
        for (var i = 0; i < list.Count; i++)
        {
            yield return list[i] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text)
                ? (text, $"{PathOf(name)}[{i}]")
                : throw new RecipeProblem(R["Text is expected here, not {0}.", Kind(list[i])], $"{PathOf(name)}[{i}]");
        }
    }

    /// <summary>The value as a type.</summary>
    /// <exception cref="RecipeProblem">It does not fit; the message names the type, the place leads to the value.</exception>
    public T Read<T>(JsonSerializerOptions? options = null) => (T)Read(node, typeof(T), path, options)!;

    /// <inheritdoc cref="Read{T}"/>
    public static object? Read(JsonNode? value, Type type, string path, JsonSerializerOptions? options = null)
    {
        try
        {
            return value.Deserialize(type, options ?? JOptions.Default);
        }
        catch (JsonException e)
        {
            throw new RecipeProblem(R["This does not fit {0}: {1}", Friendly(type), Sentence(e)], path + (e.Path is { Length: > 1 } inner ? inner[1..] : ""), e);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new RecipeProblem(R["This does not fit {0}: {1}", Friendly(type), e.Message], path, e);
        }
    }

    /// <summary>The names as they are written, in order.</summary>
    public IEnumerable<string> PropertyNames => Names.Values;

    public JsonNode? Value(string name) => Names.TryGetValue(name, out var actual) ? node[actual] : null;

    public static RecipeText Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => RecipeText.As("null"),
        JsonValueKind.Object => R["an object"],
        JsonValueKind.Array => R["a list"],
        JsonValueKind.String => JsonScalar.Text(value!) is { Length: > 0 and < 60 } text ? R["the text \"{0}\"", text] : R["text"],
        JsonValueKind.Number => R["a number"],
        _ => RecipeText.As(value.ToJsonString()),
    };

    private JsonArray List(string name) => Value(name) switch
    {
        null => [],
        JsonArray list => list,
        var other => throw Wrong(name, R["a list"], other),
    };

    private RecipeProblem Wrong(string name, RecipeText expected, JsonNode? actual) =>
        new(R["\"{0}\" must be {1}, not {2}.", name, expected, Kind(actual)], PathOf(name));

    private Dictionary<string, string> Names
    {
        get
        {
            if (_names is not null) return _names;
            var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, _) in node)
            {
                if (!names.TryAdd(name, name)) throw new RecipeProblem(R["\"{0}\" is here twice.", name], path + Suffix(name));
            }
            return _names = names;
        }
    }

    private static string Suffix(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') ? "." + name : $"['{name}']";

    private static RecipeText Friendly(Type type) => type.Name switch
    {
        "Int32" or "Int64" => R["a whole number"],
        "Decimal" or "Double" => R["a number"],
        "Boolean" => R["true or false"],
        "String" => R["text"],
        "DateTime" => R["a time"],
        _ => RecipeText.As(type.Name),
    };

    private static string Sentence(JsonException e)
    {
        var end = e.Message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
