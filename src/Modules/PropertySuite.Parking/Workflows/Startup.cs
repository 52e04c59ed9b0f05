using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace PropertySuite.Parking.Workflows;

/// <summary>What parking brings to workflows, where a site has them.</summary>
[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IParkingWitness, ParkingWorkflowWitness>();
        services.AddActivity<ParkingChangedEvent, ParkingActivityDriver<ParkingChangedEvent>>();
        services.AddActivity<TellParkingHolderTask, ParkingActivityDriver<TellParkingHolderTask>>();
        services.AddActivity<TellParkingStaffTask, ParkingActivityDriver<TellParkingStaffTask>>();
    }
}
