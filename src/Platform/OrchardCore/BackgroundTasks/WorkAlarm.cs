using OrchardCore.Environment.Shell;
using YesSql.Internals;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>The alarm of one scope.</summary>
internal sealed class WorkAlarm(ShellSettings settings, BackgroundTaskScheduler scheduler, Session session) : IWorkAlarm, IDisposable
{
    private readonly List<Agenda> _expecting = [];

    public void Set(string work, DateTime dueUtc)
    {
        // A site that is being set up is asked at the end.
        if (settings.IsInitializing())
            return;
        var agenda = scheduler.AgendaOf(settings.Name);
        agenda.Expect(dueUtc);
        _expecting.Add(agenda);
        session.Unit.OnCommitted(() =>
        {
            scheduler.Ring(settings.Name, work, dueUtc);
            return Task.CompletedTask;
        });
    }

    public void AskAgain()
    {
        if (settings.IsInitializing())
            return;
        var agenda = scheduler.AgendaOf(settings.Name);
        agenda.Expect(DateTime.MinValue);
        _expecting.Add(agenda);
        session.Unit.OnCommitted(() =>
        {
            scheduler.AskAgain(settings.Name);
            return Task.CompletedTask;
        });
    }

    public void Dispose()
    {
        foreach (var agenda in _expecting)
            agenda.Settle();
        _expecting.Clear();
    }
}
