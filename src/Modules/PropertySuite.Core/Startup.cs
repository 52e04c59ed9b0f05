using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Modules;

namespace PropertySuite.Core;

/// <summary>Table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();

        // Who acts, and when
        services.AddScoped<CurrentActor>();
        services.AddScoped<CommunityTimes>();

        // Refusals become answers in one place
        services.AddScoped<RefusalTexts>();
        services.Configure<MvcOptions>(options => options.Filters.Add<RefusedFilter>());

        // Forms know what they were opened on
        services.AddScoped<IContentDisplayDriver, OpenedVersionDriver>();

        // Records: numbers, history, pages
        services.AddScoped<CommunityCode>();
        services.AddScoped<NumberSeries>();
        services.AddIndexProvider<NumberCounterIndexProvider>();
        services.AddScoped<RecordHistory>();
        services.AddIndexProvider<HistoryIndexProvider>();
        services.AddScoped<RecordComposer>();
        services.AddScoped<ListWriter>();
    }
}
