using OrchardCore.ContentManagement.Metadata;
using OrchardCore.ContentManagement.Metadata.Settings;
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Complaints;

/// <summary>Content types and index tables, in numbered steps.</summary>
public sealed class Migrations(IContentDefinitionManager definitions) : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await definitions.AlterPartDefinitionAsync(nameof(ComplaintPart), part => part.WithDescription("What makes an item a case of the service desk."));
        await definitions.AlterPartDefinitionAsync(nameof(WorkOrderPart), part => part.WithDescription("What makes an item a work order."));
        await definitions.AlterTypeDefinitionAsync(ComplaintTypes.Complaint, type => type.DisplayedAs("Complaint").Securable().WithPart(nameof(ComplaintPart)));
        await definitions.AlterTypeDefinitionAsync(ComplaintTypes.WorkOrder, type => type.DisplayedAs("Work order").Securable().WithPart(nameof(WorkOrderPart)));

        await SchemaBuilder.CreateMapIndexTableAsync<ComplaintIndex>(table => table
            .Column<string>(nameof(ComplaintIndex.ComplaintId), column => column.WithLength(26))
            .Column<string>(nameof(ComplaintIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(ComplaintIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(ComplaintIndex.Kind), column => column.WithLength(20))
            .Column<string>(nameof(ComplaintIndex.Channel), column => column.WithLength(20))
            .Column<string>(nameof(ComplaintIndex.Category), column => column.WithLength(40))
            .Column<int>(nameof(ComplaintIndex.Level))
            .Column<string>(nameof(ComplaintIndex.Subject), column => column.WithLength(160))
            .Column<string>(nameof(ComplaintIndex.UnitId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(ComplaintIndex.Building), column => column.Nullable().WithLength(20))
            .Column<string>(nameof(ComplaintIndex.Place), column => column.WithLength(120))
            .Column<string>(nameof(ComplaintIndex.PersonId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(ComplaintIndex.PersonName), column => column.Nullable().WithLength(120))
            .Column<string>(nameof(ComplaintIndex.Team), column => column.Nullable().WithLength(60))
            .Column<string>(nameof(ComplaintIndex.AssigneeId), column => column.Nullable().WithLength(60))
            .Column<string>(nameof(ComplaintIndex.AssigneeName), column => column.Nullable().WithLength(120))
            .Column<DateTime>(nameof(ComplaintIndex.ReceivedAtUtc))
            .Column<DateTime>(nameof(ComplaintIndex.DeadlineUtc), column => column.Nullable())
            .Column<DateTime>(nameof(ComplaintIndex.ClockUtc), column => column.Nullable())
            .Column<DateTime>(nameof(ComplaintIndex.ResolvedAtUtc), column => column.Nullable())
            .Column<DateTime>(nameof(ComplaintIndex.EndedAtUtc), column => column.Nullable())
            .Column<bool>(nameof(ComplaintIndex.ContactMet), column => column.Nullable())
            .Column<bool>(nameof(ComplaintIndex.SolveMet), column => column.Nullable())
            .Column<int>(nameof(ComplaintIndex.Reopenings))
            .Column<int>(nameof(ComplaintIndex.Escalation))
            .Column<int>(nameof(ComplaintIndex.Satisfaction), column => column.Nullable())
            .Column<bool>(nameof(ComplaintIndex.IsPaused))
            .Column<string>(nameof(ComplaintIndex.MasterId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(ComplaintIndex.LinkHash), column => column.Unique().Nullable().WithLength(43))
            .Column<string>(nameof(ComplaintIndex.Search), column => column.WithLength(255)));
        await SchemaBuilder.AlterIndexTableAsync<ComplaintIndex>(table =>
        {
            table.CreateIndex("IDX_ComplaintIndex_Document", "DocumentId", nameof(ComplaintIndex.ComplaintId));
            table.CreateIndex("IDX_ComplaintIndex_State", nameof(ComplaintIndex.State), nameof(ComplaintIndex.DeadlineUtc));
            table.CreateIndex("IDX_ComplaintIndex_Clock", nameof(ComplaintIndex.ClockUtc));
            table.CreateIndex("IDX_ComplaintIndex_Received", nameof(ComplaintIndex.ReceivedAtUtc));
            table.CreateIndex("IDX_ComplaintIndex_Ended", nameof(ComplaintIndex.EndedAtUtc));
            table.CreateIndex("IDX_ComplaintIndex_Unit", nameof(ComplaintIndex.UnitId), nameof(ComplaintIndex.ReceivedAtUtc));
            table.CreateIndex("IDX_ComplaintIndex_Person", nameof(ComplaintIndex.PersonId), nameof(ComplaintIndex.ReceivedAtUtc));
            table.CreateIndex("IDX_ComplaintIndex_Master", nameof(ComplaintIndex.MasterId));
        });

        await SchemaBuilder.CreateMapIndexTableAsync<WorkOrderIndex>(table => table
            .Column<string>(nameof(WorkOrderIndex.OrderId), column => column.WithLength(26))
            .Column<string>(nameof(WorkOrderIndex.Number), column => column.Unique().WithLength(40))
            .Column<string>(nameof(WorkOrderIndex.State), column => column.WithLength(20))
            .Column<string>(nameof(WorkOrderIndex.ComplaintId), column => column.WithLength(26))
            .Column<string>(nameof(WorkOrderIndex.WorkType), column => column.WithLength(40))
            .Column<string>(nameof(WorkOrderIndex.Subject), column => column.WithLength(160))
            .Column<string>(nameof(WorkOrderIndex.Place), column => column.WithLength(120))
            .Column<string>(nameof(WorkOrderIndex.UnitId), column => column.Nullable().WithLength(26))
            .Column<string>(nameof(WorkOrderIndex.AssigneeId), column => column.Nullable().WithLength(60))
            .Column<string>(nameof(WorkOrderIndex.AssigneeName), column => column.Nullable().WithLength(120))
            .Column<DateTime>(nameof(WorkOrderIndex.SentAtUtc))
            .Column<DateTime>(nameof(WorkOrderIndex.DueUtc), column => column.Nullable())
            .Column<int>(nameof(WorkOrderIndex.Minutes))
            .Column<string>(nameof(WorkOrderIndex.Search), column => column.WithLength(255)));
        await SchemaBuilder.AlterIndexTableAsync<WorkOrderIndex>(table =>
        {
            table.CreateIndex("IDX_WorkOrderIndex_Complaint", "DocumentId", nameof(WorkOrderIndex.ComplaintId));
            table.CreateIndex("IDX_WorkOrderIndex_Assignee", nameof(WorkOrderIndex.AssigneeId), nameof(WorkOrderIndex.State));
            table.CreateIndex("IDX_WorkOrderIndex_State", nameof(WorkOrderIndex.State), nameof(WorkOrderIndex.DueUtc));
        });
        return 1;
    }
}
