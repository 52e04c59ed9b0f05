using OrchardCore.Data.Migration;
using YesSql;
using YesSql.Indexes;
using YesSql.Sql;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>
/// What is known of a task's runs. It is written in the same transaction as the work of the run: of two servers that run the same time of the
/// schedule, one is rolled back, and a run whose commit was the last thing before a crash is not run again.
/// </summary>
internal sealed class TaskRecord
{
    private const int Remembered = 100;

    public long Id { get; set; }

    public long Version { get; set; }

    public string Task { get; set; } = string.Empty;

    /// <summary>When the tenant first had the task: times before it are nobody's loss.</summary>
    public DateTime SinceUtc { get; set; }

    /// <summary>The times of the schedule that were run last, for clocks that are set back; in minutes since 1970, latest last.</summary>
    public List<int> Done { get; set; } = [];

    /// <summary>The end of the times that have been seen to; times before it that were missed have been made up for in one run.</summary>
    public DateTime? ThroughUtc { get; set; }

    public DateTime? LastRunUtc { get; set; }

    /// <summary>How long the last run took, in seconds.</summary>
    public double LastSeconds { get; set; }

    /// <summary>What the last run threw; null when it ended well.</summary>
    public string? Fault { get; set; }

    public int Runs { get; set; }

    public int Faults { get; set; }

    /// <summary>Somebody has asked for a run out of its turn.</summary>
    public bool IsWanted { get; set; }

    public bool Has(DateTime timeUtc) => Done.Contains(MinuteOf(timeUtc));

    public void Note(DateTime timeUtc)
    {
        if (Has(timeUtc))
            return;
        Done.Add(MinuteOf(timeUtc));
        if (Done.Count > Remembered)
            Done.RemoveRange(0, Done.Count - Remembered);
    }

    private static int MinuteOf(DateTime timeUtc) => (int)((timeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMinute);
}

/// <summary>Finds the record of a task. The name is unique.</summary>
internal sealed class TaskRecordIndex : MapIndex
{
    public string Task { get; set; } = string.Empty;
}

internal sealed class TaskRecordIndexProvider : IndexProvider<TaskRecord>
{
    public override void Describe(DescribeContext<TaskRecord> context)
        => context.For<TaskRecordIndex>().Map(record => new TaskRecordIndex { Task = record.Task });
}

internal sealed class TaskRecordMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.CreateMapIndexTableAsync<TaskRecordIndex>(table => table
            .Column<string>(nameof(TaskRecordIndex.Task), column => column.Unique().WithLength(255)));
        return 1;
    }
}
