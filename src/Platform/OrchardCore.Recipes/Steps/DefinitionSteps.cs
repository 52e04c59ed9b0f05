using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Builders;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.Recipes.Models;
using OrchardCore.Recipes.Services;
using static PropertySuite.Platform.Recipes.RecipeTexts;

namespace PropertySuite.Platform.Recipes;

/// <summary><c>ContentDefinition</c>: makes types and parts, or merges into those that are there.</summary>
internal sealed class ContentDefinitionStep(DefinitionImport import) : NamedRecipeStepHandler("ContentDefinition")
{
    protected override Task HandleAsync(RecipeExecutionContext context) => import.ImportAsync(context.Json(), replace: false);
}

/// <summary><c>ReplaceContentDefinition</c>: makes types and parts anew; what they were before is forgotten.</summary>
internal sealed class ReplaceContentDefinitionStep(DefinitionImport import) : NamedRecipeStepHandler("ReplaceContentDefinition")
{
    protected override Task HandleAsync(RecipeExecutionContext context) => import.ImportAsync(context.Json(), replace: true);
}

/// <summary><c>DeleteContentDefinition</c>: removes types and parts by their names.</summary>
internal sealed class DeleteContentDefinitionStep(IContentDefinitionManager definitions) : NamedRecipeStepHandler("DeleteContentDefinition")
{
    protected override async Task HandleAsync(RecipeExecutionContext context)
    {
        var step = context.Json();
        step.AllowOnly("name", "ContentTypes", "ContentParts");
        foreach (var (name, path) in step.Texts("ContentTypes"))
        {
            if (await definitions.LoadTypeDefinitionAsync(name) is null) throw new RecipeProblem(R["There is no content type \"{0}\".", name], path);
            await definitions.DeleteTypeDefinitionAsync(name);
        }
        foreach (var (name, path) in step.Texts("ContentParts"))
        {
            if (await definitions.LoadPartDefinitionAsync(name) is null) throw new RecipeProblem(R["There is no part \"{0}\".", name], path);
            await definitions.DeletePartDefinitionAsync(name);
        }
    }
}

