using OrchardCore.Environment.Shell;
using YesSql.Internals;

namespace PropertySuite.Platform.BackgroundTasks;

/// <summary>The alarm of one scope.</summary>
internal sealed class WorkAlarm(ShellSettings settings, BackgroundTaskScheduler scheduler, Session session) : IWorkAlarm
{
    public void Set(string work, DateTime dueUtc)
        => session.Unit.OnCommitted(() =>
        {
            scheduler.Ring(settings.Name, work, dueUtc);
            return Task.CompletedTask;
        });

    public void AskAgain()
        => session.Unit.OnCommitted(() =>
        {
            scheduler.AskAgain(settings.Name);
            return Task.CompletedTask;
        });
}
