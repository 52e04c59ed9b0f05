using System.Runtime.CompilerServices;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Metadata.Records;
using OrchardCore.Documents;

namespace OrchardCore.ContentManagement.Metadata;

/// <summary>Keeps the definitions in one document. What was built from one state of it is kept as long as that state is.</summary>
internal sealed class ContentDefinitionManager(IDocumentManager<ContentDefinitionRecord> documents) : IContentDefinitionManager
{
    private static readonly ConditionalWeakTable<ContentDefinitionRecord, BuiltDefinitions> Built = [];

    private ContentDefinitionRecord? _changing;
    private BuiltDefinitions? _builtChanging;
    private bool _changed;

    public async Task<IEnumerable<ContentTypeDefinition>> LoadTypeDefinitionsAsync() => [.. (await LoadAsync()).Types.Values];

    public async Task<IEnumerable<ContentTypeDefinition>> ListTypeDefinitionsAsync() => (await GetAsync()).Types.Values;

    public async Task<IEnumerable<ContentPartDefinition>> LoadPartDefinitionsAsync() => [.. (await LoadAsync()).Parts.Values];

    public async Task<IEnumerable<ContentPartDefinition>> ListPartDefinitionsAsync() => (await GetAsync()).Parts.Values;

    public async Task<ContentTypeDefinition?> LoadTypeDefinitionAsync(string name) => (await LoadAsync()).Types.GetValueOrDefault(name ?? "");

    public async Task<ContentTypeDefinition?> GetTypeDefinitionAsync(string name) => (await GetAsync()).Types.GetValueOrDefault(name ?? "");

    public async Task<ContentPartDefinition?> LoadPartDefinitionAsync(string name) => (await LoadAsync()).Parts.GetValueOrDefault(name ?? "");

    public async Task<ContentPartDefinition?> GetPartDefinitionAsync(string name) => (await GetAsync()).Parts.GetValueOrDefault(name ?? "");

    public async Task StoreTypeDefinitionAsync(ContentTypeDefinition contentTypeDefinition)
    {
        var record = await RecordToChangeAsync();
        Replace(record.ContentTypeDefinitionRecords, ToRecord(contentTypeDefinition), type => type.Name);
        foreach (var part in contentTypeDefinition.Parts)
        {
            if (!record.ContentPartDefinitionRecords.Any(known => Same(known.Name, part.PartDefinition.Name)))
            {
                record.ContentPartDefinitionRecords.Add(ToRecord(part.PartDefinition));
            }
        }
        await UpdateAsync(record);
    }

    public async Task StorePartDefinitionAsync(ContentPartDefinition contentPartDefinition)
    {
        var record = await RecordToChangeAsync();
        Replace(record.ContentPartDefinitionRecords, ToRecord(contentPartDefinition), part => part.Name);
        await UpdateAsync(record);
    }

    public async Task DeleteTypeDefinitionAsync(string name)
    {
        var record = await RecordToChangeAsync();
        var types = record.ContentTypeDefinitionRecords;
        if (types.FirstOrDefault(type => Same(type.Name, name)) is not { } found) return;
        types.Remove(found);
        // The part that only held the fields of this type goes with it.
        var usedElsewhere = types.Any(type => type.ContentTypePartDefinitionRecords.Any(part => Same(part.PartName, name)));
        if (!usedElsewhere && record.ContentPartDefinitionRecords.FirstOrDefault(part => Same(part.Name, name)) is { } own)
        {
            record.ContentPartDefinitionRecords.Remove(own);
        }
        await UpdateAsync(record);
    }

    public async Task DeletePartDefinitionAsync(string name)
    {
        var record = await RecordToChangeAsync();
        if (record.ContentPartDefinitionRecords.FirstOrDefault(part => Same(part.Name, name)) is not { } found) return;
        record.ContentPartDefinitionRecords.Remove(found);
        foreach (var type in record.ContentTypeDefinitionRecords)
        {
            foreach (var part in type.ContentTypePartDefinitionRecords.Where(part => Same(part.PartName, name)).ToArray())
            {
                type.ContentTypePartDefinitionRecords.Remove(part);
            }
        }
        await UpdateAsync(record);
    }

    public async Task<string> GetIdentifierAsync() =>
        (_changed ? _changing! : await documents.GetOrCreateImmutableAsync()).Identifier ?? "";

    private async ValueTask<BuiltDefinitions> GetAsync()
    {
        if (_changed) return await LoadAsync();
        return Built.GetValue(await documents.GetOrCreateImmutableAsync(), static record => new BuiltDefinitions(record));
    }

    private async Task<BuiltDefinitions> LoadAsync() => _builtChanging ??= new BuiltDefinitions(await RecordToChangeAsync());

    private async Task<ContentDefinitionRecord> RecordToChangeAsync() => _changing ??= await documents.GetOrCreateMutableAsync();

    private async Task UpdateAsync(ContentDefinitionRecord record)
    {
        _builtChanging = null;
        _changed = true;
        await documents.UpdateAsync(record);
    }

    private static void Replace<T>(IList<T> records, T record, Func<T, string> name)
    {
        for (var i = 0; i < records.Count; i++)
        {
            if (!Same(name(records[i]), name(record))) continue;
            records[i] = record;
            return;
        }
        records.Add(record);
    }

    private static ContentTypeDefinitionRecord ToRecord(ContentTypeDefinition type) => new()
    {
        Name = type.Name,
        DisplayName = type.DisplayName,
        Settings = type.Settings.DeepClone().AsObject(),
        ContentTypePartDefinitionRecords = [.. type.Parts.Select(part => new ContentTypePartDefinitionRecord
        {
            PartName = part.PartDefinition.Name,
            Name = part.Name,
            Settings = part.Settings.DeepClone().AsObject(),
        })],
    };

    private static ContentPartDefinitionRecord ToRecord(ContentPartDefinition part) => new()
    {
        Name = part.Name,
        Settings = part.Settings.DeepClone().AsObject(),
        ContentPartFieldDefinitionRecords = [.. part.Fields.Select(field => new ContentPartFieldDefinitionRecord
        {
            FieldName = field.FieldDefinition.Name,
            Name = field.Name,
            Settings = field.Settings.DeepClone().AsObject(),
        })],
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
