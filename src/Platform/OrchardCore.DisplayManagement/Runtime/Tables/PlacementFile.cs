#nullable enable
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Descriptors;
using OrchardCore.DisplayManagement.Descriptors.ShapePlacementStrategy;
using OrchardCore.DisplayManagement.Shapes;

namespace PropertySuite.Platform.Display.Tables;

/// <summary>The nodes of a <c>placement.json</c>.</summary>
internal sealed class PlacementFile
{
    private static readonly JsonDocumentOptions _lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private PlacementFile(IReadOnlyList<PlacementNode> nodes) => Nodes = nodes;

    public IReadOnlyList<PlacementNode> Nodes { get; }

    /// <exception cref="InvalidOperationException">The text is no placement; the message names the source and what is wrong.</exception>
    public static PlacementFile Parse(string json, string source)
    {
        try
        {
            var nodes = new List<PlacementNode>();
            if (JsonNode.Parse(json, documentOptions: _lenient) is not JsonObject shapes)
                throw new JsonException("The outermost value must be an object.");

            foreach (var (shapeType, list) in shapes)
            {
                if (list is not JsonArray entries)
                    throw new JsonException($"'{shapeType}' must hold an array.");

                foreach (var entry in entries)
                {
                    if (entry is not JsonObject node)
                        throw new JsonException($"Each entry of '{shapeType}' must be an object.");

                    nodes.Add(PlacementNode.Read(shapeType, node, source));
                }
            }

            return new PlacementFile(nodes);
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"{source}: {exception.Message}", exception);
        }
    }
}

/// <summary>One rule: for shapes that match, what holds.</summary>
internal sealed class PlacementNode
{
    private readonly List<(string Key, JsonNode? Value)> _filters = [];
    private string? _displayType;
    private string? _differentiator;

    private PlacementNode(string shapeType, PlacementInfo info)
    {
        ShapeType = shapeType;
        Info = info;
    }

    public string ShapeType { get; }

    public PlacementInfo Info { get; }

    public static PlacementNode Read(string shapeType, JsonObject json, string source)
    {
        var info = new PlacementInfo { Source = source };
        var node = new PlacementNode(shapeType, info);
        foreach (var (key, value) in json)
        {
            switch (key)
            {
                case "place":
                    info.Location = Text(value);
                    break;
                case "shape":
                    info.ShapeType = Text(value);
                    break;
                case "displayType":
                    node._displayType = Text(value);
                    break;
                case "differentiator":
                    node._differentiator = Text(value);
                    break;
                case "alternates":
                    info.Alternates = new AlternatesCollection([.. Texts(value)]);
                    break;
                case "wrappers":
                    info.Wrappers = new AlternatesCollection([.. Texts(value)]);
                    break;
                default:
                    node._filters.Add((key, value?.DeepClone()));
                    break;
            }
        }

        return node;
    }

    public bool Matches(ShapePlacementContext context, IHttpContextAccessor? http)
    {
        // A rule for Type__More is for that name only; a rule for Type is for all that fall back to it.
        if (ShapeType.Contains("__", StringComparison.Ordinal) && !string.Equals(ShapeType, context.ShapeType, StringComparison.OrdinalIgnoreCase))
            return false;

        if (!string.IsNullOrEmpty(_differentiator) && _differentiator != context.Differentiator)
            return false;

        if (!string.IsNullOrEmpty(_displayType) && _displayType != context.DisplayType)
            return false;

        foreach (var (key, value) in _filters)
        {
            if (!Passes(key, value, context, http))
                return false;
        }

        return true;
    }

    private static bool Passes(string key, JsonNode? value, ShapePlacementContext context, IHttpContextAccessor? http) => key switch
    {
        "contentType" => ItemOf(context) is { } item && Texts(value).Any(wanted => LikeName(item.ContentType, wanted)),
        "contentPart" => ItemOf(context) is { } item && Texts(value).Any(item.Has),
        "path" => http?.HttpContext?.Request is { } request && Texts(value).Any(wanted => LikePath(request.PathBase + request.Path, wanted)),
        _ => http?.HttpContext?.RequestServices.GetServices<IPlacementNodeFilterProvider>().LastOrDefault(p => p.Key == key)?.IsMatch(context, value!) == true,
    };

    private static ContentItem? ItemOf(ShapePlacementContext context)
    {
        if (context.ZoneShape is not { } shape)
            return null;

        return shape.TryGetProperty<ContentItem>("ContentItem", out var item) ? item
            : shape.TryGetProperty<ContentPart>("ContentPart", out var part) ? part.ContentItem
            : null;
    }

    private static bool LikeName(string name, string wanted) => wanted.EndsWith('*')
        ? name.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private static bool LikePath(string path, string wanted)
    {
        var normal = wanted.TrimStart('~').TrimEnd('/');
        if (normal.EndsWith('*'))
            return path.StartsWith(normal[..^1].TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

        return string.Equals(path.TrimEnd('/'), normal, StringComparison.OrdinalIgnoreCase);
    }

    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue text when text.TryGetValue<string>(out var result) => result,
        _ => throw new JsonException($"'{value.ToJsonString()}' must be a text."),
    };

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list.Select(v => Text(v) ?? string.Empty),
        _ => [Text(value)!],
    };
}
