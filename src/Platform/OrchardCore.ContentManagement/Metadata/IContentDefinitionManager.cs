using OrchardCore.ContentManagement.Metadata.Models;

namespace OrchardCore.ContentManagement.Metadata;

/// <summary>
/// The stored types and parts. <c>Get…</c> and <c>List…</c> give shared definitions to read;
/// <c>Load…</c> gives the state to be changed and stored in this scope.
/// </summary>
public interface IContentDefinitionManager
{
    Task<IEnumerable<ContentTypeDefinition>> LoadTypeDefinitionsAsync();

    Task<IEnumerable<ContentTypeDefinition>> ListTypeDefinitionsAsync();

    Task<IEnumerable<ContentPartDefinition>> LoadPartDefinitionsAsync();

    Task<IEnumerable<ContentPartDefinition>> ListPartDefinitionsAsync();

    /// <returns>Null if there is no such type; names compare without case.</returns>
    Task<ContentTypeDefinition?> LoadTypeDefinitionAsync(string name);

    /// <inheritdoc cref="LoadTypeDefinitionAsync"/>
    Task<ContentTypeDefinition?> GetTypeDefinitionAsync(string name);

    /// <returns>Null if there is no such part; names compare without case.</returns>
    Task<ContentPartDefinition?> LoadPartDefinitionAsync(string name);

    /// <inheritdoc cref="LoadPartDefinitionAsync"/>
    Task<ContentPartDefinition?> GetPartDefinitionAsync(string name);

    /// <summary>Removes a type and the part of its own; items of the type stay in the store.</summary>
    Task DeleteTypeDefinitionAsync(string name);

    /// <summary>Removes a part, also from the types that have it.</summary>
    Task DeletePartDefinitionAsync(string name);

    Task StoreTypeDefinitionAsync(ContentTypeDefinition contentTypeDefinition);

    Task StorePartDefinitionAsync(ContentPartDefinition contentPartDefinition);

    /// <summary>Changes whenever any definition changes.</summary>
    Task<string> GetIdentifierAsync();
}
