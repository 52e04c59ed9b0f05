using Microsoft.Extensions.DependencyInjection;
using OrchardCore.ContentManagement;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using PropertySuite.Core;
using PropertySuite.Core.Checklists;
using PropertySuite.Core.Imports;
using PropertySuite.Core.Queues;
using PropertySuite.Core.Search;
using PropertySuite.Core.Today;

namespace PropertySuite.Subcontractors;

/// <summary>What the module brings: its table of contents.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc />
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<Migrations>();
        services.AddPermissionProvider<Permissions>();
        services.AddNavigationProvider<ServiceMenu>();
        services.AddNavigationProvider<ContractorMenu>();

        // Records: companies, contracts, choices among bids, inspections, findings, statements
        services.AddContentPart<CompanyPart>();
        services.AddContentPart<ContractPart>();
        services.AddContentPart<TenderPart>();
        services.AddContentPart<InspectionPart>();
        services.AddContentPart<FindingPart>();
        services.AddContentPart<StatementPart>();
        services.AddIndexProvider<ServiceIndexProvider>();
        services.AddIndexProvider<SealedBidIndexProvider>();
        services.AddScoped<ServiceRecords>();
        services.AddScoped<BidBox>();
        services.AddScoped<Statements>();
        services.AddPrivateContent(ServicePermissions.View, [.. ServiceKinds.All.Select(kind => kind.ContentType)]);
        services.AddTimedWork<ServiceTimer>();

        foreach (var trade in Enum.GetValues<Trade>())
        {
            services.AddChecklistPurpose(new ChecklistPurpose(ServiceTexts.Purpose(trade), ServiceTexts.Name(trade), typeof(ServiceTexts)));
        }

        // Pages
        services.AddScoped<ServicePages>();
        services.AddScoped<ServiceListWriter>();
        services.AddScoped<Notices>();
        services.AddSiteDisplayDriver<ServiceSettingsDriver>();
        services.AddDisplayDriver<TodayBoard, TodayServicesDriver>();
        services.AddScoped<ISearchSource, ServiceSearchSource>();
        foreach (var kind in new[] { ServiceKinds.Company, ServiceKinds.Contract, ServiceKinds.Inspection, ServiceKinds.Finding })
        {
            services.AddAttachmentGate(kind.Code, ServicePermissions.View, ServicePermissions.Decide);
        }

        foreach (var kind in new[] { ServiceKinds.Inspection, ServiceKinds.Finding })
        {
            services.AddScoped<IAttachmentGate>(provider => ActivatorUtilities.CreateInstance<ContractorFiles>(provider, kind.Code));
        }

        // Companies are told what waits for them
        services.AddMessageKind(ServiceMessages.Notice);
        services.AddMessageKind(ServiceMessages.Inspected);
        services.AddMessageKind(ServiceMessages.Settled);
        services.AddScoped<IServiceWitness, CompanyTeller>();

        // What can be filled from spreadsheets
        services.AddScoped<ServiceBooks>();
        services.AddScoped<ImportList, CompanyImport>();
        services.AddScoped<ImportList, ContractImport>();
        services.AddScoped<ImportList, ScoreImport>();
        services.AddScoped<ImportList, FindingImport>();

        // Findings that wait stand in the queue
        services.AddQueued<FindingPart>(new QueuedKind(ServiceKinds.Finding.Code, ServiceKinds.Finding.ContentType, typeof(ServiceTexts))
        {
            Name = "Finding",
            Permission = ServicePermissions.Inspect,
            Href = id => $"~admin/Services/Findings/{id}",
            State = state => FindingLifecycle.Name(Enum.Parse<FindingState>(state)),
            Dot = state => FindingLifecycle.Dot(Enum.Parse<FindingState>(state)),
        });
    }
}
