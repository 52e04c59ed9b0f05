using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Models;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Contents;
using YesSql;
using YesSql.Services;

namespace PropertySuite.Platform.Features.Contents;

/// <summary>What somebody asks of the list: words, type, status, order.</summary>
/// <param name="Text">Part of the title; null: any.</param>
/// <param name="Type">A content type; null: all listable ones.</param>
/// <param name="Status"><c>draft</c>, <c>published</c>, or null for the latest of each item.</param>
/// <param name="Sort"><c>modified</c> (default), <c>created</c>, <c>published</c> or <c>title</c>.</param>
public sealed record ContentListRequest(string? Text, string? Type, string? Status, string? Sort)
{
    /// <summary>Reads the words of a search box: <c>text:… type:… status:… sort:…</c>, and anything else as text.</summary>
    public static ContentListRequest Parse(string? query, string? type, string? status, string? sort)
    {
        string? text = null;
        foreach (var word in (query ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var value = word[(colon + 1)..].Trim('"');
            switch (colon > 0 ? word[..colon].ToLowerInvariant() : string.Empty)
            {
                case "type":
                    type = value;
                    break;
                case "status":
                    status = value;
                    break;
                case "sort":
                    sort = value;
                    break;
                case "text":
                    text = text is null ? value : text + " " + value;
                    break;
                default:
                    text = text is null ? word : text + " " + word;
                    break;
            }
        }

        return new(Empty(text), Empty(type), Empty(status)?.ToLowerInvariant(), Empty(sort)?.ToLowerInvariant());
    }

    private static string? Empty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>Finds the items that a person may see in the list.</summary>
public sealed class ContentList(ISession session, IContentDefinitionManager definitions, IContentManager contents, IAuthorizationService authorization)
{
    /// <summary>The types that may be listed by this person, by their shown name.</summary>
    public async Task<IReadOnlyList<ContentTypeDefinition>> TypesAsync(ClaimsPrincipal user)
    {
        var types = new List<ContentTypeDefinition>();
        foreach (var type in await definitions.ListTypeDefinitionsAsync())
        {
            if (type.IsListable() && await authorization.AuthorizeContentTypeAsync(user, CommonPermissions.ListContent, type))
                types.Add(type);
        }

        return [.. types.OrderBy(t => t.DisplayName, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>The types of which this person may make items.</summary>
    public async Task<IReadOnlyList<ContentTypeDefinition>> CreatableAsync(ClaimsPrincipal user)
    {
        var owner = user.FindFirstValue(ClaimTypes.NameIdentifier);
        var types = new List<ContentTypeDefinition>();
        foreach (var type in await definitions.ListTypeDefinitionsAsync())
        {
            if (type.IsCreatable() && await authorization.AuthorizeContentTypeAsync(user, CommonPermissions.EditContent, type, owner))
                types.Add(type);
        }

        return [.. types.OrderBy(t => t.DisplayName, StringComparer.CurrentCultureIgnoreCase)];
    }

    public Task<int> CountAsync(ContentListRequest request, IReadOnlyCollection<string> types) => Query(request, types).CountAsync();

    public async Task<IReadOnlyList<ContentItem>> PageAsync(ContentListRequest request, IReadOnlyCollection<string> types, int skip, int take) =>
        [.. await Sorted(Query(request, types), request.Sort).Skip(skip).Take(take).ListAsync(contents)];

    private IQuery<ContentItem, ContentItemIndex> Query(ContentListRequest request, IReadOnlyCollection<string> types)
    {
        var query = request.Status switch
        {
            "draft" => session.Query<ContentItem, ContentItemIndex>(x => x.Latest && !x.Published),
            "published" => session.Query<ContentItem, ContentItemIndex>(x => x.Published),
            _ => session.Query<ContentItem, ContentItemIndex>(x => x.Latest),
        };

        string[] wanted = request.Type is null ? [.. types] : [.. types.Where(t => string.Equals(t, request.Type, StringComparison.OrdinalIgnoreCase))];
        query = query.Where(x => x.ContentType.IsIn(wanted));
        if (request.Text is { } text)
            query = query.Where(x => x.DisplayText!.Contains(text));

        return query;
    }

    private static IQuery<ContentItem, ContentItemIndex> Sorted(IQuery<ContentItem, ContentItemIndex> query, string? sort) => sort switch
    {
        "title" or "displaytext" => query.OrderBy(x => x.DisplayText!).ThenBy(x => x.Id),
        "created" => query.OrderByDescending(x => x.CreatedUtc!).ThenByDescending(x => x.Id),
        "published" => query.OrderByDescending(x => x.PublishedUtc!).ThenByDescending(x => x.Id),
        _ => query.OrderByDescending(x => x.ModifiedUtc!).ThenByDescending(x => x.Id),
    };
}
