using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using PropertySuite.Visitors.Contracts;

namespace PropertySuite.Decoration.Gate;

/// <summary>What the gate knows of works: workers' passes hold only while their permit does (DEC-12, DEC-13).</summary>
public sealed class GatePermits(Permits permits) : IWorkPermits
{
    /// <inheritdoc/>
    public async Task<WorkPermit?> FindAsync(string number) =>
        await permits.FindByNumberAsync(number.Trim().ToUpperInvariant()) is { } permit
            ? new WorkPermit(permit.Number, permit.Unit.Id, permit.Unit.Code, permit.Plan.From, permit.State == PermitState.Rectification ? DateOnly.MaxValue : permit.LastDay, !PermitStates.LetsWorkersIn(permit.State))
            : null;
}

/// <summary>Where visitors are registered, the gate honours permits.</summary>
[RequireFeatures("PropertySuite.Visitors")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services) => services.AddScoped<IWorkPermits, GatePermits>();
}
