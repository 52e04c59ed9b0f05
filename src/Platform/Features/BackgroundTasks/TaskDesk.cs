using Cronos;
using Microsoft.Extensions.Localization;
using OrchardCore.BackgroundTasks;
using OrchardCore.Documents;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Platform.BackgroundTasks;
using YesSql;

namespace PropertySuite.Platform.Features.BackgroundTasks;

/// <summary>Reads and changes the tasks of a site.</summary>
internal sealed class TaskDesk(
    ScheduledTasks tasks, IDocumentManager<BackgroundTaskDocument> documents, IWorkAlarm alarm, ISession session, CommunityTimes times, IClock clock, IStringLocalizerFactory localizers)
{
    public async Task<IReadOnlyList<TaskLine>> ListAsync()
    {
        var records = (await session.Query<TaskRecord>().ListAsync()).ToDictionary(record => record.Task, StringComparer.Ordinal);
        var time = await times.GetAsync();
        var changed = (await documents.GetOrCreateImmutableAsync()).Settings;
        return
        [
            .. (await tasks.WithSettingsAsync())
                .Select(pair => Line(pair.Task, pair.Settings, records.GetValueOrDefault(pair.Settings.Name), time, changed.ContainsKey(pair.Settings.Name)))
                .OrderBy(line => line.Title, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Null when the site has no such task.</summary>
    public async Task<TaskLine?> FindAsync(string name) => (await ListAsync()).FirstOrDefault(line => line.Name == name);

    /// <param name="schedule">A cron expression of five fields that has been looked at.</param>
    public async Task ChangeAsync(string name, string schedule, bool enable)
    {
        var (task, _) = (await tasks.WithSettingsAsync()).Single(pair => pair.Settings.Name == name);
        var document = await documents.GetOrCreateMutableAsync();
        var settings = ScheduledTasks.SettingsOf(task.GetType());
        if (settings.Schedule == schedule && settings.Enable == enable)
            document.Settings.Remove(name);
        else
            (document.Settings[name] = settings).Schedule = schedule;
        settings.Enable = enable;
        await documents.UpdateAsync(document);

        // Times of the old schedule, or of the time in which it was off, are not made up for.
        if (await RecordAsync(name) is { } record)
        {
            record.ThroughUtc = clock.UtcNow;
            await session.SaveAsync(record, checkConcurrency: true);
        }

        alarm.AskAgain();
    }

    public async Task RunAsync(string name)
    {
        var now = clock.UtcNow;
        var record = await RecordAsync(name) ?? new TaskRecord { Task = name, SinceUtc = now };
        record.IsWanted = true;
        await session.SaveAsync(record, checkConcurrency: true);
        alarm.Set(ScheduledTasks.Prefix + name, now);
    }

    /// <summary>The schedule, read; null when it is none.</summary>
    public static CronExpression? Read(string? schedule)
        => !string.IsNullOrWhiteSpace(schedule) && CronExpression.TryParse(schedule.Trim(), out var read) ? read : null;

    private Task<TaskRecord?> RecordAsync(string name) => session.Query<TaskRecord, TaskRecordIndex>(row => row.Task == name).FirstOrDefaultAsync();

    private TaskLine Line(IBackgroundTask task, BackgroundTaskSettings settings, TaskRecord? record, CommunityTime time, bool isChanged)
    {
        var now = clock.UtcNow;
        var texts = localizers.Create(task.GetType());
        var known = record ?? new TaskRecord { SinceUtc = now };
        var next = settings.Enable && Read(settings.Schedule) is { } schedule ? ScheduledTask.Next(schedule, time.Zone, known, now) : null;
        return new TaskLine(
            settings.Name,
            settings.Title is { } title ? texts[title] : settings.Name,
            settings.Description is { Length: > 0 } description ? texts[description] : "",
            settings.Schedule,
            settings.Enable,
            isChanged,
            known.IsWanted,
            next is { } due ? Moments.Short(time.At(due)) : null,
            known.LastRunUtc is { } ran ? Moments.Short(time.At(ran)) : null,
            known.LastSeconds,
            known.Fault);
    }
}

/// <summary>A task as it is shown; times are the community's.</summary>
/// <param name="IsChanged">Whether the schedule is not the one that the task comes with.</param>
/// <param name="IsWanted">Whether a run out of turn has been asked for.</param>
/// <param name="Next">Null when no run is to come.</param>
/// <param name="Last">Null before the first run.</param>
/// <param name="LastSeconds">How long that took.</param>
/// <param name="Fault">What went wrong then; null when nothing did.</param>
public sealed record TaskLine(
    string Name, string Title, string Description, string Schedule, bool IsEnabled, bool IsChanged, bool IsWanted, string? Next, string? Last, double LastSeconds, string? Fault);

/// <summary>The form of a task.</summary>
public sealed class TaskForm
{
    public string? Schedule { get; set; }

    public bool Enable { get; set; }
}

/// <summary>The page with the form.</summary>
public sealed record TaskPage(TaskLine Task, TaskForm Form);
