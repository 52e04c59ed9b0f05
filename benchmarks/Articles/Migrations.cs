using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;

namespace PropertySuite.Articles;

/// <summary>The content type Article: a title and a body.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterTypeDefinitionAsync("Article", type => type
            .DisplayedAs("Article")
            .Creatable().Listable().Draftable().Versionable()
            .WithPart("TitlePart", part => part.WithPosition("0"))
            .WithPart("HtmlBodyPart", part => part.WithPosition("1")));
        return 1;
    }
}
