using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Documents;

/// <summary>Content types and the index table.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    /// <summary>First version.</summary>
    public async Task<int> CreateAsync()
    {
        // Neither draftable nor versionable: the lifecycle says what is read, and history keeps what happened.
        await definitions.AlterTypeDefinitionAsync(DocumentTypes.News, type => type.DisplayedAs("News").Securable().WithPart(nameof(NewsPart)));
        await definitions.AlterTypeDefinitionAsync(DocumentTypes.HouseDocument, type => type.DisplayedAs("House document").Securable().WithPart(nameof(HouseDocumentPart)));
        await SchemaBuilder.CreateMapIndexTableAsync<PublicationIndex>(table => table
            .Column<string>(nameof(PublicationIndex.PublicationId), column => column.WithLength(26))
            .Column<string>(nameof(PublicationIndex.Type), column => column.WithLength(20))
            .Column<string>(nameof(PublicationIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(PublicationIndex.Title), column => column.WithLength(255))
            .Column<string>(nameof(PublicationIndex.Languages), column => column.WithLength(100))
            .Column<string>(nameof(PublicationIndex.Audience), column => column.WithLength(20))
            .Column<string>(nameof(PublicationIndex.Topic), column => column.WithLength(20))
            .Column<bool>(nameof(PublicationIndex.Pinned))
            .Column<DateTime>(nameof(PublicationIndex.FromUtc))
            .Column<DateTime>(nameof(PublicationIndex.UntilUtc))
            .Column<string>(nameof(PublicationIndex.Search), column => column.WithLength(PublicationIndex.LongestSearch)));
        await SchemaBuilder.AlterIndexTableAsync<PublicationIndex>(table =>
        {
            table.CreateIndex("IDX_PublicationIndex_Document", "DocumentId", nameof(PublicationIndex.PublicationId));
            table.CreateIndex("IDX_PublicationIndex_Read", nameof(PublicationIndex.Type), nameof(PublicationIndex.State), nameof(PublicationIndex.FromUtc));
        });
        return 1;
    }
}
