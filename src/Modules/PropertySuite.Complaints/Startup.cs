using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.ContentManagement.Display.ContentDisplay;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using PropertySuite.Community.Contracts;
using PropertySuite.Core;
using PropertySuite.Core.Imports;
using PropertySuite.Core.Queues;
using PropertySuite.Core.Search;
using PropertySuite.Core.Today;

namespace PropertySuite.Complaints;

/// <summary>What the module brings: its table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<ComplaintsMenu>();
        services.AddNavigationProvider<ResidentMattersMenu>();

        // Cases, by the office's rules
        services.AddContentPart<ComplaintPart>();
        services.AddIndexProvider<ComplaintIndexProvider>();
        services.AddScoped<ComplaintBook>();
        services.AddScoped<ComplaintPolicy>();
        services.AddSiteDisplayDriver<ComplaintSettingsDriver>();
        services.AddTimedWork<ComplaintTimer>();

        // Work orders
        services.AddContentPart<WorkOrderPart>();
        services.AddIndexProvider<WorkOrderIndexProvider>();
        services.AddScoped<WorkOrderBook>();

        // What waits, for whom
        services.AddQueued<ComplaintPart>(new QueuedKind(ComplaintTypes.ComplaintNumber, ComplaintTypes.Complaint, typeof(ComplaintLifecycle))
        {
            Name = "Complaint",
            Permission = ComplaintPermissions.View,
            Href = id => $"~admin/Complaints/{id}",
            State = state => ComplaintLifecycle.Name(Enum.Parse<ComplaintState>(state)),
            Dot = state => ComplaintLifecycle.Dot(Enum.Parse<ComplaintState>(state)),
        });
        services.AddQueued<WorkOrderPart>(new QueuedKind(ComplaintTypes.WorkOrderNumber, ComplaintTypes.WorkOrder, typeof(WorkOrderLifecycle))
        {
            Name = "Work order",
            Permission = ComplaintPermissions.View,
            Href = id => $"~admin/WorkOrders/{id}",
            State = state => WorkOrderLifecycle.Name(Enum.Parse<WorkOrderState>(state)),
            Dot = state => WorkOrderLifecycle.Dot(Enum.Parse<WorkOrderState>(state)),
        });

        // The desk, and the residents' own pages
        services.AddScoped<ServiceDesk>();
        services.AddScoped<CallerFinder>();
        services.AddScoped<Matters>();
        services.AddPrivateContent(ComplaintPermissions.View, ComplaintTypes.Complaint, ComplaintTypes.WorkOrder);
        services.AddScoped<IAttachmentGate, ComplaintGate>();
        services.AddAttachmentGate(ComplaintTypes.WorkOrderNumber, ComplaintPermissions.View, ComplaintPermissions.Lead);

        // What is written to whoever raised a case
        services.AddScoped<ComplaintMail>();
        services.AddMessageKind(ComplaintMessages.Received);
        services.AddMessageKind(ComplaintMessages.Written);
        services.AddMessageKind(ComplaintMessages.Proposed);
        services.AddMessageKind(ComplaintMessages.Ended);

        // What can be filled from spreadsheets
        services.AddScoped<ImportList, ComplaintImport>();

        // What the module adds to pages of others
        services.AddScoped<ISearchSource, ComplaintSearchSource>();
        services.AddScoped<IContentDisplayDriver, UnitComplaintsDriver>();
        services.AddDisplayDriver<PersonHub, PersonComplaintsDriver>();
        services.AddDisplayDriver<TodayBoard, TodayComplaintsDriver>();
        services.AddDisplayDriver<TodayBoard, ComplaintStatsDriver>();
        services.AddDisplayDriver<ResidentHome, ResidentMattersDriver>();
    }
}
