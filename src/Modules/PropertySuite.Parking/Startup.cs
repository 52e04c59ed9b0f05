using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;

namespace PropertySuite.Parking;

/// <summary>The module's table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();
        services.AddPrivateContent(ParkingPermissions.View, ParkingTypes.Area, ParkingTypes.Space, ParkingTypes.Vehicle, ParkingTypes.Application, ParkingTypes.Lease, ParkingTypes.Violation);

        services.AddContentPart<AreaPart>();
        services.AddContentPart<SpacePart>();
        services.AddContentPart<VehiclePart>();
        services.AddContentPart<ApplicationPart>();
        services.AddContentPart<LeasePart>();
        services.AddContentPart<ViolationPart>();
        services.AddIndexProvider<ParkingIndexProvider>();
        services.AddIndexProvider<RightIndexProvider>();
    }
}
