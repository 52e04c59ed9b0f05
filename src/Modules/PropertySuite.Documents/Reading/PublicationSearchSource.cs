using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using PropertySuite.Core;
using PropertySuite.Core.Search;

namespace PropertySuite.Documents;

/// <summary>News that the reader may read, by its words.</summary>
public sealed class NewsSearchSource(Publications publications, Readership readership, LinkGenerator links, IHttpContextAccessor accessor, IStringLocalizer<NewsSearchSource> S) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["News"];

    /// <inheritdoc/>
    public string Icon => "bell";

    /// <inheritdoc/>
    public int Order => 80;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take) =>
        [.. (await publications.ReadableAsync(DocumentTypes.News, await readership.IsOfTheHouseAsync(reader), take: take, text: SearchText.Fold(text)))
            .Select(news => (news.ContentItem.ContentItemId, Text: news.TextFor(CultureInfo.CurrentUICulture.Name)))
            .Select(hit => new SearchHit(hit.Text.Title, Paragraphs.Beginning(hit.Text.Body, 90), links.GetPathByAction(accessor.HttpContext!, "Show", "NewsPages", new { area = "PropertySuite.Documents", newsId = hit.ContentItemId }) ?? ""))];
}

/// <summary>House documents that the reader may read, by their words.</summary>
public sealed class LibrarySearchSource(Publications publications, Readership readership, LinkGenerator links, IHttpContextAccessor accessor, IStringLocalizer<LibrarySearchSource> S) : ISearchSource
{
    /// <inheritdoc/>
    public LocalizedString Heading => S["House documents"];

    /// <inheritdoc/>
    public string Icon => "book";

    /// <inheritdoc/>
    public int Order => 81;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SearchHit>> FindAsync(string text, ClaimsPrincipal reader, int take) =>
        [.. (await publications.ReadableAsync(DocumentTypes.HouseDocument, await readership.IsOfTheHouseAsync(reader), take: take, text: SearchText.Fold(text)))
            .Select(document => (document.ContentItem.ContentItemId, Text: document.TextFor(CultureInfo.CurrentUICulture.Name)))
            .Select(hit => new SearchHit(hit.Text.Title, Paragraphs.Beginning(hit.Text.Body, 90), links.GetPathByAction(accessor.HttpContext!, "Index", "Library", new { area = "PropertySuite.Documents" }, fragment: new FragmentString("#" + hit.ContentItemId)) ?? ""))];
}
