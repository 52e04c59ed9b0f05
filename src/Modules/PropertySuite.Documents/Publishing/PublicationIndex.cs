using OrchardCore.ContentManagement;
using PropertySuite.Core;
using YesSql.Indexes;

namespace PropertySuite.Documents;

/// <summary>A publication as it is found.</summary>
public sealed class PublicationIndex : MapIndex
{
    /// <summary>Signs of <see cref="Search"/>.</summary>
    public const int LongestSearch = 4_000;

    public string PublicationId { get; set; } = "";

    /// <summary>Content type.</summary>
    public string Type { get; set; } = "";

    /// <summary>As stored: time makes a published one scheduled or ended.</summary>
    public string State { get; set; } = "";

    /// <summary>In the first of its languages.</summary>
    public string Title { get; set; } = "";

    public string Languages { get; set; } = "";

    public string Audience { get; set; } = "";

    /// <summary>Topic of news, category of a house document.</summary>
    public string Topic { get; set; } = "";

    public bool Pinned { get; set; }

    /// <summary>From when on it is read, UTC; for drafts without a day the least there is.</summary>
    public DateTime FromUtc { get; set; }

    /// <summary>Until when, exclusive, UTC; the year 9000 for no end.</summary>
    public DateTime UntilUtc { get; set; }

    /// <summary>Titles and texts of all languages, folded and cut.</summary>
    public string Search { get; set; } = "";
}

/// <summary>Maps publications to rows.</summary>
public sealed class PublicationIndexProvider : IndexProvider<ContentItem>
{
    /// <summary>Stands for no end.</summary>
    public static readonly DateTime Never = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime s_always = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<PublicationIndex>()
        .When(item => item.ContentType is DocumentTypes.News or DocumentTypes.HouseDocument && item.Latest)
        .Map(item =>
        {
            var publication = Publications.PartOf(item)!;
            var search = SearchText.Fold(publication.Texts.SelectMany(text => new[] { text.Title, text.Body }));
            return new PublicationIndex
            {
                PublicationId = item.ContentItemId,
                Type = item.ContentType,
                State = publication.State.ToString(),
                Title = publication.Texts.Count > 0 ? publication.Texts[0].Title : "",
                Languages = string.Join(" ", publication.Texts.Select(text => text.Language)),
                Audience = publication.Audience.ToString(),
                Topic = publication switch { NewsPart news => news.Topic.ToString(), HouseDocumentPart document => document.Category.ToString(), _ => "" },
                Pinned = publication is NewsPart { Pinned: true },
                FromUtc = publication.ReadSinceUtc ?? publication.FromUtc ?? s_always,
                UntilUtc = publication.UntilUtc ?? Never,
                Search = search.Length > PublicationIndex.LongestSearch ? search[..PublicationIndex.LongestSearch] : search,
            };
        });
}
