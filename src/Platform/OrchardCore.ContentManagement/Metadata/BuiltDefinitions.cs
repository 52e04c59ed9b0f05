using System.Text.Json.Nodes;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Records;

namespace OrchardCore.ContentManagement.Metadata;

/// <summary>The definitions of one state of the record; shared by all who read that state.</summary>
internal sealed class BuiltDefinitions
{
    private readonly Dictionary<string, ContentPartDefinitionRecord> _partRecords;

    public BuiltDefinitions(ContentDefinitionRecord record)
    {
        _partRecords = record.ContentPartDefinitionRecords.ToDictionary(part => part.Name, StringComparer.OrdinalIgnoreCase);
        Parts = record.ContentPartDefinitionRecords.ToDictionary(part => part.Name, Build, StringComparer.OrdinalIgnoreCase);
        Types = record.ContentTypeDefinitionRecords.ToDictionary(type => type.Name, Build, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyDictionary<string, ContentTypeDefinition> Types { get; }

    public IReadOnlyDictionary<string, ContentPartDefinition> Parts { get; }

    private ContentTypeDefinition Build(ContentTypeDefinitionRecord record) =>
        new(record.Name, record.DisplayName ?? record.Name, record.ContentTypePartDefinitionRecords.Select(Build).ToArray(), Copy(record.Settings));

    private ContentTypePartDefinition Build(ContentTypePartDefinitionRecord record)
    {
        // Each place of a part has fields of its own, which know the place.
        var part = _partRecords.TryGetValue(record.PartName, out var found) ? Build(found) : new ContentPartDefinition(record.PartName);
        var place = new ContentTypePartDefinition(record.Name, part, Copy(record.Settings));
        foreach (var field in part.Fields) field.ContentTypePartDefinition = place;
        return place;
    }

    private static ContentPartDefinition Build(ContentPartDefinitionRecord record) =>
        new(record.Name, record.ContentPartFieldDefinitionRecords.Select(Build).ToArray(), Copy(record.Settings));

    private static ContentPartFieldDefinition Build(ContentPartFieldDefinitionRecord record) =>
        new(new ContentFieldDefinition(record.FieldName), record.Name, Copy(record.Settings));

    private static JsonObject Copy(JsonObject? settings) => settings?.DeepClone().AsObject() ?? [];
}
