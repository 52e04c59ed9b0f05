using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Workflows.Helpers;

namespace PropertySuite.Visitors.Workflows;

/// <summary>What visits bring to workflows, where a site has them.</summary>
[RequireFeatures("OrchardCore.Workflows")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IVisitWitness, VisitWorkflowWitness>();
        services.AddActivity<VisitChangedEvent, VisitActivityDriver<VisitChangedEvent>>();
        services.AddActivity<VisitUnansweredEvent, VisitActivityDriver<VisitUnansweredEvent>>();
        services.AddActivity<VisitOverstayEvent, VisitActivityDriver<VisitOverstayEvent>>();
        services.AddActivity<VisitRangEvent, VisitActivityDriver<VisitRangEvent>>();
        services.AddActivity<VisitWatchHitEvent, VisitActivityDriver<VisitWatchHitEvent>>();
        services.AddScoped<IOfficeVisitWitness, OfficeWorkflowWitness>();
        services.AddActivity<OfficeVisitChangedEvent, VisitActivityDriver<OfficeVisitChangedEvent>>();
        services.AddActivity<OfficeVisitStandsTask, VisitActivityDriver<OfficeVisitStandsTask>>();
        services.AddActivity<AskHostTask, VisitActivityDriver<AskHostTask>>();
        services.AddActivity<DecideVisitTask, VisitActivityDriver<DecideVisitTask>>();
        services.AddActivity<AskStillHereTask, VisitActivityDriver<AskStillHereTask>>();
        services.AddActivity<VisitStandsTask, VisitActivityDriver<VisitStandsTask>>();
        services.AddActivity<TellHostTask, VisitActivityDriver<TellHostTask>>();
        services.AddActivity<TellStaffTask, VisitActivityDriver<TellStaffTask>>();
    }
}
