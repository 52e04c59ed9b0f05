using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using OrchardCore.Recipes.Models;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary>A recipe file, read and checked as a whole before any step runs.</summary>
internal sealed class RecipeFile
{
    /// <summary>Objects and arrays may be nested this deep; what people and exports write stays far below.</summary>
    public const int MaxDepth = 64;

    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Reading = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    private readonly byte[] _bytes;

    private RecipeFile(string name, byte[] bytes, RecipeJson root)
    {
        Name = name;
        _bytes = bytes;
        Root = root;
    }

    public string Name { get; }

    public RecipeJson Root { get; }

    /// <summary>Scripts that steps refer to by name; evaluated when first used.</summary>
    public JsonObject Variables { get; private set; } = [];

    public IReadOnlyList<RecipeStep> Steps { get; private set; } = [];

    /// <exception cref="RecipeException">The file is not a recipe; the message says where.</exception>
    public static RecipeFile Read(string name, ReadOnlySpan<byte> content)
    {
        var bytes = WithoutMark(content).ToArray();
        if (bytes.Length == 0) throw new RecipeException(name, null, null, null, R["The file is empty."]);
        if (bytes.Length > MaxBytes) throw new RecipeException(name, null, null, null, R["The file is larger than {0} MB.", MaxBytes / 1024 / 1024]);
        if (!Utf8.IsValid(bytes)) throw new RecipeException(name, null, null, R["line {0}", JsonLines.LineOfInvalidText(bytes)], R["The file is not UTF-8 text."]);
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(bytes, JOptions.Node, Reading);
        }
        catch (JsonException e)
        {
            throw new RecipeException(name, null, null, Place(bytes, e), Sentence(e), e);
        }
        if (node is not JsonObject root) throw new RecipeException(name, null, null, R["line {0}", 1], R["A recipe is a JSON object."]);
        var file = new RecipeFile(name, bytes, new RecipeJson(root, "$"));
        try
        {
            file.ReadParts();
        }
        catch (RecipeProblem problem)
        {
            throw file.At(problem);
        }
        return file;
    }

    /// <summary>The head of the file.</summary>
    public RecipeDescriptor Describe()
    {
        try
        {
            var fileName = Path.GetFileName(Name);
            return new RecipeDescriptor
            {
                Name = Root.Text("name") is { Length: > 0 } name ? name : fileName.Replace(".recipe.json", "", StringComparison.OrdinalIgnoreCase),
                DisplayName = Root.Text("displayName"),
                Description = Root.Text("description"),
                Author = Root.Text("author"),
                WebSite = Root.Text("website"),
                Version = Root.Text("version"),
                IsSetupRecipe = Root.Flag("issetuprecipe"),
                ExportUtc = Root.Instant("exportUtc"),
                Categories = [.. Root.Texts("categories").Select(category => category.Value)],
                Tags = [.. Root.Texts("tags").Select(tag => tag.Value)],
                RequireNewScope = Root.Flag("requireNewScope", defaultValue: true),
            };
        }
        catch (RecipeProblem problem)
        {
            throw At(problem);
        }
    }

    /// <summary>The problem with the names of file, step and place.</summary>
    public RecipeException At(RecipeProblem problem, RecipeStep? step = null) => At(problem, step?.Number, step?.Name, step?.Path);

    private RecipeException At(RecipeProblem problem, int? number, string? name, string? path) =>
        new(Name, number, name, WithLine(problem.Place ?? path), problem.Words, problem.InnerException);

    private RecipeText? WithLine(string? path) =>
        path is null ? null : JsonLines.LineOf(_bytes, path) is { } line ? R["{0} (line {1})", path, line] : RecipeText.As(path);

    private void ReadParts()
    {
        Root.AllowOnly("name", "displayName", "description", "author", "website", "version", "issetuprecipe", "exportUtc", "categories", "tags", "requireNewScope", "variables", "steps");
        Variables = Root.Object("variables")?.Node ?? [];
        var steps = new List<RecipeStep>();
        foreach (var step in Root.Objects("steps"))
        {
            var number = steps.Count + 1;
            try
            {
                steps.Add(new RecipeStep(number, step.RequiredText("name"), step.Path, step.Node));
            }
            catch (RecipeProblem problem)
            {
                throw At(problem, number, null, step.Path);
            }
        }
        Steps = steps;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) =>
        content.StartsWith("\uFEFF"u8) ? content[3..] : content;

    private static RecipeText Place(byte[] bytes, JsonException e) =>
        e.LineNumber is { } line ? R["line {0}, position {1}", line + 1, (e.BytePositionInLine ?? 0) + 1]
        : R["line {0}", JsonLines.LineOfDuplicate(bytes) ?? 1];

    // The parser's own words end with the position, which is told apart.
    private static RecipeText Sentence(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var message = end < 0 ? e.Message : e.Message[..end];
        end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return R["The file is not valid JSON: {0}", end < 0 ? message : message[..end]];
    }
}

/// <summary>A step of a recipe.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Path">Its place in the file.</param>
internal sealed record RecipeStep(int Number, string Name, string Path, JsonObject Json);

/// <summary>Something is wrong in a recipe. Whoever reads the file adds its name, the step and the line.</summary>
internal sealed class RecipeProblem : Exception
{
    public RecipeProblem(RecipeText words, string? place = null, Exception? innerException = null) : base(words.ToString(), innerException) => (Words, Place) = (words, place);

    /// <summary>What is wrong.</summary>
    public RecipeText Words { get; }

    /// <summary>The path of the offending value; null for the step as a whole.</summary>
    public string? Place { get; }
}
