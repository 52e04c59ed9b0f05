using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;

namespace PropertySuite.Core.Checklists;

/// <summary>A checklist as it is found.</summary>
public sealed class ChecklistIndex : MapIndex
{
    public string ChecklistId { get; set; } = "";

    /// <summary>Unique.</summary>
    public string Code { get; set; } = "";

    public string Title { get; set; } = "";

    public string Purpose { get; set; } = "";

    public int Items { get; set; }

    public decimal TotalWeight { get; set; }

    public bool IsRetired { get; set; }

    public string Search { get; set; } = "";
}

/// <summary>Maps checklists to rows.</summary>
public sealed class ChecklistIndexProvider : IndexProvider<ContentItem>
{
    /// <inheritdoc/>
    public override void Describe(DescribeContext<ContentItem> context) => context.For<ChecklistIndex>()
        .When(item => item.ContentType == Checklists.ContentType && item.Latest)
        .Map(item =>
        {
            var list = item.GetOrCreate<ChecklistPart>();
            return new ChecklistIndex
            {
                ChecklistId = item.ContentItemId,
                Code = list.Code,
                Title = list.Title,
                Purpose = list.Purpose,
                Items = list.Items.Count,
                TotalWeight = list.TotalWeight,
                IsRetired = list.IsRetired,
                Search = SearchText.Fold(list.Code, list.Title),
            };
        });
}

/// <summary>Content type and table of checklists.</summary>
public sealed class ChecklistMigrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(ChecklistPart), part => part.WithDescription("What makes an item a checklist."));
        await definitions.AlterTypeDefinitionAsync(Checklists.ContentType, type => type.DisplayedAs("Checklist").Securable().WithPart(nameof(ChecklistPart)));
        await SchemaBuilder.CreateMapIndexTableAsync<ChecklistIndex>(table => table
            .Column<string>(nameof(ChecklistIndex.ChecklistId), column => column.WithLength(26))
            .Column<string>(nameof(ChecklistIndex.Code), column => column.Unique().WithLength(30))
            .Column<string>(nameof(ChecklistIndex.Title), column => column.WithLength(120))
            .Column<string>(nameof(ChecklistIndex.Purpose), column => column.WithLength(60))
            .Column<int>(nameof(ChecklistIndex.Items))
            .Column<decimal>(nameof(ChecklistIndex.TotalWeight))
            .Column<bool>(nameof(ChecklistIndex.IsRetired))
            .Column<string>(nameof(ChecklistIndex.Search), column => column.WithLength(255)));
        return 1;
    }
}

/// <summary>Checklists: found, written.</summary>
public sealed class Checklists(ISession session, IContentManager contents)
{
    /// <summary>Name of the content type.</summary>
    public const string ContentType = "Checklist";

    /// <summary>The checklist with this id; null when there is none.</summary>
    public async Task<ChecklistPart?> FindAsync(string? id) =>
        id is { Length: > 0 and <= 26 } && await contents.GetAsync(id) is { ContentType: ContentType } item ? item.As<ChecklistPart>() : null;

    /// <summary>The checklist with this code; null when there is none.</summary>
    public async Task<ChecklistPart?> FindByCodeAsync(string code)
    {
        var looked = code.Trim().ToUpperInvariant();
        return (await session.QueryIndex<ChecklistIndex>(row => row.Code == looked).FirstOrDefaultAsync()) is { } row ? await FindAsync(row.ChecklistId) : null;
    }

    /// <summary>Those for a purpose that are in use, by code.</summary>
    public async Task<IReadOnlyList<ChecklistIndex>> OfPurposeAsync(string purpose) =>
        [.. await session.QueryIndex<ChecklistIndex>(row => row.Purpose == purpose && row.IsRetired == false).OrderBy(row => row.Code).ListAsync()];

    /// <summary>Saves a checklist: a new one when it has no id yet.</summary>
    /// <exception cref="RefusedException">Its code is taken, or somebody changed it meanwhile.</exception>
    public async Task SaveAsync(ChecklistPart list)
    {
        var item = list.ContentItem;
        item.DisplayText = list.Title;
        item.Apply(list);
        if (item.Id == 0)
        {
            await contents.CreateAsync(item, VersionOptions.Published);
        }
        else
        {
            await contents.UpdateAsync(item);
            await session.SaveAsync(item, checkConcurrency: true);
        }

        await session.FlushOrRefuseAsync(UniqueKey.Of(nameof(ChecklistIndex.Code), ChecklistRefusals.CodeTaken, "Code"));
    }

    /// <summary>An empty one.</summary>
    public async Task<ChecklistPart> NewAsync() => (await contents.NewAsync(ContentType)).GetOrCreate<ChecklistPart>();
}

/// <summary>Registration of what checklists are for.</summary>
public static class ChecklistServices
{
    /// <summary>Adds a purpose.</summary>
    public static IServiceCollection AddChecklistPurpose(this IServiceCollection services, ChecklistPurpose purpose) => services.AddSingleton(purpose);
}