/// <summary>Takes definitions from a recipe, after checking that everything they name is there.</summary>
internal sealed class DefinitionImport(IContentDefinitionManager definitions, IOptions<ContentOptions> options)
{
    public async Task ImportAsync(RecipeJson step, bool replace)
    {
        step.AllowOnly("name", "ContentTypes", "ContentParts");
        var types = step.Objects("ContentTypes").Select(json => (Json: json, Record: ReadType(json))).ToArray();
        var parts = step.Objects("ContentParts").Select(json => (Json: json, Record: ReadPart(json))).ToArray();
        RefuseTwins(types.Select(type => (type.Record.Name, type.Json)));
        RefuseTwins(parts.Select(part => (part.Record.Name, part.Json)));

        var knownParts = (await definitions.LoadPartDefinitionsAsync()).Select(part => part.Name)
            .Concat(options.Value.ContentPartOptionsLookup.Keys)
            .Concat(parts.Select(part => part.Record.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (json, record) in types)
        {
            var places = json.Objects("ContentTypePartDefinitionRecords").ToArray();
            for (var i = 0; i < places.Length; i++)
            {
                var partName = record.ContentTypePartDefinitionRecords[i].PartName;
                if (!knownParts.Contains(partName) && partName != record.Name) throw new RecipeProblem(R["There is no part \"{0}\".", partName], places[i].PathOf("PartName"));
            }
        }

        foreach (var (json, record) in types) await StoreAsync(json, () => StoreTypeAsync(record, replace));
        foreach (var (json, record) in parts) await StoreAsync(json, () => StorePartAsync(record, replace));
    }

    private async Task StoreTypeAsync(ContentTypeDefinitionRecord record, bool replace)
    {
        if (replace) await definitions.DeleteTypeDefinitionAsync(record.Name);
        await definitions.AlterTypeDefinitionAsync(record.Name, type =>
        {
            if (!string.IsNullOrWhiteSpace(record.DisplayName)) type.DisplayedAs(record.DisplayName);
            type.MergeSettings(record.Settings ?? []);
            foreach (var place in record.ContentTypePartDefinitionRecords)
            {
                type.WithPart(string.IsNullOrEmpty(place.Name) ? place.PartName : place.Name, place.PartName, part => part.MergeSettings(place.Settings ?? []));
            }
        });
    }

    private async Task StorePartAsync(ContentPartDefinitionRecord record, bool replace)
    {
        // Types keep their place for the part; only what the part is made of starts anew.
        if (replace && await definitions.LoadPartDefinitionAsync(record.Name) is not null) await definitions.StorePartDefinitionAsync(new ContentPartDefinition(record.Name));
        await definitions.AlterPartDefinitionAsync(record.Name, part =>
        {
            part.MergeSettings(record.Settings ?? []);
            foreach (var field in record.ContentPartFieldDefinitionRecords)
            {
                part.WithField(field.Name, builder => builder.OfType(field.FieldName).MergeSettings(field.Settings ?? []));
            }
        });
    }

    private static async Task StoreAsync(RecipeJson json, Func<Task> store)
    {
        try
        {
            await store();
        }
        catch (ArgumentException e)
        {
            throw new RecipeProblem(RecipeText.As(e.Message), json.Path, e);
        }
    }

    private static ContentTypeDefinitionRecord ReadType(RecipeJson json)
    {
        json.AllowOnly("Name", "DisplayName", "Settings", "ContentTypePartDefinitionRecords");
        CheckName(json, "Name");
        var places = json.Objects("ContentTypePartDefinitionRecords").Select(place =>
        {
            place.AllowOnly("PartName", "Name", "Settings");
            CheckName(place, "PartName");
            if (place.Has("Name")) CheckName(place, "Name");
            return new ContentTypePartDefinitionRecord
            {
                PartName = place.RequiredText("PartName"),
                Name = place.Text("Name") ?? "",
                Settings = ReadSettings(place),
            };
        }).ToArray();
        return new ContentTypeDefinitionRecord
        {
            Name = json.RequiredText("Name"),
            DisplayName = json.Text("DisplayName"),
            Settings = ReadSettings(json),
            ContentTypePartDefinitionRecords = places,
        };
    }

    private ContentPartDefinitionRecord ReadPart(RecipeJson json)
    {
        json.AllowOnly("Name", "Settings", "ContentPartFieldDefinitionRecords");
        CheckName(json, "Name");
        var fields = json.Objects("ContentPartFieldDefinitionRecords").Select(field =>
        {
            field.AllowOnly("FieldName", "Name", "Settings");
            CheckName(field, "Name");
            var kind = field.RequiredText("FieldName");
            if (!options.Value.ContentFieldOptionsLookup.ContainsKey(kind)) throw new RecipeProblem(R["There is no kind of field \"{0}\".", kind], field.PathOf("FieldName"));
            return new ContentPartFieldDefinitionRecord { FieldName = kind, Name = field.RequiredText("Name"), Settings = ReadSettings(field) };
        }).ToArray();
        return new ContentPartDefinitionRecord { Name = json.RequiredText("Name"), Settings = ReadSettings(json), ContentPartFieldDefinitionRecords = fields };
    }

    private static JsonObject? ReadSettings(RecipeJson json)
    {
        if (json.Object("Settings") is not { } settings) return null;
        foreach (var (name, value) in settings.Node)
        {
            var path = settings.PathOf(name);
            if (value is not JsonObject) throw new RecipeProblem(R["Settings are objects by the name of their class; \"{0}\" is {1}.", name, RecipeJson.Kind(value)], path);
            if (KnownSettings.ByName.TryGetValue(name, out var type)) RecipeJson.Read(value, type, path);
        }
        return settings.Node;
    }

    private static void CheckName(RecipeJson json, string property)
    {
        var name = json.RequiredText(property);
        if (DefinitionName.Problem(name) is { } problem) throw new RecipeProblem(R["\"{0}\" cannot be a name: {1}", name, new RecipeText(problem)], json.PathOf(property));
    }

    private static void RefuseTwins(IEnumerable<(string Name, RecipeJson Json)> named)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, json) in named)
        {
            if (!seen.Add(name)) throw new RecipeProblem(R["\"{0}\" is here twice.", name], json.PathOf("Name"));
        }
    }
}

/// <summary>Settings whose classes the platform has, so that a wrong value is found when it comes in and not when it is used.</summary>
internal static class KnownSettings
{
    public static readonly Dictionary<string, Type> ByName = typeof(ContentItem).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Settings", StringComparison.Ordinal))
        .ToDictionary(type => type.Name);
}
