using YesSql.Indexes;

namespace OrchardCore.ContentManagement.Records;

internal sealed class ContentItemIndexProvider : IndexProvider<ContentItem>
{
    public override void Describe(DescribeContext<ContentItem> context)
    {
        context.For<ContentItemIndex>().Map(item => new ContentItemIndex
        {
            ContentItemId = item.ContentItemId,
            ContentItemVersionId = item.ContentItemVersionId,
            Latest = item.Latest,
            Published = item.Published,
            ContentType = item.ContentType,
            ModifiedUtc = item.ModifiedUtc,
            PublishedUtc = item.PublishedUtc,
            CreatedUtc = item.CreatedUtc,
            Owner = Cut(item.Owner, ContentItemIndex.MaxOwnerSize),
            Author = Cut(item.Author, ContentItemIndex.MaxAuthorSize),
            DisplayText = Cut(item.DisplayText, ContentItemIndex.MaxDisplayTextSize),
        });
        context.For<ContentItemKeyIndex>()
            .When(item => item.Latest || item.Published)
            .Map(item => new ContentItemKeyIndex
            {
                LatestKey = item.Latest ? item.ContentItemId : null,
                PublishedKey = item.Published ? item.ContentItemId : null,
            });
    }

    private static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
