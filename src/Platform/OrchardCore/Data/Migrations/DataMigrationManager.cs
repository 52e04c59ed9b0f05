using Microsoft.Extensions.Logging;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Extensions;
using YesSql;
using YesSql.Internals;
using YesSql.Sql;

namespace PropertySuite.Platform.Data.Migrations;

/// <summary>
/// Runs the migrations of the tenant's features, in the order in which the features register them. Each step is one transaction with
/// the note that it was done, so a tenant that was stopped half-way goes on where it was, and of two nodes one runs it.
/// </summary>
internal sealed class DataMigrationManager(
    IEnumerable<IDataMigration> migrations, Session session, ILogger<DataMigrationManager> logger, ITypeFeatureProvider? features = null) : IDataMigrationManager
{
    public async Task<IEnumerable<string>> GetFeaturesThatNeedUpdateAsync()
    {
        var record = await ReadAsync();
        return [.. migrations.Where(migration => Next(record, migration) is not null).SelectMany(FeaturesOf).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public Task UpdateAllFeaturesAsync() => UpdateAsync(migrations);

    public Task UpdateAsync(params string[] features) => UpdateAsync(OfFeatures(features));

    public async Task Uninstall(string feature)
    {
        foreach (var migration in OfFeatures([feature]).Reverse())
        {
            var steps = MigrationSteps.Of(migration.GetType());
            await BeginAsync(migration);
            var record = await ReadAsync();
            if (record.Find(NameOf(migration)) is not { } entry)
                continue;

            await RunAsync(migration, "Uninstall", () => steps.UninstallAsync(migration));
            record.DataMigrations.Remove(entry);
            await session.SaveAsync(record);
            await session.SaveChangesAsync();
        }
    }

    private async Task UpdateAsync(IEnumerable<IDataMigration> chosen)
    {
        var record = await ReadAsync();
        foreach (var migration in chosen)
        {
            RefuseNewer(record, migration);
            if (Next(record, migration) is null)
                continue;

            while (await StepAsync(migration))
            {
                // Each step is committed before the next begins.
            }
        }
    }

    private async Task<bool> StepAsync(IDataMigration migration)
    {
        // The right to write first, then the look at the record: of two nodes the second finds the step done.
        await BeginAsync(migration);
        var record = await ReadAsync();
        if (Next(record, migration) is not { } step)
        {
            await session.SaveChangesAsync();
            return false;
        }

        var steps = MigrationSteps.Of(migration.GetType());
        var entry = record.Find(NameOf(migration));
        var before = entry?.Version;
        var reached = 0;
        await RunAsync(migration, step, async () =>
        {
            reached = await steps.RunAsync(migration, before);
            if (reached <= (before ?? 0))
                throw new InvalidOperationException($"The step answers version {reached}, which does not go on from {before ?? 0}.");
        });

        if (entry is null)
            record.DataMigrations.Add(entry = new MigratedClass { DataMigrationClass = NameOf(migration) });
        entry.Version = reached;
        entry.LastStep = steps.Last;
        await session.SaveAsync(record);
        await session.SaveChangesAsync();
        logger.LogInformation("Migration {Migration} has reached version {Version}", entry.DataMigrationClass, reached);
        return true;
    }

    private async Task BeginAsync(IDataMigration migration) =>
        migration.SchemaBuilder = new SchemaBuilder(session.Store.Configuration, await session.Unit.BeginAsync());

    private async Task RunAsync(IDataMigration migration, string step, Func<Task> run)
    {
        try
        {
            // A step may run a recipe, whose steps have scopes of their own: they write in this transaction.
            using (session.Unit.MakeAmbient())
                await run();
            await session.FlushAsync();
        }
        catch (Exception exception)
        {
            await session.CancelAsync();
            throw new InvalidOperationException($"The migration step '{NameOf(migration)}.{step}' failed and was rolled back: {exception.Message}", exception);
        }
    }

    // Read anew each time: what was tracked before the transaction may have been changed by another node.
    private async Task<DataMigrationRecord> ReadAsync()
    {
        if (await session.Query<DataMigrationRecord>().FirstOrDefaultAsync() is not { } known)
            return new DataMigrationRecord();

        session.Detach(known);
        return (await session.GetAsync<DataMigrationRecord>(known.Id))!;
    }

    private static string? Next(DataMigrationRecord record, IDataMigration migration) =>
        MigrationSteps.Of(migration.GetType()).NextAfter(record.Find(NameOf(migration))?.Version);

    private static void RefuseNewer(DataMigrationRecord record, IDataMigration migration)
    {
        if (record.Find(NameOf(migration)) is { LastStep: { } last } entry && last > MigrationSteps.Of(migration.GetType()).Last)
        {
            throw new NewerDataException(
                $"The database was written by a newer version of the program: '{entry.DataMigrationClass}' is at version {entry.Version} there, "
                + $"and this program ends with the step from version {MigrationSteps.Of(migration.GetType()).Last}. Start the newer version.");
        }
    }

    private static string NameOf(IDataMigration migration) => migration.GetType().FullName!;

    private IEnumerable<IDataMigration> OfFeatures(string[] ids) =>
        migrations.Where(migration => FeaturesOf(migration).Any(id => ids.Contains(id, StringComparer.OrdinalIgnoreCase)));

    private IEnumerable<string> FeaturesOf(IDataMigration migration) =>
        features?.GetFeaturesForDependency(migration.GetType()).Select(feature => feature.Id) ?? [];
}
