using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.ContentFields.Settings;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.Contents;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>Finds what a picker may offer to whoever fills the form in: items of the field's types that this person may see.</summary>
public sealed class ContentPickerFinder(
    IEnumerable<IContentPickerResultProvider> searches, IContentDefinitionManager definitions, IContentManager contents,
    IAuthorizationService authorization, IHttpContextAccessor http)
{
    public async Task<IReadOnlyList<ContentPickerResult>> FindAsync(ContentPartFieldDefinition definition, string? words, int limit)
    {
        var settings = definition.GetSettings<ContentPickerFieldSettings>();
        var editor = definition.Editor() is { Length: > 0 } own ? own : "Default";
        if ((searches.LastOrDefault(s => s.Name == editor) ?? searches.LastOrDefault(s => s.Name == "Default")) is not { } search)
            return [];

        var found = await search.Search(new ContentPickerSearchContext
        {
            Query = words,
            DisplayAllContentTypes = settings.DisplayAllContentTypes,
            ContentTypes = settings.DisplayedContentTypes ?? [],
            PartFieldDefinition = definition,
        });
        var results = found.Take(limit).ToArray();
        var items = (await contents.GetAsync(results.Select(r => r.ContentItemId), VersionOptions.Latest)).ToDictionary(i => i.ContentItemId);
        var seen = new List<ContentPickerResult>();
        foreach (var result in results)
        {
            if (items.TryGetValue(result.ContentItemId, out var item) && await authorization.AuthorizeAsync(http.HttpContext?.User, CommonPermissions.ViewContent, item))
                seen.Add(result);
        }

        return seen;
    }

    /// <summary>The definition of a field by the names of part and field; null when there is no picker of that name.</summary>
    public async Task<ContentPartFieldDefinition?> FieldAsync(string part, string field) =>
        (await definitions.GetPartDefinitionAsync(part))?.Fields.FirstOrDefault(f => f.Name == field && f.FieldDefinition.Name == "ContentPickerField");
}
