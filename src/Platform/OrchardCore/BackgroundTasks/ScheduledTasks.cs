using System.Reflection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Documents;
using OrchardCore.Modules;
using PropertySuite.Platform.Time;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>The tenant's own schedules in place of those that its tasks come with, by the name of the task.</summary>
public sealed class BackgroundTaskDocument : OrchardCore.Data.Documents.Document
{
    /// <summary>Only tasks that have been changed.</summary>
    public Dictionary<string, BackgroundTaskSettings> Settings { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>The background tasks of a tenant as work that is due at the times of their schedules.</summary>
internal sealed class ScheduledTasks(
    IEnumerable<IBackgroundTask> tasks,
    IEnumerable<ReplacedTask> elsewhere,
    IDocumentManager<BackgroundTaskDocument> documents,
    ScheduledTaskServices services,
    ILocalClock clock) : IDueWorkSource
{
    public const string Prefix = "task:";

    public async Task<IReadOnlyList<IDueWork>> ListAsync()
    {
        var zone = Clock.InfoOf(await clock.GetLocalTimeZoneAsync());
        return [.. (await WithSettingsAsync()).Select(pair => new ScheduledTask(pair.Task, pair.Settings, zone, services))];
    }

    /// <summary>Each task with the settings that it runs with here.</summary>
    public async Task<IReadOnlyList<(IBackgroundTask Task, BackgroundTaskSettings Settings)>> WithSettingsAsync()
    {
        var own = (await documents.GetOrCreateImmutableAsync()).Settings;
        var replaced = elsewhere.Select(replaced => replaced.Task).ToHashSet();
        return
        [
            .. tasks.Where(task => !replaced.Contains(task.GetType()))
                .Select(task => (task, own.GetValueOrDefault(task.GetType().FullName!) ?? SettingsOf(task.GetType()))),
        ];
    }

    /// <summary>The settings that a task comes with.</summary>
    public static BackgroundTaskSettings SettingsOf(Type task)
    {
        var attribute = task.GetCustomAttribute<BackgroundTaskAttribute>() ?? new BackgroundTaskAttribute();
        return new BackgroundTaskSettings
        {
            Name = task.FullName!,
            Title = attribute.Title ?? task.Name,
            Enable = attribute.Enable,
            Schedule = attribute.Schedule,
            Description = attribute.Description,
            LockTimeout = attribute.LockTimeout,
            LockExpiration = attribute.LockExpiration,
            UsePipeline = attribute.UsePipeline,
        };
    }
}
