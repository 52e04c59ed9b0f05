#nullable enable
using System.Text.Json;
using System.Text.Json.Nodes;
using PropertySuite.Platform.Recipes;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Workflows;

/// <summary>An object's properties, by names without case, each of the right kind or a problem.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly JsonObject _json;
    private readonly string _path;
    private readonly List<TypeProblem> _problems;

    public Fields(JsonObject json, string path, List<TypeProblem> problems)
    {
        (_json, _path, _problems) = (json, path, problems);
        foreach (var (name, _) in json)
        {
            if (!_names.TryAdd(name, name))
                problems.Add(new($"{path}.{name}", R["\"{0}\" is there twice.", name]));
        }
    }

    public static JsonArray List(JsonObject json, string name, string path, List<TypeProblem> problems)
    {
        switch (new Fields(json, path, []).Value(name))
        {
            case null:
                return [];
            case JsonArray list:
                return list;
            default:
                problems.Add(new($"{path}.{name}", R["\"{0}\" is a list.", name]));
                return [];
        }
    }

    public JsonNode? Value(string name) => _names.TryGetValue(name, out var actual) ? _json[actual] : null;

    /// <summary>A text that is needed; null where there is a problem.</summary>
    public string? Text(string name, int maxLength)
    {
        if (Value(name) is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text))
        {
            if (text.Length <= maxLength && !text.Any(char.IsControl))
                return text;
            Problem(name, R["\"{0}\" has at most {1} characters, on one line.", name, maxLength]);
            return null;
        }

        Problem(name, R["\"{0}\" is a text that is needed here.", name]);
        return null;
    }

    public void Flag(string name)
    {
        if (Value(name) is { } value && value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            Problem(name, R["\"{0}\" is true or false.", name]);
    }

    public void Number(string name, int least)
    {
        if (Value(name) is { } value && !(value is JsonValue scalar && scalar.TryGetValue<int>(out var number) && number >= least))
            Problem(name, least == 0 ? R["\"{0}\" is a whole number, 0 or more.", name] : R["\"{0}\" is a whole number.", name]);
    }

    private void Problem(string name, RecipeText message) => _problems.Add(new($"{_path}.{_names.GetValueOrDefault(name, name)}", message));
}

/// <summary>Contains every text: the exits of an activity that cannot be asked for them.</summary>
internal sealed class Anything : HashSet<string>, IReadOnlySet<string>
{
    public static readonly IReadOnlySet<string> Set = new Anything();

    bool IReadOnlySet<string>.Contains(string item) => true;
}
