using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrchardCore.BackgroundTasks;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Recipes;
using OrchardCore.ResourceManagement;
using OrchardCore.Security.Permissions;
using PropertySuite.Core.Checklists;
using PropertySuite.Core.Imports;
using PropertySuite.Core.Queues;
using PropertySuite.Core.Search;
using PropertySuite.Core.Today;

namespace PropertySuite.Core;

/// <summary>Table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddDataMigration<QueueMigrations>();

        // Who acts, and when
        services.AddScoped<CurrentActor>();
        services.AddScoped<ReaderAccess>();
        services.AddScoped<CommunityTimes>();
        services.AddScoped<Deadlines>();
        services.AddScoped<WorkingCalendars>();
        services.AddSiteDisplayDriver<WorkingHoursSettingsDriver>();
        services.AddNavigationProvider<WorkingHoursMenu>();

        // Refusals become answers in one place
        services.AddScoped<RefusalTexts>();
        services.Configure<MvcOptions>(options => options.Filters.Add<RefusedFilter>());

        // Forms know what they were opened on
        services.AddScoped<IContentDisplayDriver, OpenedVersionDriver>();

        // Lists are filled from spreadsheets
        services.AddDataMigration<ImportMigrations>();
        services.AddIndexProvider<ImportIndexProvider>();
        services.AddIndexProvider<ImportedRecordsIndexProvider>();
        services.AddIndexProvider<ImportDraftIndexProvider>();
        services.AddScoped<MessageSubject>();
        services.AddScoped<ImportWords>();
        services.AddScoped<ImportPlanner>();
        services.AddScoped<ImportRunner>();
        services.AddScoped<ImportUndo>();
        services.AddScoped<ImportTemplates>();
        services.AddScoped<ImportAccess>();
        services.AddJobWorker<ImportWorker>();
        services.AddJobWorker<UndoWorker>();
        services.AddTimedWork<ImportTimer>();
        services.AddRecipeExecutionStep<ImportStep>();
        services.AddPermissionProvider<ImportPermissions>();
        services.AddNavigationProvider<ImportMenu>();

        // What inspections are made by
        services.AddContentPart<ChecklistPart>();
        services.AddDataMigration<ChecklistMigrations>();
        services.AddIndexProvider<ChecklistIndexProvider>();
        services.AddScoped<Checklists.Checklists>();
        services.AddPrivateContent(ChecklistPermissions.Manage, Checklists.Checklists.ContentType);
        services.AddPermissionProvider<ChecklistPermissions>();
        services.AddNavigationProvider<ChecklistMenu>();

        // Records: numbers, history, pages
        services.AddScoped<CommunityCode>();
        services.AddScoped<NumberSeries>();
        services.AddIndexProvider<NumberCounterIndexProvider>();
        services.AddScoped<RecordHistory>();
        services.AddIndexProvider<HistoryIndexProvider>();
        services.AddScoped<RecordComposer>();
        services.AddScoped<ListWriter>();

        // What waits, for whom, until when
        services.AddIndexProvider<QueueIndexProvider>();
        services.AddScoped<WorkQueue>();
        services.AddNavigationProvider<QueueMenu>();
        services.AddDisplayDriver<TodayBoard, TodayQueueDriver>();
        services.AddDisplayDriver<TodayBoard, QueueFiguresDriver>();
        services.AddPermissionProvider<FigurePermissions>();
        services.AddScoped<ISearchSource, QueueSearchSource>();

        // Files of records
        services.AddDataMigration<AttachmentMigrations>();
        services.AddIndexProvider<AttachmentIndexProvider>();
        services.AddIndexProvider<AttachmentContentIndexProvider>();
        services.AddScoped<Attachments>();
        services.AddSingleton<IBackgroundTask, AttachmentSweep>();
        services.AddSiteDisplayDriver<AttachmentSettingsDriver>();
        services.AddNavigationProvider<AttachmentMenu>();
        services.AddTransient<IConfigureOptions<ResourceManagementOptions>, AttachmentResources>();

        // Money: demanded, paid, held, refunded; and papers
        services.AddDataMigration<MoneyMigrations>();
        services.AddIndexProvider<DemandIndexProvider>();
        services.AddIndexProvider<MoneyEntryIndexProvider>();
        services.AddScoped<IMoneyBook, MoneyBook>();
        services.AddScoped<MoneyOfRecord>();
        services.AddPermissionProvider<MoneyPermissions>();
        services.AddNavigationProvider<MoneyMenu>();
        services.AddSiteDisplayDriver<MoneySettingsDriver>();
        services.AddDisplayDriver<TodayBoard, TodayMoneyDriver>();
        services.AddIndexProvider<PaperIndexProvider>();
        services.AddScoped<PaperWriter>();
        services.AddScoped<Papers>();
        services.AddScoped<PaperLines>();
        services.AddPermissionProvider<PaperPermissions>();

        // What is done later: deadlines, queues, jobs
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IBackgroundTask, TimedWorkTask>();
        services.TryAddScoped<ITimedWorkBell, SilentBell>();
        services.AddScoped<JobBook>();
        services.AddSingleton<JobRunner>();
        services.AddTimedWork<JobWork>();
        services.AddIndexProvider<JobIndexProvider>();
        services.AddScoped<JobNames>();
        services.AddPermissionProvider<JobPermissions>();
        services.AddNavigationProvider<JobMenu>();
    }
}
