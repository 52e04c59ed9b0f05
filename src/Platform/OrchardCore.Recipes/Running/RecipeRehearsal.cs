using Dapper;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Records;
using OrchardCore.Environment.Shell;
using YesSql;

namespace PropertySuite.Platform.Recipes;

/// <summary>What a recipe would do to a site.</summary>
/// <param name="Errors">Empty: it would run.</param>
/// <param name="FeaturesOn">Ids of features that it would switch on.</param>
/// <param name="Changes">Records by kind; the steps with errors are left out of account.</param>
internal sealed record RecipeRehearsal(
    IReadOnlyList<RecipeException> Errors, IReadOnlyList<string> FeaturesOn, IReadOnlyList<string> FeaturesOff, IReadOnlyList<RecipeChange> Changes)
{
    /// <summary>Where as much is wrong as this, the rest is looked at another time.</summary>
    public const int MostErrors = 20;
}

/// <param name="Kind">Content type, or the name of what else is stored.</param>
internal sealed record RecipeChange(string Kind, bool IsContent, int Created, int Changed, int Deleted);

/// <summary>Which records a site holds, in which version, and which features it has: enough to tell what was changed.</summary>
internal sealed record SiteContents(IReadOnlyDictionary<long, (string Type, long Version)> Records, IReadOnlyDictionary<long, string> ContentTypes, IReadOnlySet<string> Features)
{
    public static async Task<SiteContents> ReadAsync(IRecipeWorkspace workspace)
    {
        SiteContents? contents = null;
        await workspace.RunAsync(async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var configuration = services.GetRequiredService<IStore>().Configuration;
            var table = configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + configuration.TableNameConvention.GetDocumentTable(string.Empty), configuration.Schema);
            var transaction = await session.BeginTransactionAsync();
            var rows = await transaction.Connection!.QueryAsync<(long Id, string Type, long Version)>($"SELECT {Column("Id")}, {Column("Type")}, {Column("Version")} FROM {table}", transaction: transaction);
            var types = await session.QueryIndex<ContentItemIndex>().ListAsync();
            contents = new SiteContents(
                rows.ToDictionary(row => row.Id, row => (row.Type, row.Version)),
                types.DistinctBy(row => row.DocumentId).ToDictionary(row => row.DocumentId, row => row.ContentType),
                (await services.GetRequiredService<IShellFeaturesManager>().GetEnabledFeaturesAsync()).Select(feature => feature.Id).ToHashSet(StringComparer.OrdinalIgnoreCase));

            string Column(string name) => configuration.SqlDialect.QuoteForColumnName(name);
        });
        return contents!;
    }

    public RecipeRehearsal Since(SiteContents before, IReadOnlyList<RecipeException> errors)
    {
        var changes = new Dictionary<(string Kind, bool IsContent), (int Created, int Changed, int Deleted)>();
        foreach (var (id, record) in Records)
        {
            var known = before.Records.TryGetValue(id, out var earlier);
            if (!known || earlier.Version != record.Version)
            {
                Count(this, id, record.Type, known ? (0, 1, 0) : (1, 0, 0));
            }
        }

        foreach (var (id, record) in before.Records.Where(record => !Records.ContainsKey(record.Key)))
        {
            Count(before, id, record.Type, (0, 0, 1));
        }

        return new RecipeRehearsal(
            errors,
            [.. Features.Except(before.Features).Order(StringComparer.Ordinal)],
            [.. before.Features.Except(Features).Order(StringComparer.Ordinal)],
            [.. changes.Select(change => new RecipeChange(change.Key.Kind, change.Key.IsContent, change.Value.Created, change.Value.Changed, change.Value.Deleted))
                .OrderByDescending(change => change.IsContent).ThenBy(change => change.Kind, StringComparer.Ordinal)]);

        void Count(SiteContents contents, long id, string type, (int Created, int Changed, int Deleted) one)
        {
            var isContent = contents.ContentTypes.TryGetValue(id, out var contentType);
            var kind = (isContent ? contentType! : NameOf(type), isContent);
            var (created, changed, deleted) = changes.GetValueOrDefault(kind);
            changes[kind] = (created + one.Created, changed + one.Changed, deleted + one.Deleted);
        }
    }

    /// <summary>The last word of a type's name.</summary>
    private static string NameOf(string type) => type.Split(',')[0].Split('.', '+')[^1];
}
