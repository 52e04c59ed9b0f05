#nullable enable
using OrchardCore.Data.Migration;
using YesSql.Sql;

namespace PropertySuite.Platform.Workflows;

internal sealed class WorkflowMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<WorkflowTypeIndex>(table => table
            .Column<string>(nameof(WorkflowTypeIndex.WorkflowTypeId), column => column.NotNull().Unique().WithLength(100))
            .Column<string>(nameof(WorkflowTypeIndex.Name))
            .Column<bool>(nameof(WorkflowTypeIndex.IsEnabled)));

        await SchemaBuilder.CreateMapIndexTableAsync<WorkflowTypeStartActivitiesIndex>(table => table
            .Column<string>(nameof(WorkflowTypeStartActivitiesIndex.WorkflowTypeId), column => column.WithLength(100))
            .Column<bool>(nameof(WorkflowTypeStartActivitiesIndex.IsEnabled))
            .Column<string>(nameof(WorkflowTypeStartActivitiesIndex.StartActivityId), column => column.WithLength(100))
            .Column<string>(nameof(WorkflowTypeStartActivitiesIndex.StartActivityName)));

        await SchemaBuilder.CreateMapIndexTableAsync<WorkflowIndex>(table => table
            .Column<string>(nameof(WorkflowIndex.WorkflowTypeId), column => column.WithLength(100))
            .Column<string>(nameof(WorkflowIndex.WorkflowId), column => column.NotNull().Unique().WithLength(26))
            .Column<int>(nameof(WorkflowIndex.Status))
            .Column<string>(nameof(WorkflowIndex.CorrelationId))
            .Column<DateTime>(nameof(WorkflowIndex.CreatedUtc))
            .Column<DateTime>(nameof(WorkflowIndex.ChangedUtc))
            .Column<string>(nameof(WorkflowIndex.SingletonKey), column => column.Unique().WithLength(100)));
        await SchemaBuilder.AlterIndexTableAsync<WorkflowIndex>(table =>
            table.CreateIndex("IDX_WorkflowIndex_Type", nameof(WorkflowIndex.WorkflowTypeId), nameof(WorkflowIndex.Status), nameof(WorkflowIndex.CreatedUtc)));
        await SchemaBuilder.AlterIndexTableAsync<WorkflowIndex>(table =>
            table.CreateIndex("IDX_WorkflowIndex_Correlation", nameof(WorkflowIndex.CorrelationId)));

        await SchemaBuilder.CreateMapIndexTableAsync<WorkflowBlockingActivitiesIndex>(table => table
            .Column<string>(nameof(WorkflowBlockingActivitiesIndex.ActivityId), column => column.WithLength(100))
            .Column<string>(nameof(WorkflowBlockingActivitiesIndex.ActivityName))
            .Column<bool>(nameof(WorkflowBlockingActivitiesIndex.ActivityIsStart))
            .Column<string>(nameof(WorkflowBlockingActivitiesIndex.WorkflowTypeId), column => column.WithLength(100))
            .Column<string>(nameof(WorkflowBlockingActivitiesIndex.WorkflowId), column => column.WithLength(26))
            .Column<string>(nameof(WorkflowBlockingActivitiesIndex.WorkflowCorrelationId)));
        await SchemaBuilder.AlterIndexTableAsync<WorkflowBlockingActivitiesIndex>(table => table.CreateIndex(
            "IDX_WorkflowBlockingActivitiesIndex_Name", nameof(WorkflowBlockingActivitiesIndex.ActivityName), nameof(WorkflowBlockingActivitiesIndex.WorkflowCorrelationId)));

        await SchemaBuilder.CreateMapIndexTableAsync<WorkflowTimerIndex>(table => table
            .Column<string>(nameof(WorkflowTimerIndex.WorkflowId), column => column.WithLength(26))
            .Column<string>(nameof(WorkflowTimerIndex.WorkflowTypeId), column => column.WithLength(100))
            .Column<string>(nameof(WorkflowTimerIndex.ActivityId), column => column.WithLength(100))
            .Column<DateTime>(nameof(WorkflowTimerIndex.DueUtc)));
        await SchemaBuilder.AlterIndexTableAsync<WorkflowTimerIndex>(table => table.CreateIndex("IDX_WorkflowTimerIndex_Due", nameof(WorkflowTimerIndex.DueUtc)));

        await SchemaBuilder.CreateMapIndexTableAsync<WorkflowWorkIndex>(table => table
            .Column<DateTime>(nameof(WorkflowWorkIndex.DueUtc))
            .Column<bool>(nameof(WorkflowWorkIndex.IsSlow)));
        await SchemaBuilder.AlterIndexTableAsync<WorkflowWorkIndex>(table => table.CreateIndex("IDX_WorkflowWorkIndex_Due", nameof(WorkflowWorkIndex.DueUtc)));

        await SchemaBuilder.CreateMapIndexTableAsync<WorkflowScheduleIndex>(table => table
            .Column<string>(nameof(WorkflowScheduleIndex.ScheduleKey), column => column.NotNull().Unique().WithLength(201))
            .Column<string>(nameof(WorkflowScheduleIndex.WorkflowTypeId), column => column.WithLength(100))
            .Column<DateTime>(nameof(WorkflowScheduleIndex.DueUtc)));
        await SchemaBuilder.AlterIndexTableAsync<WorkflowScheduleIndex>(table => table.CreateIndex("IDX_WorkflowScheduleIndex_Due", nameof(WorkflowScheduleIndex.DueUtc)));

        await SchemaBuilder.CreateMapIndexTableAsync<UsedSignalIndex>(table => table
            .Column<string>(nameof(UsedSignalIndex.TokenHash), column => column.NotNull().Unique().WithLength(64)));
        return 1;
    }
}
