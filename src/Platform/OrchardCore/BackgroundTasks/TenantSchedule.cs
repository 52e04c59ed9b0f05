using System.Reflection;
using Cronos;
using OrchardCore.BackgroundTasks;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>When the tasks of one tenant are due, in its time zone. Safe to ask while a run puts it on.</summary>
internal sealed class TenantSchedule(string tenant, IEnumerable<Type> tasks, TimeZoneInfo zone, DateTime utcNow)
{
    private readonly Lock _turn = new();

    private readonly List<Entry> _entries =
    [
        .. tasks.Select(task => new Entry(task, SettingsOf(task)))
            .Where(entry => entry.Settings.Enable)
            .Select(entry => entry with { Due = Next(entry, utcNow, zone) }),
    ];

    public string Tenant => tenant;

    public TimeZoneInfo Zone { get; private set; } = zone;

    /// <summary>The next moment, in UTC; null when nothing is to come.</summary>
    public DateTime? Due
    {
        get
        {
            lock (_turn)
            {
                return _entries.Min(entry => entry.Due);
            }
        }
    }

    /// <summary>What is due now. Each is put on its next time at once, so that a run that was missed is not made up for twice.</summary>
    public IReadOnlyList<(Type Task, BackgroundTaskSettings Settings)> Take(DateTime now)
    {
        var due = new List<(Type, BackgroundTaskSettings)>();
        lock (_turn)
        {
            for (var i = 0; i < _entries.Count; i++)
            {
                if (_entries[i].Due is not { } time || time > now)
                    continue;
                due.Add((_entries[i].Task, _entries[i].Settings));
                _entries[i] = _entries[i] with { Due = Next(_entries[i], now, Zone) };
            }
        }

        return due;
    }

    /// <summary>Reckons all times anew where the community has moved to another time zone.</summary>
    public void Move(TimeZoneInfo zone, DateTime now)
    {
        lock (_turn)
        {
            if (zone.Equals(Zone))
                return;
            Zone = zone;
            for (var i = 0; i < _entries.Count; i++)
                _entries[i] = _entries[i] with { Due = Next(_entries[i], now, zone) };
        }
    }

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
        };
    }

    private static DateTime? Next(Entry entry, DateTime now, TimeZoneInfo zone)
        => CronExpression.Parse(entry.Settings.Schedule).GetNextOccurrence(DateTime.SpecifyKind(now, DateTimeKind.Utc), zone);

    private sealed record Entry(Type Task, BackgroundTaskSettings Settings)
    {
        public DateTime? Due { get; init; }
    }
}
