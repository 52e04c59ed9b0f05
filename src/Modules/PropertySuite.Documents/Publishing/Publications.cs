using OrchardCore.ContentManagement;
using OrchardCore.Modules;
using PropertySuite.Core;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Documents;

/// <summary>News and house documents: kept by the office, found for readers.</summary>
public sealed class Publications(ISession session, IContentManager contents, RecordHistory history, IClock clock)
{
    private const string Published = nameof(PublicationState.Published);
    private const string Everybody = nameof(Audience.Everybody);

    /// <summary>The part that makes an item a publication; null when it is none.</summary>
    public static PublicationPart? PartOf(ContentItem? item) => item?.ContentType switch
    {
        DocumentTypes.News => item.GetOrCreate<NewsPart>(),
        DocumentTypes.HouseDocument => item.GetOrCreate<HouseDocumentPart>(),
        _ => null,
    };

    /// <summary>The publication with this id, in any state; null when there is none.</summary>
    public async Task<PublicationPart?> FindAsync(string? publicationId) =>
        publicationId is { Length: > 0 and <= 26 } ? PartOf(await contents.GetAsync(publicationId)) : null;

    /// <summary>The same of one kind.</summary>
    public async Task<T?> FindAsync<T>(string? publicationId) where T : PublicationPart => await FindAsync(publicationId) as T;

    /// <summary>An empty one, not saved.</summary>
    public async Task<T> NewAsync<T>(string type) where T : PublicationPart, new() => (await contents.NewAsync(type)).GetOrCreate<T>();

    /// <summary>Keeps a new one with its first step.</summary>
    public async Task CreateAsync(PublicationPart publication, params IEnumerable<Step> steps)
    {
        Apply(publication);
        await contents.CreateAsync(publication.ContentItem, VersionOptions.Published);
        await history.KeepAsync(publication.Kind, publication.ContentItem.ContentItemId, steps);
        await session.FlushOrRefuseAsync();
    }

    /// <summary>Saves one with the steps it took.</summary>
    /// <exception cref="RefusedException">Somebody changed it meanwhile.</exception>
    public async Task SaveAsync(PublicationPart publication, params IEnumerable<Step> steps)
    {
        Apply(publication);
        await contents.UpdateAsync(publication.ContentItem);
        await session.SaveAsync(publication.ContentItem, checkConcurrency: true);
        await history.KeepAsync(publication.Kind, publication.ContentItem.ContentItemId, steps);
        await session.FlushOrRefuseAsync();
    }

    /// <summary>What can be read now, pinned first, then the newest.</summary>
    /// <param name="type">Content type.</param>
    /// <param name="ofTheHouse">Whether the reader may see what is for residents.</param>
    /// <param name="text">Words that a publication holds, folded; null for all.</param>
    public async Task<IReadOnlyList<PublicationPart>> ReadableAsync(string type, bool ofTheHouse, int skip = 0, int take = 50, string? text = null)
    {
        var rows = await Readable(type, ofTheHouse, text).OrderByDescending(row => row.Pinned).ThenByDescending(row => row.FromUtc).ThenByDescending(row => row.Id).Skip(skip).Take(take).ListAsync();
        return await OfAsync([.. rows.Select(row => row.PublicationId)]);
    }

    /// <summary>How many can be read now.</summary>
    public Task<int> CountReadableAsync(string type, bool ofTheHouse, string? text = null) => Readable(type, ofTheHouse, text).CountAsync();

    /// <summary>Books in the history what time has ended.</summary>
    public async Task EndAsync()
    {
        var now = clock.UtcNow;
        var over = await session.QueryIndex<PublicationIndex>(row => row.State == Published && row.UntilUtc <= now).Take(100).ListAsync();
        foreach (var publication in await OfAsync([.. over.Select(row => row.PublicationId)]))
        {
            await SaveAsync(publication, PublicationLifecycle.Table.Take(publication, PublicationVerbs.End, Actor.Clock, now));
        }
    }

    private IQueryIndex<PublicationIndex> Readable(string type, bool ofTheHouse, string? text)
    {
        var now = clock.UtcNow;
        var query = session.QueryIndex<PublicationIndex>(row => row.Type == type && row.State == Published && row.FromUtc <= now && row.UntilUtc > now);
        query = ofTheHouse ? query : query.Where(row => row.Audience == Everybody);
        return text is null ? query : query.Where(row => row.Search.Contains(text));
    }

    private async Task<IReadOnlyList<PublicationPart>> OfAsync(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var items = (await session.Query<ContentItem, PublicationIndex>(row => row.PublicationId.IsIn(ids)).ListAsync(contents)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        return [.. ids.Where(items.ContainsKey).Select(id => PartOf(items[id])!)];
    }

    private static void Apply(PublicationPart publication)
    {
        var item = publication.ContentItem;
        item.DisplayText = publication.Texts.Count > 0 ? publication.Texts[0].Title : "";
        item.Apply(publication.GetType().Name, publication);
    }
}
