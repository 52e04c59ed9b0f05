using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using PropertySuite.Core;
using PropertySuite.Platform.BackgroundTasks;

namespace PropertySuite.Platform.Features.BackgroundTasks;

/// <summary>Has the host wake a community for the timed work of its modules, instead of looking each minute.</summary>
[Feature("OrchardCore.BackgroundTasks")]
[RequireFeatures("PropertySuite.Core")]
public sealed class TimedWorkStartup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<ITimedWorkBell, Bell>();
        services.AddScoped<IDueWorkSource, Source>();
        services.AddSingleton(new ReplacedTask(typeof(TimedWorkTask)));
    }

    private sealed class Bell(IWorkAlarm alarm) : ITimedWorkBell
    {
        public void Ring(string work, DateTime dueUtc) => alarm.Set(NameOf(work), dueUtc);
    }

    private sealed class Source(IEnumerable<ITimedWork> works) : IDueWorkSource
    {
        public Task<IReadOnlyList<IDueWork>> ListAsync() => Task.FromResult<IReadOnlyList<IDueWork>>([.. works.Select(work => new Work(work))]);
    }

    private sealed class Work(ITimedWork work) : IDueWork
    {
        public string Name => NameOf(work.Name);

        public Task<DateTime?> NextDueAsync() => work.NextDueAsync();

        public Task RunAsync(DateTime utcNow, CancellationToken stopping) => work.RunAsync(utcNow, stopping);
    }

    private static string NameOf(string work) => "timed:" + work;
}
