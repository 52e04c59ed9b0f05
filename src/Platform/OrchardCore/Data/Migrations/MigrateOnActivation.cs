using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace PropertySuite.Platform.Data.Migrations;

/// <summary>Brings the tenant's data up to date before the tenant answers its first request.</summary>
internal sealed class MigrateOnActivation(IDataMigrationManager migrations) : ModularTenantEvents
{
    public override Task ActivatingAsync() => migrations.UpdateAllFeaturesAsync();
}
