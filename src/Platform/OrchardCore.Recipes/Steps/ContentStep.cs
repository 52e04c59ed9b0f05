using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using PropertySuite.Platform.Content;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary><c>content</c>: imports items with their ids.</summary>
internal sealed class ContentStep(IContentManager contentManager, IContentDefinitionManager definitions, ContentTypePlans plans, IOptions<ContentOptions> options)
    : NamedRecipeStepHandler("content")
{
    // Kept beside a field's own properties by exports, for readers who lack the referenced records.
    private static readonly HashSet<string> Companions = new(StringComparer.Ordinal) { "UserNames", "TagNames", "Anchors", "AttachedFileNames" };

    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        step.AllowOnly("name", "data");
        var versions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var json in step.Objects("data"))
        {
            var item = await ReadAsync(json);
            if (!string.IsNullOrEmpty(item.ContentItemVersionId) && !versions.TryAdd(item.ContentItemVersionId, json.Path))
            {
                throw new RecipeProblem(R["The version \"{0}\" is here twice; first at {1}.", item.ContentItemVersionId, versions[item.ContentItemVersionId]], json.PathOf("ContentItemVersionId"));
            }
            try
            {
                await contentManager.ImportAsync([item]);
            }
            catch (Exception e) when (e is System.ComponentModel.DataAnnotations.ValidationException or JsonException)
            {
                throw new RecipeProblem(RecipeText.As(e.Message), json.Path, e);
            }
        }
    }

    private async Task<ContentItem> ReadAsync(RecipeJson json)
    {
        var typeName = json.RequiredText("ContentType");
        var definition = await definitions.GetTypeDefinitionAsync(typeName) ?? throw new RecipeProblem(R["There is no content type \"{0}\".", typeName], json.PathOf("ContentType"));
        CheckId(json, "ContentItemId");
        CheckId(json, "ContentItemVersionId");
        var item = (ContentItem)RecipeJson.Read(json.Node, typeof(ContentItem), json.Path, ElementShape.Json)!;
        item.ContentType = definition.Name;

        var plan = plans.For(definition);
        foreach (var name in json.PropertyNames)
        {
            var value = json.Value(name);
            if (!ContentItemNames.IsElement(name))
            {
                if (value is JsonObject or JsonArray) throw new RecipeProblem(R["\"{0}\" cannot be {1}.", name, RecipeJson.Kind(value)], json.PathOf(name));
                continue;
            }
            var part = plan.Parts.FirstOrDefault(part => part.Part.Name == name);
            var type = part?.PartType ?? options.Value.ContentPartOptionsLookup.GetValueOrDefault(name)?.Type;
            if (type is null) throw new RecipeProblem(R["The content type \"{0}\" has no part \"{1}\".", definition.Name, name], json.PathOf(name));
            if (value is not JsonObject partNode) throw new RecipeProblem(R["A part is an object, not {0}.", RecipeJson.Kind(value)], json.PathOf(name));
            CheckElement(new RecipeJson(partNode, json.PathOf(name)), type, part);
        }
        return item;
    }

    /// <summary>Whether a part or field can be read as its class, and holds nothing that the class and the definition do not know.</summary>
    private static void CheckElement(RecipeJson json, Type type, PartStep? part)
    {
        RecipeJson.Read(json.Node, type, json.Path, ElementShape.Json);
        var shape = ElementShape.For(type);
        foreach (var name in json.PropertyNames)
        {
            if (name.StartsWith('@') || shape.ValueNamed(name) is not null) continue;
            var field = part?.Fields.FirstOrDefault(field => field.Field.Name == name);
            var fieldType = field?.FieldType ?? shape.ElementNamed(name)?.PropertyType;
            if (fieldType is null)
            {
                if (part is null && Companions.Contains(name)) continue;
                throw new RecipeProblem(R["\"{0}\" is neither a property nor a field of {1}.", name, type.Name], json.PathOf(name));
            }
            if (json.Value(name) is not JsonObject fieldNode)
            {
                if (json.Value(name) is null) continue;
                throw new RecipeProblem(R["A field is an object, not {0}.", RecipeJson.Kind(json.Value(name))], json.PathOf(name));
            }
            CheckElement(new RecipeJson(fieldNode, json.PathOf(name)), fieldType, part: null);
        }
    }

    private static void CheckId(RecipeJson json, string name)
    {
        if (json.Text(name) is { Length: > 26 } id) throw new RecipeProblem(R["An id has at most 26 characters; \"{0}…\" has {1}.", id[..26], id.Length], json.PathOf(name));
    }
}
