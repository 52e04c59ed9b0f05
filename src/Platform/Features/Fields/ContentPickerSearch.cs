using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Records;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Platform.Features.Fields;

/// <summary>Offers items of the types that the field's definition names, by title.</summary>
internal sealed class ContentPickerSearch(ISession session, IContentDefinitionManager definitions) : IContentPickerResultProvider
{
    // As many as a list without script can bear; more is found by typing.
    private const int Limit = 200;

    public string Name => "Default";

    public async Task<IEnumerable<ContentPickerResult>> Search(ContentPickerSearchContext searchContext)
    {
        string[] types = searchContext.DisplayAllContentTypes
            ? [.. (await definitions.ListTypeDefinitionsAsync()).Where(t => !t.HasStereotype()).Select(t => t.Name)]
            : [.. searchContext.ContentTypes];
        if (types.Length == 0)
            return [];

        var query = session.QueryIndex<ContentItemIndex>(x => x.Latest && x.ContentType.IsIn(types));
        if (!string.IsNullOrWhiteSpace(searchContext.Query))
            query = query.Where(x => x.DisplayText!.Contains(searchContext.Query));

        var rows = await query.OrderBy(x => x.DisplayText!).Take(Limit).ListAsync();
        return rows.Select(r => new ContentPickerResult { ContentItemId = r.ContentItemId, DisplayText = r.DisplayText ?? r.ContentType, HasPublished = r.Published });
    }
}
