using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace OrchardCore.ContentManagement.Records;

internal sealed class ContentMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<ContentItemIndex>(table => table
            .Column<string>(nameof(ContentItemIndex.ContentItemId), column => column.WithLength(26))
            .Column<string>(nameof(ContentItemIndex.ContentItemVersionId), column => column.WithLength(26))
            .Column<bool>(nameof(ContentItemIndex.Latest))
            .Column<bool>(nameof(ContentItemIndex.Published))
            .Column<string>(nameof(ContentItemIndex.ContentType), column => column.WithLength(ContentItemIndex.MaxContentTypeSize))
            .Column<DateTime>(nameof(ContentItemIndex.ModifiedUtc), column => column.Nullable())
            .Column<DateTime>(nameof(ContentItemIndex.PublishedUtc), column => column.Nullable())
            .Column<DateTime>(nameof(ContentItemIndex.CreatedUtc), column => column.Nullable())
            .Column<string>(nameof(ContentItemIndex.Owner), column => column.Nullable().WithLength(ContentItemIndex.MaxOwnerSize))
            .Column<string>(nameof(ContentItemIndex.Author), column => column.Nullable().WithLength(ContentItemIndex.MaxAuthorSize))
            .Column<string>(nameof(ContentItemIndex.DisplayText), column => column.Nullable().WithLength(ContentItemIndex.MaxDisplayTextSize)));

        await SchemaBuilder.AlterIndexTableAsync<ContentItemIndex>(table =>
        {
            table.CreateIndex("IDX_ContentItemIndex_DocumentId", "DocumentId", "ContentItemId", "ContentItemVersionId", "Published", "Latest");
            table.CreateIndex("IDX_ContentItemIndex_DocumentId_ContentType", "DocumentId", "ContentType", "CreatedUtc", "ModifiedUtc", "PublishedUtc", "Published", "Latest");
            table.CreateIndex("IDX_ContentItemIndex_DocumentId_Owner", "DocumentId", "Owner", "Published", "Latest");
            table.CreateIndex("IDX_ContentItemIndex_DocumentId_Author", "DocumentId", "Author", "Published", "Latest");
            table.CreateIndex("IDX_ContentItemIndex_DocumentId_DisplayText", "DocumentId", "DisplayText", "Published", "Latest");
            // The look-ups of every page: an item by its id, a version by its own, a list by its type.
            table.CreateIndex("IDX_ContentItemIndex_ContentItemId", "ContentItemId", "Latest", "Published");
            table.CreateIndex("IDX_ContentItemIndex_ContentItemVersionId", "ContentItemVersionId");
            table.CreateIndex("IDX_ContentItemIndex_ContentType", "ContentType", "Latest", "Published", "CreatedUtc");
        });

        await SchemaBuilder.CreateMapIndexTableAsync<ContentItemKeyIndex>(table => table
            .Column<string>(nameof(ContentItemKeyIndex.LatestKey), column => column.Unique().WithLength(26))
            .Column<string>(nameof(ContentItemKeyIndex.PublishedKey), column => column.Unique().WithLength(26)));

        return 1;
    }
}
