using System.Text.Json;
using OrchardCore.Data.Documents;
using OrchardCore.Documents;

namespace PropertySuite.Platform.Data.Documents;

/// <summary>The documents that a tenant keeps in memory only.</summary>
internal sealed class VolatileDocuments<TDocument> where TDocument : class
{
    public SemaphoreSlim Updating { get; } = new(1, 1);

    public TDocument? Current { get; set; }
}

/// <summary>A document that is gone with the tenant's shell.</summary>
internal sealed class VolatileDocumentManager<TDocument>(VolatileDocuments<TDocument> documents) : IVolatileDocumentManager<TDocument>
    where TDocument : class, IDocument, new()
{
    public async Task<TDocument> GetOrCreateMutableAsync(Func<Task<TDocument>>? factoryAsync = null)
    {
        if (documents.Current is not { } current)
            return factoryAsync is null ? new TDocument() : await factoryAsync();
        return JsonSerializer.Deserialize<TDocument>(JsonSerializer.Serialize(current, JOptions.Default), JOptions.Default)!;
    }

    public async Task<TDocument> GetOrCreateImmutableAsync(Func<Task<TDocument>>? factoryAsync = null)
    {
        if (documents.Current is { } current)
            return current;
        var created = factoryAsync is null ? new TDocument() : await factoryAsync();
        created.IsReadOnly = true;
        return documents.Current ??= created;
    }

    public async Task UpdateAsync(TDocument document, Func<TDocument, Task>? afterUpdateAsync = null)
    {
        document.Identifier = OrchardCore.IdGenerator.GenerateId();
        document.IsReadOnly = true;
        documents.Current = document;
        if (afterUpdateAsync is not null)
            await afterUpdateAsync(document);
    }

    public async Task UpdateAtomicAsync(Func<Task<TDocument>> updateAsync, Func<TDocument, Task>? afterUpdateAsync = null)
    {
        await documents.Updating.WaitAsync();
        try
        {
            await UpdateAsync(await updateAsync(), afterUpdateAsync);
        }
        finally
        {
            documents.Updating.Release();
        }
    }
}
